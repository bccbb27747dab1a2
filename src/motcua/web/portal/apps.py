"""Django's name for this room."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The room `portal`."""

    name = "motcua.web.portal"
    label = "portal"
