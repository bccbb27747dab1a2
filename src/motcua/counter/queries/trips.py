"""The map of trips: how many people came where, for what, and why."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Count

from motcua.counter.models import Visit
from motcua.dossiers.rules.permits import has_desk, oversees
from motcua.kernel.actors import Actor
from motcua.kernel.worktime import ZONE


@dataclass(frozen=True, slots=True)
class Trips:
    """So many visits alike; `online` and `post` tell whether they could have been spared."""

    agency_id: str
    procedure: str
    reason: str
    outcome: str
    online: bool
    post: bool
    visits: int


def trips(viewer: Actor, first: date, last: date) -> list[Trips]:
    """Count visits from one day to another, most frequent first: everywhere for oversight, else at one's own agency."""
    if not has_desk(viewer):
        return []
    begin, end = (datetime.combine(day, time(), ZONE) for day in (first, last + timedelta(days=1)))
    rows = Visit.objects.filter(at__gte=begin, at__lt=end)
    if not oversees(viewer):
        rows = rows.filter(agency_id=viewer.unit)
    columns = ("agency_id", "procedure", "reason", "outcome", "online", "post")
    counted = rows.values_list(*columns).annotate(visits=Count("id"))
    return [Trips(*row) for row in counted.order_by("-visits", *columns)]
