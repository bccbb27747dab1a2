"""Letters of apology: what a draft offers to its signer, and which drafts wait."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from motcua.directory.queries import period, work_calendar
from motcua.dossiers.models import ApologyDraft, Dossier, Hold
from motcua.dossiers.queries.codes import codes_of
from motcua.dossiers.queries.derived import pauses_of
from motcua.dossiers.rules.permits import has_desk
from motcua.dossiers.rules.promises import NewDay, Record, new_days, put_off_trail, record
from motcua.kernel.actors import Actor
from motcua.kernel.worktime import ZONE, CalendarEnds, ahead_of, words
from motcua.ledger.reading import read

MOST = 200


@dataclass(frozen=True)
class Waiting:
    """A draft that waits for its signer."""

    draft: ApologyDraft
    code: str
    owner_name: str
    procedure: str
    holder_id: UUID | None


def send_by(dossier: Dossier, at: datetime) -> date | None:
    """Give the last day on which an apology is in time; None where that lies before the reception."""
    on = at.astimezone(ZONE).date()
    lead = period("apology_before_due", on, dossier.procedure)
    if lead is None or dossier.due_at is None or dossier.received_at is None:
        return None
    try:
        last = ahead_of(dossier.due_at, lead.limit, work_calendar(dossier.agency_id, on)).date()
    except CalendarEnds:
        return None
    return last if last >= dossier.received_at.astimezone(ZONE).date() else None


def open_draft(dossier_id: UUID) -> ApologyDraft | None:
    """Give the draft of a dossier that waits for its signer."""
    return next(iter(read(ApologyDraft, "dossier_id = %s AND closed_at IS NULL", [dossier_id])), None)


def offered(dossier: Dossier, draft: ApologyDraft, holds: list[Hold], at: datetime) -> list[NewDay]:
    """List the days that may be promised instead."""
    on = at.astimezone(ZONE).date()
    first = dossier.first_promise
    if first is None or dossier.due_at is None:
        return []
    calendar = work_calendar(dossier.agency_id, on)
    return new_days(first, dossier.due_at, draft.longest, on, pauses_of(dossier, holds), calendar)


def why_days(dossier: Dossier, days: int, holds: list[Hold], lang: str) -> list[str]:
    """Explain so many working days after the first promise, one sentence a step."""
    if dossier.first_promise is None or not days:
        return []
    calendar = work_calendar(dossier.agency_id, dossier.first_promise.astimezone(ZONE).date())
    try:
        trail = put_off_trail(dossier.first_promise, days, pauses_of(dossier, holds), calendar)
    except CalendarEnds as error:
        return [str(error)]
    return words(trail, lang)


def record_of(dossier: Dossier, at: datetime) -> Record | None:
    """Judge a dossier by its first promise and its new day; None where nothing was promised."""
    if dossier.received_at is None or dossier.first_promise is None:
        return None
    new_day = dossier.due_at if dossier.extra_days else None
    return record(dossier.first_promise, new_day, dossier.ended_at, at)


def waiting_drafts(viewer: Actor) -> list[Waiting]:
    """List the drafts of the viewer's agency that wait, the most urgent first."""
    if not has_desk(viewer):
        return []
    rows = ApologyDraft.objects.filter(agency_id=viewer.unit or "", closed_at=None)
    found = list(rows.select_related("dossier").order_by("due_at", "id")[:MOST])
    codes = codes_of([one.dossier_id for one in found])
    return [
        Waiting(
            one,
            codes.get(one.dossier_id, ""),
            one.dossier.owner_name,
            one.dossier.procedure,
            one.dossier.holder_id,
        )
        for one in found
    ]


def drafts_to_sign(viewer: Actor) -> int:
    """Count the drafts that the viewer may sign; nobody else is told."""
    if not has_desk(viewer):
        return 0
    rows = ApologyDraft.objects.filter(agency_id=viewer.unit or "", closed_at=None)
    return sum(viewer.has(*signers.split()) for signers in rows.values_list("signers", flat=True)[:MOST])
