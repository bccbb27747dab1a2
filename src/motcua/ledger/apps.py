"""Django's name for this room."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """The room `ledger`."""

    name = "motcua.ledger"
    label = "ledger"
