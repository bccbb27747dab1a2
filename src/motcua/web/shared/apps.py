"""Django's name for this room."""

from django.apps import AppConfig


class SharedConfig(AppConfig):
    """The room `shared`."""

    name = "motcua.web.shared"
    label = "shared"
