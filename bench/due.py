"""How many due dates a second, on one core."""

import time
from datetime import datetime, timedelta
from random import Random

from bench import due_peers
from bench.report import Report
from bench.world import World
from motcua.directory.queries import work_calendar
from motcua.kernel.worktime import ZONE, Limit, Pause, due, due_at

CASES = 40_000


def run(world: World, report: Report) -> None:
    """Measure the moment alone, and the moment with its reasons."""
    del world
    rng = Random(1)
    calendar = work_calendar(None, datetime(2026, 11, 1, tzinfo=ZONE).date())
    cases = [_case(rng) for _ in range(CASES)]
    began = time.process_time()
    for received, limit, pauses in cases:
        due_at(received, limit, pauses, calendar)
    report.add("due moments on one core", f"{CASES / (time.process_time() - began):,.0f} /s")
    began = time.process_time()
    for received, limit, pauses in cases[: CASES // 10]:
        due(received, limit, pauses, calendar)
    report.add("due moments with the trail in words", f"{CASES / 10 / (time.process_time() - began):,.0f} /s")
    due_peers.run(calendar, report)


def _case(rng: Random) -> tuple[datetime, Limit, tuple[Pause, ...]]:
    received = datetime(2025, 7, 1, 7, 0, tzinfo=ZONE) + timedelta(minutes=int(rng.random() * 600_000))
    unit = ("working_day", "working_day", "working_day", "day", "working_hour", "month", "same_day")[
        int(rng.random() * 7)
    ]
    most = {"month": 3, "same_day": 1}.get(unit, 25)
    limit = Limit(1 + int(rng.random() * most), unit)  # type: ignore[arg-type]
    if rng.random() < 0.8:
        return received, limit, ()
    start = received + timedelta(hours=5)
    return received, limit, (Pause(start, start + timedelta(hours=int(rng.random() * 100))),)
