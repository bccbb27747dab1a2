"""An invented history is plausible, the same for the same seed, and as large as ordered."""

from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest

from motcua.commands.generating.history import history, orders
from motcua.commands.generating.mix import shares
from motcua.directory.queries import work_calendar
from motcua.dossiers.rules.workflow import CLOSED, ENDED
from motcua.kernel.references import identity_problem, phone_normal
from motcua.training.people import person

ONLY = {"UBND25-16681", "UBND25-16813", "STP"}


@pytest.fixture
def work(db, at):
    found = shares(at.date(), Random(1), per_field=2, only=ONLY)
    return orders(found, 400, 60, at.date() - timedelta(days=90), at, 1)


def test_people_pass_the_checks_of_the_forms():
    rng = Random(3)
    for _ in range(300):
        one = person(rng)
        assert identity_problem(one.number, birth=one.born) is None
        assert phone_normal(one.phone) == one.phone


def test_as_many_as_ordered_and_the_crowd_is_at_the_first(work):
    assert sum(order.count for order in work) == 400
    assert [order.opened for order in work] == [60, 0, 0]
    crowd = [one for one in history(work[0]) if one.stage not in CLOSED]
    assert len(crowd) >= 60


def test_the_same_seed_tells_the_same_story(work):
    assert [list(history(order)) for order in work] == [list(history(order)) for order in work]


def test_every_life_goes_forward_and_fits_its_stage(work, at):
    stages = Counter()
    for order in work:
        calendar = work_calendar(order.share.agency_id, at.date())
        told = list(history(order))
        assert [one.submitted_at for one in told] == sorted(one.submitted_at for one in told)
        for one in told:
            stages[one.stage] += 1
            moments = [one.submitted_at, one.received_at, one.ended_at, one.returned_at]
            known = [moment for moment in moments if moment]
            assert known == sorted(known)
            assert known[-1] <= at
            assert (one.ended_at is not None) == (one.stage in ENDED)
            assert (one.returned_at is not None) == (one.stage == "returned")
            assert (one.received_at is None) == (one.stage in ("submitted", "refused"))
            day = (one.received_at or one.submitted_at).date()
            assert not one.received_at or calendar.after(day.toordinal(), 0) == day.toordinal()
    assert stages["returned"] > 200
    assert {"submitted", "received", "handling", "approving"} <= set(stages)
    assert date(2025, 7, 1) < min(one.submitted_at.date() for order in work for one in history(order))
