"""The morning's look at the one-stops, and the trial of printer and scanner."""

from datetime import datetime
from uuid import UUID

from motcua.dossiers.rules.texts import sha256
from motcua.kernel.actors import Actor
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import act
from motcua.oversight import events
from motcua.oversight.errors import Incomplete, NotFound
from motcua.oversight.models import DeviceTest, Readiness, Ticket
from motcua.oversight.operations.tickets import ASKED, end_ticket, open_ticket
from motcua.oversight.queries.signs import agencies_at_work, bounds, signs_of
from motcua.oversight.rules.permits import works_for
from motcua.oversight.rules.readiness import Finding, Light, judge, light_of, reds

TOGETHER = 100
"""Agencies written down in one act; a morning that was cut off goes on with the next hundred."""


def look_at_all(*, by: Actor, at: datetime) -> int:
    """Write down how every one-stop stands this day, open a ticket for what is red, close what has turned green.

    Looking again on the same day renews the rows. Gives how many one-stops are red.
    """
    day, asked = at.astimezone(ZONE).date(), bounds(at)
    ids, red = agencies_at_work(day), 0
    for first in range(0, len(ids), TOGETHER):
        some = ids[first : first + TOGETHER]
        known = signs_of(some, at)
        judged = {one: judge(known[one], asked) for one in some}
        with act(by=by, at=at):
            _note(judged, at)
            _settle_tickets(judged, by, at)
        red += sum(light_of(findings) is Light.RED for findings in judged.values())
    with act(by=by, at=at) as deed:
        deed.record(events.ReadinessNoted(day=day, agencies=len(ids), red=red))
    return red


def note_test(
    *, test_id: UUID, word: str, passed: bool, note: str = "", by: Actor, at: datetime
) -> DeviceTest:
    """Keep that printer and scanner were tried: the word of the sheet came back, or a device does not work.

    The same trial sent twice is kept once. Raises NotFound for strangers, Incomplete without a reason.
    """
    if by.unit is None or not works_for(by, by.unit):
        raise NotFound
    if not passed and len(note.strip()) < 5:
        raise Incomplete([("note", mark("Xin ghi máy nào hỏng và hỏng thế nào."))])
    with act(by=by, at=at) as deed:
        row, is_new = DeviceTest.objects.get_or_create(
            id=test_id,
            defaults={
                "agency_id": by.unit,
                "word": word,
                "passed": passed,
                "note": note.strip(),
                "by": by.id,
                "at": at,
            },
        )
        if row.agency_id != by.unit:
            raise NotFound
        if is_new:
            deed.record(
                events.DevicesTested(
                    agency_id=by.unit, test_id=row.id, passed=passed, text_sha256=sha256(row.note)
                )
            )
    return row


def _note(judged: dict[str, list[Finding]], at: datetime) -> None:
    day = at.astimezone(ZONE).date()
    Readiness.objects.bulk_create(
        [
            Readiness(
                agency_id=agency_id,
                day=day,
                light=light_of(findings),
                checks={one.check: int(one.light) for one in findings},
                looked_at=at,
            )
            for agency_id, findings in judged.items()
        ],
        update_conflicts=True,
        unique_fields=["agency_id", "day"],
        update_fields=["light", "checks", "looked_at"],
    )


def _settle_tickets(judged: dict[str, list[Finding]], by: Actor, at: datetime) -> None:
    """Open one ticket per red check that has none, close those whose check is red no more."""
    rows = Ticket.objects.select_for_update().filter(agency_id__in=judged, closed_at=None)
    known = {(row.agency_id, row.cause): row for row in rows.exclude(cause=ASKED).order_by("id")}
    wanted = {(agency_id, one.check) for agency_id, findings in judged.items() for one in reds(findings)}
    for agency_id, cause in sorted(wanted - set(known)):
        open_ticket(agency_id=agency_id, cause=cause, by=by, at=at)
    for key, row in known.items():
        if key not in wanted:
            end_ticket(ticket=row, how="mended", by=by, at=at)
