"""Write what a plan found different, and stamp the load so that kept values are built anew."""

from collections.abc import Iterable
from datetime import datetime

from motcua.directory.models import DataVersion
from motcua.directory.queries.comparing import Difference
from motcua.directory.warm import forget_all
from motcua.kernel.actors import Actor

BATCH = 2000


def store(*, work: Iterable[Difference], by: Actor, at: datetime) -> None:
    """Write the differences. Changes go first: a row that ends makes room for the one that follows it."""
    differences = list(work)
    for one in differences:
        if one.changed:
            key = one.model._meta.pk.name
            fields = [name for name in one.fields if name != key]
            one.model._default_manager.bulk_update(one.changed, fields, batch_size=BATCH)
    for one in differences:
        if one.added:
            one.model._default_manager.bulk_create(one.added, batch_size=BATCH)


def stamp(*, room: str, digest: str, by: Actor, at: datetime) -> None:
    """Note that a room's data is now this; every process sees it within seconds, this one at once."""
    row, made = DataVersion.objects.select_for_update().get_or_create(
        room=room, defaults={"digest": digest, "number": 1, "loaded_at": at}
    )
    if not made:
        row.digest, row.number, row.loaded_at = digest, row.number + 1, at
        row.save()
    forget_all()
