"""A request for papers that nobody answered in time, where the law says that the dossier is then void."""

from datetime import datetime
from uuid import UUID

from motcua.dossiers import events
from motcua.dossiers.errors import NotAllowed
from motcua.dossiers.models import Dossier, Hold
from motcua.dossiers.operations.begin import doing
from motcua.dossiers.queries.asking import asking
from motcua.dossiers.rules.holds import HoldKind
from motcua.dossiers.rules.supplements import STOPS, over_at
from motcua.dossiers.rules.workflow import Act
from motcua.kernel.actors import Actor
from motcua.kernel.words import date_short


def expire(*, dossier_id: UUID, seen: int, by: Actor, at: datetime) -> Dossier:
    """Stop a dossier whose last day for papers is over. Raises NotAllowed where it is not, or does not stop it."""
    with doing(what=Act.EXPIRE, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        asked = it.dossier.holds.get(kind=HoldKind.SUPPLEMENT, lifted_at=None)
        if asked.after != STOPS or asked.answer_by is None or at < over_at(asked.answer_by):
            raise NotAllowed
        for hold in it.dossier.holds.filter(lifted_at=None):
            it.lift(HoldKind(hold.kind))
        it.dossier.ended_at = at
        remark_id, digest = it.remark("stop", _reason(it.dossier, asked), public=True)
        it.write("ended_at")
        it.deed.record(
            events.DossierStopped(**it.subject, remark_id=remark_id, text_sha256=digest, why="expired")
        )
    return it.dossier


def _reason(dossier: Dossier, asked: Hold) -> str:
    """Say why, with the rule that held on the day of asking. Papers of an agency are in Vietnamese."""
    assert asked.answer_by is not None
    held = asking(dossier.procedure, dossier.agency_id, asked.placed_at)
    law = f" {held.rule.law}: {held.rule.note}" if held and held.rule.law else ""
    return f"Đã hết ngày {date_short(asked.answer_by)} mà chưa nhận được giấy tờ bổ sung.{law}"
