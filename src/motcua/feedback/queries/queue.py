"""The queue of an agency: who waits, who is answered by whom, who waits too long; counts are lengths of lists."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from motcua.feedback.models import HelpRequest
from motcua.feedback.rules.requests import answers
from motcua.kernel.actors import Actor

LISTS = ("waiting", "mine", "late", "closed")
_NOBODY = Q(holder_id=None)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many wait for anybody, for the viewer, and too long."""

    waiting: int = 0
    mine: int = 0
    late: int = 0


def queue(
    viewer: Actor, name: str, *, at: datetime, after: UUID | None = None, limit: int = 50
) -> list[HelpRequest]:
    """Give a list of the viewer's agency; the open ones soonest due first, the closed ones newest first."""
    if not answers(viewer, viewer.unit or ""):
        return []
    if name == "closed":
        rows = HelpRequest.objects.filter(agency_id=viewer.unit, closed_at__isnull=False)
        rows = rows.filter(id__lt=after) if after else rows
        return list(rows.order_by("-id")[:limit])
    return list(_open(viewer).filter(_list(viewer, name, at)).order_by("due_at", "id")[:limit])


def counts(viewer: Actor, *, at: datetime) -> Counts:
    """Count the open requests of the viewer's agency, each list as it would be shown."""
    if not answers(viewer, viewer.unit or ""):
        return Counts()
    found = _open(viewer).aggregate(
        **{name: Count("id", filter=_list(viewer, name, at)) for name in ("waiting", "mine", "late")}
    )
    return Counts(**found)


def _open(viewer: Actor) -> QuerySet[HelpRequest]:
    return HelpRequest.objects.filter(agency_id=viewer.unit, closed_at=None)


def _list(viewer: Actor, name: str, at: datetime) -> Q:
    return {
        "waiting": _NOBODY,
        "mine": Q(holder_id=UUID(viewer.id)),
        "late": Q(replied_at=None, due_at__lt=at),
    }[name]
