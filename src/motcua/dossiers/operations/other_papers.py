"""A paper outside the closed list: an officer says on what legal basis and why, the head decides, then it is asked for.

The receipt names the only papers that may be asked for. Whoever needs one more answers for it by name.
"""

from datetime import datetime
from uuid import UUID

from motcua.accounts.queries import officer_names
from motcua.dossiers import events
from motcua.dossiers.errors import Incomplete
from motcua.dossiers.models import Hold, OtherPaper, SupplementItem
from motcua.dossiers.operations.begin import Doing, doing
from motcua.dossiers.queries.asking import term_of
from motcua.dossiers.rules.holds import HoldKind
from motcua.dossiers.rules.texts import REASON_AT_LEAST, require_reason, sha256
from motcua.dossiers.rules.workflow import Act
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.words import mark

OUTSIDE = 0
"""The number of a paper that stands in no list."""


def want(
    *, dossier_id: UUID, seen: int, title: str, law: str, reason: str, by: Actor, at: datetime
) -> OtherPaper:
    """Put before the head the wish for a paper outside the list; the owner hears nothing yet, the clock runs."""
    _require(title, law, reason)
    with doing(what=Act.WANT_OTHER_PAPER, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        hold = it.place(HoldKind.OTHER_PAPER)
        wanted = OtherPaper.objects.create(
            hold=hold, title=title.strip(), law=law.strip(), reason=reason.strip()
        )
        it.write()
        text = f"{wanted.title}|{wanted.law}|{wanted.reason}"
        it.deed.record(events.OtherPaperWanted(**it.subject, hold_id=hold.id, text_sha256=sha256(text)))
    return wanted


def approve(*, dossier_id: UUID, seen: int, by: Actor, at: datetime) -> Hold:
    """Let it be asked for: the owner is told that it is outside the list, on what basis, and who approved it."""
    with doing(what=Act.APPROVE_OTHER_PAPER, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        wanted = _decided(it)
        earlier = it.dossier.holds.filter(kind=HoldKind.SUPPLEMENT).count()
        hold = it.place(HoldKind.SUPPLEMENT, "", **term_of(it.dossier, at))
        OtherPaper.objects.filter(hold_id=wanted.hold_id).update(asked=hold)
        item = SupplementItem(
            id=uuid7(at),
            hold=hold,
            component=OUTSIDE,
            title=wanted.title,
            reason=wanted.reason,
            law=wanted.law,
            approved_by=officer_names({by.id})[by.id],
        )
        it.deed.record(events.OtherPaperApproved(**it.subject, hold_id=wanted.hold_id))
        it.ask(hold, [item], times=earlier + 1, other_paper=wanted.hold_id)
    return hold


def decline(*, dossier_id: UUID, seen: int, reason: str, by: Actor, at: datetime) -> OtherPaper:
    """Do not let it be asked for, and tell the officer why; the owner never hears of it."""
    require_reason(reason)
    with doing(what=Act.DECLINE_OTHER_PAPER, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        wanted = _decided(it)
        remark_id, digest = it.remark("other_paper_declined", reason.strip(), public=False)
        OtherPaper.objects.filter(hold_id=wanted.hold_id).update(answer=reason.strip())
        it.write()
        it.deed.record(
            events.OtherPaperDeclined(
                **it.subject, hold_id=wanted.hold_id, remark_id=remark_id, text_sha256=digest
            )
        )
    return wanted


def _decided(it: Doing) -> OtherPaper:
    return OtherPaper.objects.get(hold=it.lift(HoldKind.OTHER_PAPER))


def _require(title: str, law: str, reason: str) -> None:
    problems = []
    if not title.strip():
        problems.append(("other-title", mark("Cần ghi tên giấy tờ.")))
    if len(law.strip()) < REASON_AT_LEAST:
        problems.append(("other-law", mark("Cần ghi điều, khoản và văn bản cho phép yêu cầu giấy tờ này.")))
    if len(reason.strip()) < REASON_AT_LEAST:
        problems.append(("other-reason", mark("Cần nêu rõ vì sao hồ sơ này cần giấy tờ đó.")))
    if problems:
        raise Incomplete(problems)
