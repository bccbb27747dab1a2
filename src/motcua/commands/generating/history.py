"""The invented history of one agency, oldest first; the same seed and clock tell the same story."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from motcua.commands.generating import lives
from motcua.commands.generating.mix import ONLINE_SHARE, POST_SHARE, Offer, Share
from motcua.directory.queries import work_calendar
from motcua.dossiers.operations.bulk import Copied
from motcua.kernel.worktime import ZONE, WorkCalendar
from motcua.training.people import person

HELD_BY_SOMEBODY = ("handling", "approving", "approved")


@dataclass(frozen=True, slots=True)
class Order:
    """How much history one agency gets: `opened` of the dossiers are forced to be still open."""

    share: Share
    count: int
    opened: int
    first: date
    now: datetime
    seed: int
    holders: Sequence[UUID] = ()


def orders(
    shares: Sequence[Share], count: int, largest_open: int, first: date, now: datetime, seed: int
) -> list[Order]:
    """Divide a number of dossiers over the agencies; the heaviest also gets the crowd of open ones."""
    crowd = min(largest_open, count)
    total, left = sum(one.weight for one in shares), count - crowd
    counts = [int(left * one.weight / total) for one in shares]
    counts[0] += left - sum(counts) + crowd
    made = [
        Order(one, number, crowd if place == 0 else 0, first, now, seed)
        for place, (one, number) in enumerate(zip(shares, counts, strict=True))
    ]
    return [one for one in made if one.count]


def history(order: Order) -> Iterator[Copied]:
    """Tell the history of one agency."""
    rng = Random(f"{order.seed}:{order.share.agency_id}")  # noqa: S311 - a story, not a secret
    calendar = work_calendar(order.share.agency_id, order.now.astimezone(ZONE).date())
    days = lives.Days(order.first, order.now.astimezone(ZONE).date() - timedelta(days=1), calendar)
    moments = [days.moment(rng) for _ in range(order.count - order.opened)]
    told = [(moment, _offer(rng, order.share)) for moment in moments]
    stories = [(_opened(rng, order, calendar)) for _ in range(order.opened)]
    stories += [
        (lives.natural(rng, moment, offer.limit, offer.papers, order.now, calendar), offer)
        for moment, offer in told
    ]
    stories.sort(key=lambda story: story[0].submitted_at)
    for life, offer in stories:
        yield _copied(rng, order, life, offer)


def _offer(rng: Random, share: Share) -> Offer:
    return share.offers[min(bisect(share.running, rng.random() * share.running[-1]), len(share.offers) - 1)]


def _opened(rng: Random, order: Order, calendar: WorkCalendar) -> tuple[lives.Life, Offer]:
    offer = _offer(rng, order.share)
    return lives.still_open(rng, order.now, offer.papers, calendar), offer


def _copied(rng: Random, order: Order, life: lives.Life, offer: Offer) -> Copied:
    owner, by_chance = person(rng), rng.random()
    online = bool(offer.level) and by_chance < ONLINE_SHARE
    holder = None
    if life.stage in HELD_BY_SOMEBODY and order.holders and by_chance < 0.7:
        holder = order.holders[int(rng.random() * len(order.holders))]
    return Copied(
        owner=owner,
        procedure=offer.procedure,
        version_id=offer.version_id,
        agency_id=order.share.agency_id,
        stage=life.stage,
        submitted_at=life.submitted_at,
        received_at=life.received_at,
        ended_at=life.ended_at,
        returned_at=life.returned_at,
        limit=offer.limit,
        channel="online" if online else "post" if by_chance > 1 - POST_SHARE else "direct",
        level=offer.level if online else "",
        level_is_estimate=offer.is_estimate and online,
        return_way="online" if online else "counter",
        matter=offer.title,
        holder_id=holder,
        holds=(life.asked,) if life.asked else (),
    )
