"""Whether this database is a training ground."""

from motcua.training.models import Ground


def is_ground() -> bool:
    """Tell whether this database was marked as a training ground: nothing in it is real."""
    return Ground.objects.exists()
