"""Django's name for this room."""

from django.apps import AppConfig


class CounterConfig(AppConfig):
    """The room `counter`."""

    name = "motcua.counter"
    label = "counter"
