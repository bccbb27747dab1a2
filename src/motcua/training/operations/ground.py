"""Making a database a training ground: once, and only one in which nobody works yet."""

from datetime import datetime

from motcua.accounts.models import Officer
from motcua.kernel.actors import Actor
from motcua.training.errors import NotEmpty
from motcua.training.models import Ground


def mark_ground(*, by: Actor, at: datetime) -> Ground:
    """Mark this database as a training ground; marking it again changes nothing. Raises NotEmpty."""
    del by
    row = Ground.objects.first()
    if row is None:
        if Officer.objects.exists():
            raise NotEmpty
        row = Ground.objects.create(id=1, made_at=at)
    return row
