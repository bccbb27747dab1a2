"""Django's name for this room."""

from django.apps import AppConfig


class CustodyConfig(AppConfig):
    """The room `custody`."""

    name = "motcua.custody"
    label = "custody"
