"""What was handed in on paper goes back to its owner, when the dossier ended without a result."""

from datetime import datetime
from uuid import UUID

from motcua.custody.errors import NotAllowed, NotFound
from motcua.custody.models import Item
from motcua.custody.rules.ways import Place
from motcua.dossiers.models import Dossier
from motcua.dossiers.operations import returning
from motcua.dossiers.rules.handouts import Taker
from motcua.dossiers.rules.permits import works_at
from motcua.kernel.actors import Actor
from motcua.kernel.words import mark
from motcua.ledger.acts import act

AT_THE_UNIT = mark("Giấy tờ còn ở bộ phận chuyên môn: nhận về một cửa bằng bảng kê rồi mới trả được.")
NOT_HERE = mark("Một cửa không giữ giấy tờ nào của hồ sơ này.")


def return_papers(*, dossier_id: UUID, taker: Taker, by: Actor, at: datetime) -> None:
    """Give the papers that lie at the one-stop back. Raises NotFound, NotAllowed, what dossiers raise.

    The paper is locked before its dossier, as a receiver's answer to a list does.
    """
    with act(by=by, at=at):
        rows = Item.objects.select_for_update().filter(dossier_id=dossier_id, thing="papers")
        place = next(iter(rows.values_list("place", flat=True)), None)
        agency_id = Dossier.objects.filter(id=dossier_id).values_list("agency_id", flat=True).first()
        if agency_id is None or not works_at(by, agency_id):
            raise NotFound
        if place != Place.ONE_STOP:
            raise NotAllowed(AT_THE_UNIT if place == Place.UNIT else NOT_HERE)
        returning.return_papers(dossier_id=dossier_id, taker=taker, by=by, at=at)
