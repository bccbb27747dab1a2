"""Acts side by side and acts cut off: no gap, no duplicate, no deadlock, no half."""

import os
import signal
import threading
from collections import Counter
from contextlib import suppress
from datetime import date

import pytest
from django.db import connection

from motcua.kernel.ids import uuid7
from motcua.ledger.acts import act
from motcua.ledger.models import ChainHead, Series, SeriesBlock
from motcua.ledger.tests.conftest import AT, BINH, HERE, THERE, ours
from motcua.ledger.tests.wiring import Happened
from motcua.ledger.verify import verify

pytestmark = [pytest.mark.database_clone, pytest.mark.usefixtures("database_clone", "own_wiring", "anchors")]

DAY = date(2026, 9, 8)
PARALLEL = 32


def number(*agencies):
    """One act that takes a number and records a fact at each of these agencies."""
    with act(by=BINH, at=AT) as deed:
        taken = [(agency, deed.number(f"test:{agency}", DAY)) for agency in agencies]
        for agency, pending in taken:
            deed.record(Happened(thing=uuid7(), agency=agency, number=pending))
    return [(agency, int(pending.text)) for agency, pending in taken]


def side_by_side(works):
    """Run each work in a thread with a connection of its own, all starting together."""
    start, given, problems = threading.Barrier(len(works)), [], []

    def run(work):
        try:
            start.wait(60)
            given.extend(work())
        except Exception as problem:
            problems.append(problem)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert problems == []
    return given


def gapless(given):
    by_agency = {}
    for agency, ordinal in given:
        by_agency.setdefault(agency, []).append(ordinal)
    return all(sorted(taken) == list(range(1, len(taken) + 1)) for taken in by_agency.values())


def test_32_acts_at_once_at_one_agency_leave_no_gap_and_no_duplicate():
    given = side_by_side([lambda: [one for _ in range(10) for one in number(HERE)]] * PARALLEL)
    assert len(given) == 320
    assert gapless(given)
    assert verify().findings == []


def test_32_acts_at_once_over_many_agencies_taken_in_any_order_do_not_deadlock():
    agencies = [f"A{index:02}" for index in range(12)]

    def work(turn):
        def run():
            given = []
            for step in range(8):
                some = [agencies[(turn * 5 + step * 7 + index * 3) % 12] for index in range(4)]
                given += number(*(some if turn % 2 else reversed(some)))
            return given

        return run

    given = side_by_side([work(turn) for turn in range(PARALLEL)])
    assert len(given) == PARALLEL * 8 * 4
    assert gapless(given)
    assert ours().count() == len(given)
    assert verify().findings == []


def test_an_act_that_fails_gives_its_number_back():
    number(HERE)
    with suppress(RuntimeError), act(by=BINH, at=AT) as deed:
        deed.number(f"test:{HERE}", DAY)
        deed.record(Happened(thing=uuid7(), agency=HERE))
        raise RuntimeError
    assert number(HERE) == [(HERE, 2)]
    assert ours().count() == 2


def test_several_numbers_of_one_series_in_one_act_follow_each_other():
    assert number(HERE, THERE, HERE, HERE) == [(HERE, 1), (THERE, 1), (HERE, 2), (HERE, 3)]


@pytest.mark.parametrize(("before", "then"), [(9998, [9999, 10000, 10001]), (0, [1, 2, 3])])
def test_the_series_goes_on_past_9999(before, then):
    if before:
        Series.objects.create(key=f"test:{HERE}:{DAY}", value=before)
    assert [ordinal for _ in range(3) for _, ordinal in number(HERE)] == then


def test_each_day_begins_at_one():
    number(HERE)
    with act(by=BINH, at=AT) as deed:
        pending = deed.number(f"test:{HERE}", date(2026, 9, 9))
    assert pending.text == "1"


def _block(first, last, since=date(2026, 1, 1), until=None, agency=HERE):
    SeriesBlock.objects.create(
        scope=f"test:{agency}", valid_from=since, valid_to=until, first=first, last=last,
        reserved_for="the system before", source="test",
    )  # fmt: skip


def test_a_block_kept_for_an_older_system_is_jumped():
    _block(2, 4)
    _block(5, 6)
    _block(8, 8, until=date(2026, 9, 7))
    _block(9, 9, agency=THERE)
    assert [ordinal for _ in range(4) for _, ordinal in number(HERE)] == [1, 7, 8, 9]


def test_a_fact_without_an_agency_hangs_on_one_of_sixteen_chains_by_who_acts():
    number(None)
    [event] = ours()
    assert event.chain.partition(":")[0] in {f"~{ordinal}" for ordinal in range(16)}
    assert ChainHead.objects.get(chain=event.chain).sequence == event.sequence


@pytest.mark.parametrize("moment", ["locked", "rules"])
def test_an_act_killed_before_its_commit_leaves_no_gap_and_no_half(moment):
    number(HERE)
    connection.close()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:

        def stand_still():
            os.write(writing, b".")
            signal.pause()

        with act(by=BINH, at=AT) as deed:
            Series.objects.create(key=f"half:{HERE}", value=1)
            deed.number(f"test:{HERE}", DAY)
            deed.record(Happened(thing=uuid7(), agency=HERE))
            if moment == "rules":
                stand_still()
            deed.at_last(stand_still)
        os._exit(1)
    os.read(reading, 1)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert number(HERE) == [(HERE, 2)]
    assert not Series.objects.filter(key=f"half:{HERE}").exists()
    assert ours().count() == 2
    assert verify().findings == []


def test_an_act_inside_an_act_is_one_act():
    with act(by=BINH, at=AT) as outer:
        with act(by=BINH, at=AT) as inner:
            inner.record(Happened(thing=uuid7(), agency=HERE))
        outer.record(Happened(thing=uuid7(), agency=HERE))
        assert inner is outer
        assert ours().count() == 0
    assert Counter(ours().values_list("sequence", flat=True)) == {1: 1, 2: 1}
