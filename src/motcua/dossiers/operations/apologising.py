"""The head signs the letter of apology with its reason and new day, or does not send it: the dossier will make it."""

from datetime import date, datetime
from uuid import UUID

from motcua.directory.queries import paper_form
from motcua.dossiers.errors import Incomplete
from motcua.dossiers.events import ApologySent
from motcua.dossiers.models import Apology, ApologyDraft
from motcua.dossiers.operations.apology_drafts import close_draft
from motcua.dossiers.operations.begin import Doing, doing
from motcua.dossiers.queries.apologies import offered
from motcua.dossiers.rules.texts import reason_problems
from motcua.dossiers.rules.workflow import Act
from motcua.kernel.actors import Actor
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE
from motcua.ledger.numbers import Pending


def sign(*, dossier_id: UUID, seen: int, reason: str, days: int, by: Actor, at: datetime) -> ApologyDraft:
    """Sign and send it: the owner is told the new day, which comes so many working days after the first promise.

    The letter gets the next number of the agency's year. The first promise stays on record. Raises Incomplete
    without a reason or with a day that may not be promised.
    """
    with doing(what=Act.SIGN_APOLOGY, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        draft = ApologyDraft.objects.get(dossier_id=dossier_id, closed_at=None)
        problems = reason_problems(reason)
        if days not in {one.days for one in offered(it.dossier, draft, list(it.dossier.holds.all()), at)}:
            problems.append(("days", mark("Cần chọn một ngày trong danh sách.")))
        if problems:
            raise Incomplete(problems)
        close_draft(draft=draft, why="signed", by=by, at=at)
        it.dossier.extra_days = days
        remark_id, digest = it.remark("apology", reason.strip(), public=True)
        it.write("extra_days")
        number = _number(it)
        it.deed.at_last(lambda: [_letter(it, draft, number, remark_id)])
        assert it.dossier.due_at is not None
        it.deed.record(
            ApologySent(
                **it.subject,
                apology_id=draft.id,
                number=number,
                remark_id=remark_id,
                text_sha256=digest,
                due_at=draft.due_at.isoformat(),
                new_due_at=it.dossier.due_at.isoformat(),
            )
        )
    return draft


def dismiss(*, dossier_id: UUID, seen: int, by: Actor, at: datetime) -> ApologyDraft:
    """Do not send it, since the dossier will be ready in time; if it is not, another one is drafted."""
    with doing(what=Act.DISMISS_APOLOGY, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        draft = ApologyDraft.objects.get(dossier_id=dossier_id, closed_at=None)
        close_draft(draft=draft, why="dismissed", by=by, at=at)
        it.write()
    return draft


def _number(it: Doing) -> Pending:
    """Ask for the next number of the agency's letters; they are counted by the year (Decree 30/2020)."""
    on = it.at.astimezone(ZONE).date()
    form = paper_form("apology", on)
    symbol = f"/{form.symbol}" if form and form.symbol else ""
    scope = f"apology:{it.dossier.agency_id}"
    return it.deed.number(scope, date(on.year, 1, 1), lambda ordinal: f"{ordinal:02d}{symbol}")


def _letter(it: Doing, draft: ApologyDraft, number: Pending, remark_id: UUID) -> Apology:
    dossier = it.dossier
    assert dossier.due_at is not None
    return Apology(
        draft_id=draft.id,
        dossier_id=dossier.id,
        agency_id=dossier.agency_id,
        number=number.text,
        remark_id=remark_id,
        due_at=draft.due_at,
        send_by=draft.send_by,
        days=dossier.extra_days,
        new_due_at=dossier.due_at,
        signed_by=it.by.id,
        signed_as="head" if it.by.has("head") else "approver",
        sent_at=it.at,
    )
