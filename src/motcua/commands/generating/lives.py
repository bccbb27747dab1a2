"""The life of an invented dossier: when it was filed, received, decided, returned, and what it waited for."""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate
from random import Random

from motcua.dossiers.operations.bulk import Held
from motcua.kernel.worktime import ZONE, Limit, WorkCalendar, due_at

WEEKDAYS = (24, 20, 19, 19, 18, 1, 1)
MONTHS = (7.5, 6.0, 9.0, 8.5, 8.5, 8.5, 9.0, 9.0, 8.5, 8.5, 8.5, 8.5)
HOURS = tuple(accumulate((8, 18, 20, 12, 2, 3, 14, 13, 8, 2)))
FIRST_HOUR = 7
EVENINGS = 0.18
LATE, REFUSED, STOPPED, ASKED = 0.06, 0.02, 0.015, 0.08
UNWRITTEN = Limit(5, "working_day")
OPEN_STAGES = (
    ("submitted",) * 2
    + ("received",) * 3
    + ("handling",) * 9
    + ("approving",) * 3
    + ("approved", "issued", "issued")
)


@dataclass(slots=True)
class Life:
    """The moments of one dossier, and the stage it has reached."""

    submitted_at: datetime
    stage: str = "submitted"
    received_at: datetime | None = None
    ended_at: datetime | None = None
    returned_at: datetime | None = None
    asked: Held | None = None


class Days:
    """The days of a stretch of time, drawn as often as people file on them."""

    def __init__(self, first: date, last: date, calendar: WorkCalendar) -> None:
        count = (last - first).days + 1
        self.days = [first + timedelta(days=step) for step in range(count)]
        self.running = list(accumulate(self._weight(day, calendar) for day in self.days))

    @staticmethod
    def _weight(day: date, calendar: WorkCalendar) -> float:
        works = calendar.after(day.toordinal(), 0) == day.toordinal()
        return WEEKDAYS[day.weekday()] * MONTHS[day.month - 1] if works else 4.0

    def moment(self, rng: Random) -> datetime:
        """Draw the moment of a filing: in the hours of the counter, or in the evening at home."""
        day = self.days[min(bisect(self.running, rng.random() * self.running[-1]), len(self.days) - 1)]
        if rng.random() < EVENINGS:
            return _at(day, 18 + int(rng.random() * 5), rng)
        return _at(day, office_hour(rng), rng)


def office_hour(rng: Random) -> int:
    """Draw an hour of the working day."""
    return FIRST_HOUR + bisect(HOURS, rng.random() * HOURS[-1])


def _at(day: date, hour: int, rng: Random) -> datetime:
    seconds = int(rng.random() * 3_600_000)
    return datetime(
        day.year,
        day.month,
        day.day,
        hour,
        seconds // 60_000,
        seconds // 1000 % 60,
        seconds % 1000 * 1000,
        tzinfo=ZONE,
    )


def natural(
    rng: Random,
    submitted: datetime,
    limit: Limit | None,
    papers: Sequence[tuple[int, str]],
    now: datetime,
    calendar: WorkCalendar,
) -> Life:
    """Let a dossier go its way until now."""
    life = Life(submitted)
    received = due_at(submitted, Limit(1 + int(rng.random() * 7), "working_hour"), (), calendar)
    if received is None or received >= now:
        return life
    received -= timedelta(seconds=int(rng.random() * 3000))
    received = max(received, submitted + timedelta(minutes=3))
    if rng.random() < REFUSED:
        life.stage, life.ended_at = "refused", received
        return life
    life.received_at = received
    ended = _ended(rng, received, limit, calendar)
    if ended >= now:
        _under_way(rng, life, (now - received) / (ended - received), papers, now)
    else:
        _over(rng, life, ended, now, calendar)
    return life


def _ended(rng: Random, received: datetime, limit: Limit | None, calendar: WorkCalendar) -> datetime:
    due = due_at(received, limit or UNWRITTEN, (), calendar) or received
    late = rng.random() < LATE
    share = 1.05 + rng.random() if late else 0.25 + 0.75 * rng.random()
    reached = received + (due - received) * share
    day = date.fromordinal(calendar.after(reached.toordinal(), 0))
    ended = max(_at(day, office_hour(rng), rng), received + timedelta(minutes=20 + int(rng.random() * 90)))
    return ended if late or ended <= due else due - (due - received) * 0.1 * rng.random()


def _under_way(
    rng: Random, life: Life, done: float, papers: Sequence[tuple[int, str]], now: datetime
) -> None:
    life.stage = (
        "received" if done < 0.1 else "handling" if done < 0.7 else "approving" if done < 0.9 else "approved"
    )
    if life.stage in ("received", "handling") and rng.random() < ASKED and life.received_at:
        life.asked = asked(rng, life, papers, life.received_at + (now - life.received_at) * rng.random())


def asked(rng: Random, life: Life, papers: Sequence[tuple[int, str]], placed: datetime) -> Held:
    """Invent a supplement request."""
    component, title = papers[int(rng.random() * len(papers))] if papers else (0, "Giấy tờ kèm theo")
    reason = ("Ảnh chụp bị mờ, không đọc được nội dung.", "Thiếu trang có chữ ký và con dấu.")[
        rng.random() < 0.5
    ]
    return Held(
        kind="supplement",
        placed_at=placed,
        placed_by="import",
        stage=life.stage,
        items=((component, title, reason),),
    )


def _over(rng: Random, life: Life, ended: datetime, now: datetime, calendar: WorkCalendar) -> None:
    life.ended_at = ended
    if rng.random() < STOPPED:
        life.stage = "stopped"
        return
    life.stage = "issued"
    day = date.fromordinal(calendar.after(ended.toordinal() + int(rng.random() * 4), 0))
    returned = max(_at(day, office_hour(rng), rng), ended + timedelta(minutes=5))
    if returned < now and rng.random() < 0.985:
        life.stage, life.returned_at = "returned", returned


def still_open(rng: Random, now: datetime, papers: Sequence[tuple[int, str]], calendar: WorkCalendar) -> Life:
    """Invent a dossier that waits at an overburdened agency."""
    stage = OPEN_STAGES[int(rng.random() * len(OPEN_STAGES))]
    days = 2 if stage == "submitted" else 75
    submitted = now - timedelta(seconds=int(rng.random() * days * 86_400) + 60)
    life = Life(submitted)
    received = due_at(submitted, Limit(1 + int(rng.random() * 7), "working_hour"), (), calendar)
    if stage == "submitted" or received is None or received >= now:
        return life
    life.stage, life.received_at = stage, max(received, submitted + timedelta(minutes=3))
    if stage == "issued":
        life.ended_at = life.received_at + (now - life.received_at) * (0.3 + 0.7 * rng.random())
    elif stage in ("received", "handling") and rng.random() < ASKED:
        life.asked = asked(rng, life, papers, life.received_at + (now - life.received_at) * rng.random())
    return life
