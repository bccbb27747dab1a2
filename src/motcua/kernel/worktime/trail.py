"""How a due date was counted, as steps that add up: the days that count, those that do not, and why.

Kinds of step, in the order in which they can occur:

- `received` (detail: unit, count: amount), `no_limit`, `begins` (hours: when the office opens);
- `after_cutoff` (within the day: it came too late for that day; on: the cut-off hour);
- `office_day` (count: seconds, when a day of that office has not 8 hours);
- `counted` (count: days, upto: running total, skipped: weekly rest days inside);
- `hours` (count: seconds, upto: running total), `holiday` and `weekend` (not counted);
- `term` (a plain term of days or months), `used` (days of it before it was halted),
  `shifted` (by a pause; on: the new last day);
- `paused` (count and unit: what does not count), `halted` (still paused; count and unit: what is left);
- `moved` (the last day rests), `after_hours` (it has closed), `next_day` (due on the working day after);
- `due`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from motcua.kernel.worktime.calendar import WorkCalendar
from motcua.kernel.worktime.limits import Halt, Limit
from motcua.kernel.zone import ZONE

_DAY = timedelta(days=1)
_LONG = 10


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the count: what happened on which day (to which day), and how much it counted."""

    kind: str
    on: date
    detail: str = ""
    until: date | None = None
    count: int = 0
    upto: int = 0
    skipped: int = 0
    unit: str = ""


def trail_of(
    start: datetime, limit: Limit | None, halts: Sequence[Halt], at: datetime | None, calendar: WorkCalendar
) -> tuple[Step, ...]:
    """Return the steps that lead from reception to the due moment `at` (None: no limit, or still paused)."""
    if limit is None:
        return Step("received", start), Step("no_limit", start.date())
    known = [halt for halt in halts if at is None or halt.start <= at]
    if at is None:  # only pauses up to the open one had a say
        known = known[: next(place for place, halt in enumerate(known) if halt.end is None) + 1]
    head = Step("received", start, detail=limit.unit, count=limit.amount)
    if limit.unit == "working_day":
        body = _day_steps(start, limit.amount, known, at, calendar)
    elif limit.unit == "same_day":
        body = _same_day_steps(start, known, at, calendar)
    elif limit.unit == "working_hour":
        body = _hour_steps(start, limit.amount, known, at, calendar)
    else:
        body = _term_steps(start, limit, known, at, calendar)
    return (head, *body, *([Step("due", at)] if at else []))


def _rest(day: date, calendar: WorkCalendar) -> Step:
    name = calendar.rest_name(day)
    return Step("holiday" if name else "weekend", day, detail=name, until=day)


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += _DAY


def _joined(steps: Sequence[Step]) -> list[Step]:
    """Join neighbours of one kind; every holiday keeps its own step."""
    joined: list[Step] = []
    for step in steps:
        last = joined[-1] if joined else None
        if last and step.kind != "holiday" and (last.kind, last.detail) == (step.kind, step.detail):
            joined[-1] = replace(last, until=step.until, count=last.count + step.count, upto=step.upto)
        else:
            joined.append(step)
    return joined


# Working days


def _day_steps(
    start: datetime, amount: int, halts: Sequence[Halt], at: datetime | None, calendar: WorkCalendar
) -> list[Step]:
    first = start.date() + _DAY
    halted = halts[-1] if at is None else None
    last = at.date() if at else halts[-1].start.date()
    steps, counted = [], 0
    for day in _days(first, last):
        step = _day_step(day, halts, calendar)
        if step.kind == "counted":
            counted += 1
            step = replace(step, upto=counted) if counted <= amount else Step("next_day", day, until=day)
        steps.append(step)
    steps = _joined(steps)
    if amount > _LONG:
        steps = _weeks_joined(steps)
    if halted:
        left = max(amount - counted, 0)
        steps.append(Step("halted", halted.start, halted.reason, count=left, unit="working_day"))
    return steps


def _same_day_steps(
    start: datetime, halts: Sequence[Halt], at: datetime | None, calendar: WorkCalendar
) -> list[Step]:
    cutoff = datetime.combine(start.date(), calendar.cutoff, ZONE)
    late = [Step("after_cutoff", cutoff)] if calendar.after_cutoff(start) else []
    return late + _day_steps(start, 0, halts, at, calendar)


def _day_step(day: date, halts: Sequence[Halt], calendar: WorkCalendar) -> Step:
    for halt in halts:
        if halt.end and halt.start.date() < day <= halt.end.date():
            return Step(
                "paused", day, halt.reason, until=day, count=int(calendar.works(day)), unit="working_day"
            )
    if not calendar.works(day):
        return _rest(day, calendar)
    note = calendar.half.get(day, "") if day in calendar.half else calendar.working.get(day, "")
    return Step("counted", day, detail=note, until=day, count=1)


