"""Django's name for this room."""

from django.apps import AppConfig


class DossiersConfig(AppConfig):
    """The room `dossiers`."""

    name = "motcua.dossiers"
    label = "dossiers"
