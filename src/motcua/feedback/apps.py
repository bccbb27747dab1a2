"""Django's name for this room."""

from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    """The room `feedback`."""

    name = "motcua.feedback"
    label = "feedback"
