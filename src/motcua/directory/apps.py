"""Django's name for this room."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    """The room `directory`."""

    name = "motcua.directory"
    label = "directory"
