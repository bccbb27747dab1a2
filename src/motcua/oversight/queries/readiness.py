"""How one-stops stand: one now, the province as it was this morning."""

from dataclasses import dataclass
from datetime import date, datetime

from motcua.directory.queries import AgencyFacts, agency_known
from motcua.kernel.actors import Actor
from motcua.kernel.worktime import ZONE
from motcua.oversight.errors import NotFound
from motcua.oversight.models import Readiness
from motcua.oversight.queries.signs import bounds, signs_of
from motcua.oversight.rules.permits import may_see_agency, oversees
from motcua.oversight.rules.readiness import Finding, Light, judge

Key = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Line:
    """One one-stop of the province's table, as it was when it was looked at."""

    agency: AgencyFacts
    light: Light
    checks: dict[str, int]
    looked_at: datetime

    @property
    def key(self) -> Key:
        """Give the place of the line in the table."""
        return int(self.light), self.agency.id


def findings_of(viewer: Actor, agency_id: str, at: datetime) -> list[Finding]:
    """Judge one one-stop as it is now. Raises NotFound for strangers."""
    if not may_see_agency(viewer, agency_id):
        raise NotFound
    return judge(signs_of([agency_id], at)[agency_id], bounds(at))


def last_day(at: datetime) -> date | None:
    """Give the last day on which the province was looked at."""
    on = at.astimezone(ZONE).date()
    return Readiness.objects.filter(day__lte=on).order_by("-day").values_list("day", flat=True).first()


def province(viewer: Actor, day: date, *, after: Key | None = None, limit: int = 50) -> list[Line]:
    """List the one-stops of a day, the worst first; nothing for whoever does not oversee the province."""
    if not oversees(viewer):
        return []
    rows = Readiness.objects.filter(day=day).order_by("-light", "agency_id")
    if after is not None:
        light, agency_id = after
        rows = rows.filter(light__lt=light) | rows.filter(light=light, agency_id__gt=agency_id)
    return [
        Line(facts, Light(row.light), row.checks, row.looked_at)
        for row in rows[:limit]
        if (facts := agency_known(row.agency_id, day)) is not None
    ]


def tally(viewer: Actor, day: date) -> dict[Light, int]:
    """Count the one-stops of a day by light."""
    if not oversees(viewer):
        return {}
    found = dict.fromkeys(Light, 0)
    for light in Readiness.objects.filter(day=day).values_list("light", flat=True):
        found[Light(light)] += 1
    return found
