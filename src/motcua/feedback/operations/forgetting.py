"""Forgetting who asked for help: names, numbers and words go when their time of keeping is over; the counts stay."""

from datetime import datetime

from motcua.directory.queries import run_out
from motcua.feedback import events
from motcua.feedback.models import HelpEntry, HelpRequest, TakenCall
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.ledger.acts import act

AT_ONCE = 1000


def forget_requests(*, by: Actor, at: datetime) -> int:
    """Empty requests that ended long ago; gives how many."""
    until = run_out("help_kept", at)
    if until is None:
        return 0
    old = HelpRequest.objects.filter(closed_at__lt=until).exclude(said_sealed=None, phone_sealed=None)
    ids = list(old.order_by("id").values_list("id", flat=True)[:AT_ONCE])
    if not ids:
        return 0
    with act(by=by, at=at) as deed:
        HelpRequest.objects.filter(id__in=ids).update(
            said_sealed=None, phone_sealed=None, phone_index=None, phone_masked="", asker=None
        )
        TakenCall.objects.filter(request_id__in=ids).delete()
        HelpEntry.objects.filter(request_id__in=ids).update(text_sealed=None)
        deed.record(events.HelpForgotten(batch=uuid7(at), requests=len(ids)))
    return len(ids)
