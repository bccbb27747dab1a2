"""A reform of units: who waits for help is answered by the agency that carries the work on."""

from datetime import datetime

from motcua.feedback import events
from motcua.feedback.models import HelpRequest
from motcua.kernel.actors import Actor
from motcua.ledger.acts import act


def move_requests(*, start: str, to: str, place_id: str, by: Actor, at: datetime) -> int:
    """Move open requests of an agency to another and its place; gives how many. Whoever held one holds it no more."""
    with act(by=by, at=at) as deed:
        rows = list(HelpRequest.objects.select_for_update().filter(agency_id=start, closed_at=None))
        HelpRequest.objects.filter(id__in=[one.id for one in rows]).update(
            agency_id=to, place_id=place_id, holder_id=None, held_since=None
        )
        for one in rows:
            deed.record(events.HelpMoved(request_id=one.id, agency_id=to, start=start))
    return len(rows)
