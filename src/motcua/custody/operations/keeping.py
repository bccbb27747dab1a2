"""Things come into hands and leave them: taken in, brought forth as a result, handed to the owner."""

from datetime import datetime
from uuid import UUID

from motcua.custody.models import Item
from motcua.custody.operations.moving import move
from motcua.custody.rules.ways import Place
from motcua.dossiers.models import Dossier
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.ledger.acts import act


def keep(*, dossier_id: UUID, thing: str, place: Place, by: Actor, at: datetime) -> None:
    """Put a thing of a dossier into somebody's hands; a result issued again takes the place of the former."""
    with act(by=by, at=at):
        agency_id = Dossier.objects.values_list("agency_id", flat=True).get(id=dossier_id)
        item, _ = Item.objects.select_for_update().get_or_create(
            dossier_id=dossier_id,
            thing=thing,
            defaults={"id": uuid7(at), "agency_id": agency_id, "place": "", "held_by": by.id, "since": at},
        )
        move(items=[item], end=place, by=by, at=at)


def let_go(*, dossier_id: UUID, thing: str, place: Place, by: Actor, at: datetime) -> None:
    """Note that a thing left the house, if there is one: given to its owner, or void."""
    with act(by=by, at=at):
        kept = Item.objects.select_for_update().filter(dossier_id=dossier_id, thing=thing)
        move(items=list(kept), end=place, by=by, at=at)
