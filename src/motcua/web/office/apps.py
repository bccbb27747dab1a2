"""Django's name for this room."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    """The room `office`."""

    name = "motcua.web.office"
    label = "office"
