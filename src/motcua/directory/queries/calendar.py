"""The working calendar of the province or of one agency."""

from datetime import date, time

from motcua.directory.queries.snapshot import Snapshot, snapshot
from motcua.directory.rules.dating import holding
from motcua.directory.rules.hours import sessions_of
from motcua.kernel.worktime import CUTOFF, OFFICE_HOURS, Sessions, WorkCalendar


def work_calendar(agency_id: str | None, on: date) -> WorkCalendar:
    """Return the calendar of an agency, or of the province, with the office hours of that day.

    It covers the years whose holidays are loaded. Days of the agency's own go before those of the province.
    """
    shot = snapshot()
    own = agency_id if agency_id and agency_id in shot.days else ""
    sessions, cutoff = _hours(shot, agency_id or "", on)
    return shot.remembered(
        ("calendar", own, sessions, cutoff), lambda: _calendar(shot, own, sessions, cutoff)
    )


def _hours(shot: Snapshot, agency_id: str, on: date) -> tuple[Sessions, time]:
    row = holding(shot.hours.get(agency_id, ()), on) or holding(shot.hours.get("", ()), on)
    return (OFFICE_HOURS, CUTOFF) if row is None else (sessions_of(row.sessions), row.cutoff)


def _calendar(shot: Snapshot, own: str, sessions: Sessions, cutoff: time) -> WorkCalendar:
    province = shot.days.get("", ())
    if not province:
        raise LookupError("no calendar is loaded")
    days = {row.day: row for row in province}
    days |= {row.day: row for row in shot.days.get(own, ())}
    named = {
        kind: {day: row.name for day, row in days.items() if row.kind == kind}
        for kind in ("closed", "working", "half")
    }
    return WorkCalendar(
        first=date(province[0].day.year, 1, 1),
        last=date(province[-1].day.year, 12, 31),
        hours=sessions,
        cutoff=cutoff,
        **named,
    )
