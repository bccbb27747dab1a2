"""Whether a second factor must be, as this installation says."""

from django.conf import settings


def required() -> bool:
    """Tell whether every officer needs a second factor before anything else."""
    return bool(settings.SECOND_FACTOR != "offered")
