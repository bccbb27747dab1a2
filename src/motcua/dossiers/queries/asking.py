"""How long the owner has to answer a request for papers made at a moment, by which rule."""

from dataclasses import dataclass
from datetime import datetime

from motcua.directory.queries import PeriodFacts, period, work_calendar
from motcua.dossiers.rules.supplements import Term, term
from motcua.kernel.worktime import ZONE


@dataclass(frozen=True, slots=True)
class Asking:
    """The row that says how long, and the term counted from it (None where it cannot be counted)."""

    rule: PeriodFacts
    term: Term | None


def asking(procedure: str, agency_id: str, at: datetime) -> Asking | None:
    """Give the term of a request made at a moment; None where no row says how long."""
    on = at.astimezone(ZONE).date()
    rule = period("supplement_answer", on, procedure)
    if rule is None:
        return None
    lead = period("supplement_reminder", on, procedure)
    return Asking(rule, term(at, rule.limit, lead.limit if lead else None, work_calendar(agency_id, on)))
