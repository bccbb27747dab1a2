"""Outages are logged once while they last, end with a count of what was written by hand, and are counted."""

from datetime import timedelta

import pytest

from motcua.counter.errors import Incomplete, NotAllowed, NotFound
from motcua.counter.operations.outages import Reported, end_outage, log_outage
from motcua.counter.queries.outages import offline, outage, outages, tolls

HOUR = timedelta(hours=1)


def test_an_outage_lasts_until_somebody_says_it_is_over_and_how_many_receipts_were_written(cast, at):
    row = log_outage(said=Reported("line", at - 3 * HOUR, note="Đứt cáp"), by=cast.binh, at=at)
    assert offline(cast.binh).lasting == row
    with pytest.raises(NotAllowed):
        log_outage(said=Reported("power", at - HOUR), by=cast.bao, at=at)
    with pytest.raises(Incomplete):
        end_outage(outage_id=row.id, ended_at=at, handwritten=None, by=cast.binh, at=at)
    end_outage(outage_id=row.id, ended_at=at, handwritten=3, by=cast.bao, at=at)
    assert offline(cast.binh) == offline(cast.bao)
    assert offline(cast.binh).lasting is None
    assert offline(cast.binh).left == 3
    with pytest.raises(NotAllowed):
        end_outage(outage_id=row.id, ended_at=at, handwritten=3, by=cast.binh, at=at)


def test_an_outage_is_logged_afterwards_in_one_go(cast, at):
    log_outage(said=Reported("power", at - 3 * HOUR, at - HOUR, 0), by=cast.binh, at=at)
    assert [one.left for one in outages(cast.binh)] == [0]
    assert offline(cast.binh).lasting is None


def test_strangers_log_and_end_and_see_nothing(cast, at):
    row = log_outage(said=Reported("line", at - HOUR), by=cast.binh, at=at)
    for stranger in (cast.an, cast.bich, cast.dung):
        with pytest.raises(NotFound):
            log_outage(said=Reported("line", at - HOUR), by=stranger, at=at)
    with pytest.raises(NotFound):
        end_outage(outage_id=row.id, ended_at=at, handwritten=0, by=cast.chi, at=at)
    with pytest.raises(NotFound):
        outage(cast.chi, row.id)
    assert outages(cast.chi) == []
    assert offline(cast.chi).lasting is None
    assert offline(cast.dung).lasting is None


def test_outages_are_counted_by_agency_for_who_oversees(cast, at):
    for began in (5, 3):
        said = Reported("line", at - began * HOUR, at - (began - 1) * HOUR, 0)
        log_outage(said=said, by=cast.binh, at=at)
    log_outage(said=Reported("power", at - HOUR), by=cast.chi, at=at)
    found = tolls(cast.dung, at - 24 * HOUR, at)
    assert [(one.agency_id, one.outages) for one in found] == [(cast.binh.unit, 2), (cast.chi.unit, 1)]
    assert tolls(cast.binh, at - 24 * HOUR, at) == []
