"""Working time: when a dossier is due, by which calendar, and in words why.

`due` answers with a trail, `due_at` quickly without one; both are pure and told the time.
"""

from motcua.kernel.worktime.calendar import CUTOFF, OFFICE_HOURS, CalendarEnds, Sessions, WorkCalendar
from motcua.kernel.worktime.due import Due, due, due_at
from motcua.kernel.worktime.limits import UNITS, Limit, Pause, Unit, limit_from
from motcua.kernel.worktime.milestones import (
    Verdict,
    ahead_of,
    days_left,
    late_by_clock,
    transfer_by,
    verdict,
)
from motcua.kernel.worktime.trail import Step
from motcua.kernel.worktime.words import amount_words, words
from motcua.kernel.zone import ZONE, local

__all__ = [
    "CUTOFF",
    "OFFICE_HOURS",
    "UNITS",
    "ZONE",
    "CalendarEnds",
    "Due",
    "Limit",
    "Pause",
    "Sessions",
    "Step",
    "Unit",
    "Verdict",
    "WorkCalendar",
    "ahead_of",
    "amount_words",
    "days_left",
    "due",
    "due_at",
    "late_by_clock",
    "limit_from",
    "local",
    "transfer_by",
    "verdict",
    "words",
]
