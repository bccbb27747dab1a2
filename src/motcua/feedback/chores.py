"""What happens to help requests by the clock."""

import logging
from datetime import datetime

from motcua.feedback.models import HelpRequest
from motcua.feedback.operations import alarms, calls, forgetting
from motcua.gateways import registry
from motcua.gateways.errors import Unavailable
from motcua.kernel.actors import SYSTEM

LOG = logging.getLogger(__name__)


def take_calls(*, at: datetime, limit: int = 1000) -> int:
    """Take missed calls over from the gateway; what it tells again after a crash is known by its key."""
    gateway = registry.telephony()
    try:
        told = gateway.missed(limit)
    except Unavailable as error:
        LOG.warning("the telephony gateway cannot be asked: %s", error)
        return 0
    new = calls.take_in(calls=told.calls, by=SYSTEM, at=at)
    calls.report(lines=told.bad, by=SYSTEM, at=at)
    gateway.confirm(told.upto)
    return new


def raise_alarms(*, at: datetime, limit: int = 500) -> int:
    """Look at the requests whose alarm has come; gives how many were near or past their time."""
    due = HelpRequest.objects.filter(alarm_at__lt=at, closed_at=None).order_by("alarm_at")
    ids = list(due.values_list("id", flat=True)[:limit])
    return sum(alarms.raise_alarm(request_id=one, by=SYSTEM, at=at) for one in ids)


def forget(*, at: datetime) -> None:
    """Empty requests that ended long ago."""
    while forgetting.forget_requests(by=SYSTEM, at=at):
        pass