def _weeks_joined(steps: Sequence[Step]) -> list[Step]:
    """Join weeks of plain working days over plain weekends, so that a long limit stays readable."""
    joined: list[Step] = []
    for step in steps:
        plain = step.kind == "counted" and not step.detail
        if plain and len(joined) > 1 and joined[-1].kind == "weekend" and joined[-2].kind == "counted":
            before, rest = joined[-2], joined[-1]
            if not before.detail:
                joined[-2:] = [_over_weekend(before, rest, step)]
                continue
        joined.append(step)
    return joined


def _over_weekend(before: Step, rest: Step, after: Step) -> Step:
    skipped = before.skipped + ((rest.until or rest.on) - rest.on).days + 1
    return replace(
        before, until=after.until, count=before.count + after.count, upto=after.upto, skipped=skipped
    )


# Calendar days and months


def _term_steps(
    start: datetime, limit: Limit, halts: Sequence[Halt], at: datetime | None, calendar: WorkCalendar
) -> list[Step]:
    last = limit.last_day(start.date())
    steps = [Step("term", start.date() + _DAY, until=last, count=limit.amount, unit=limit.unit)]
    if halts and halts[0].end is None:  # nothing but what was used before can be told
        until = halts[0].start.date()
        steps = [Step("used", steps[0].on, until=until, count=(until - start.date()).days, unit="day")]
    if not steps[0].count:
        steps = []
    for halt in halts:
        if halt.end is None:
            left = max((last - halt.start.date()).days, 0)
            return [*steps, Step("halted", halt.start, halt.reason, count=left, unit="day")]
        count = (halt.end.date() - halt.start.date()).days
        moved = max(last + timedelta(days=count), halt.end.date()) if count else last
        steps.append(Step("paused", halt.start, halt.reason, until=halt.end, count=count, unit="day"))
        if moved != last:
            steps.append(Step("shifted", moved, count=(moved - last).days))
        last = moved
    if at is None:
        return steps
    rests = [
        replace(_rest(day, calendar), kind="moved") if not calendar.works(day) else Step("after_hours", day)
        for day in _days(last, at.date() - _DAY)
    ]
    return [*steps, *_joined(rests)]


# Working hours


def _hour_steps(
    start: datetime, amount: int, halts: Sequence[Halt], at: datetime | None, calendar: WorkCalendar
) -> list[Step]:
    begun, opens = calendar.position(start)
    begin = calendar.moment(begun, opening=opens)
    steps = [Step("begins", begin)] if begin != start.replace(microsecond=0) else []
    if calendar.day_seconds != 8 * 3600:
        steps.append(Step("office_day", begin, count=calendar.day_seconds))
    last = at or halts[-1].start
    days = [
        step
        for day in _days(start.date(), last.date())
        for step in _hours_of(day, (begin, last), halts, calendar)
    ]
    total = 0
    for step in _joined(days):
        total += step.count if step.kind == "hours" else 0
        steps.append(replace(step, detail="", upto=total) if step.kind == "hours" else step)
    if at is None:
        left = calendar.office_seconds(amount) - total
        steps.append(Step("halted", halts[-1].start, halts[-1].reason, count=left, unit="working_hour"))
    return steps


def _hours_of(
    day: date, span: tuple[datetime, datetime], halts: Sequence[Halt], calendar: WorkCalendar
) -> Iterator[Step]:
    """Yield the office time of one day inside the span, and the pauses that begin on it."""
    if not calendar.works(day):
        yield _rest(day, calendar)
    midnight = datetime.combine(day, time(), ZONE)
    from_, until = max(midnight, span[0]), min(midnight + _DAY, span[1])
    closed = [halt for halt in halts if halt.end]
    used = _office(from_, until, calendar) - sum(
        _office(max(from_, halt.start), min(until, halt.end or until), calendar) for halt in closed
    )
    if used:
        yield Step("hours", day, detail=str(used), until=day, count=used)
    for halt in closed:
        if halt.start.date() == day and halt.end:
            count = _office(halt.start, halt.end, calendar)
            yield Step("paused", halt.start, halt.reason, until=halt.end, count=count, unit="working_hour")


def _office(from_: datetime, until: datetime, calendar: WorkCalendar) -> int:
    return calendar.position(until)[0] - calendar.position(from_)[0] if from_ < until else 0
