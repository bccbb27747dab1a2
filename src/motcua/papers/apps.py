"""Django's name for this room."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    """The room `papers`."""

    name = "motcua.papers"
    label = "papers"
