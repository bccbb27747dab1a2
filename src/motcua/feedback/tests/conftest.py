"""What tests of feedback share: a place, a wish, a call."""

from datetime import UTC, datetime, timedelta

import pytest

from motcua.accounts.operations.contacts import Telling, tell_place
from motcua.directory.queries.contacts import places_of
from motcua.directory.rules.contacts import Told
from motcua.feedback.operations.asking import Wish, ask_call_back
from motcua.gateways.telephony.port import MissedCall
from motcua.kernel.actors import Actor

COMMUNE = "UBND25-17989"
DUTY = "+842383844522"
FRIDAY = datetime(2026, 9, 11, 9, 30, tzinfo=UTC)
"""Friday, 16:30 in Vietnam: half an hour before the office closes."""
GUEST = Actor("guest", "somebody")


@pytest.fixture
def place(cast, at):
    """The commune's one-stop, with its duty number told."""
    [found] = places_of(COMMUNE, at.date())[:1]
    tell_place(
        place_id=found.id,
        telling=Telling(Told(phone=DUTY), 0, None, None, "page"),
        by=cast.binh,
        at=at - timedelta(days=1),
    )
    return found


@pytest.fixture
def wished(place):
    """Ask for a call back; gives the request."""

    def wish(at, phone="0912345678", asker=b"a", **more):
        said = Wish(**{"name": "Vi Thị Mai", "phone": phone, "language": "tai", "about": "Khai sinh", **more})
        return ask_call_back(place_id=place.id, wish=said, asker=asker, by=GUEST, at=at)

    return wish


def call(at, number="0912345678", called=DUTY):
    """A missed call."""
    return MissedCall(f"{number}|{called}|{at.isoformat()}", number, called, at)
