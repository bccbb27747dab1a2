"""A block of the day's numbers is kept for somebody else: the series steps over it, from its day on."""

from datetime import date, timedelta

import pytest

from motcua.kernel.actors import SYSTEM
from motcua.ledger.acts import act
from motcua.ledger.blocks import Block, Unkeepable, keep_block, kept_blocks
from motcua.ledger.models import Event

pytestmark = pytest.mark.django_db
DAY = date(2026, 9, 8)


def _block(**more):
    said = {"scope": "dossier:X", "first": 2, "last": 4, "valid_from": DAY, "valid_to": None}
    return Block(**{**said, "reserved_for": "Sổ giấy quyển 3", "source": "Công văn 12/UBND", **more})


def _next(at, day=DAY):
    with act(by=SYSTEM, at=at) as deed:
        number = deed.number("dossier:X", day)
    return int(number.text)


def test_the_series_steps_over_what_is_kept_from_that_day_on(at):
    keep_block(block=_block(), by=SYSTEM, at=at)
    assert [_next(at), _next(at), _next(at)] == [1, 5, 6]
    before = DAY - timedelta(days=1)
    assert [_next(at, before), _next(at, before)] == [1, 2]
    assert Event.objects.get(name="ledger.BlockKept").facts["last"] == 4
    assert kept_blocks() == [_block()]


@pytest.mark.parametrize(
    "wrong",
    [
        {"first": 0},
        {"first": 5},
        {"valid_to": DAY - timedelta(days=1)},
        {"source": " "},
    ],
)
def test_a_block_that_makes_no_sense_is_not_kept(at, wrong):
    with pytest.raises(Unkeepable):
        keep_block(block=_block(**wrong), by=SYSTEM, at=at)
    assert kept_blocks() == []


def test_the_same_number_is_not_kept_twice_on_one_day(at):
    keep_block(block=_block(valid_to=DAY), by=SYSTEM, at=at)
    with pytest.raises(Unkeepable):
        keep_block(block=_block(first=4, last=9), by=SYSTEM, at=at)
    keep_block(block=_block(first=4, last=9, valid_from=DAY + timedelta(days=1)), by=SYSTEM, at=at)


def test_numbers_that_were_given_out_cannot_be_kept_any_more(at):
    _next(at)
    _next(at)
    with pytest.raises(Unkeepable, match="2026-09-08"):
        keep_block(block=_block(), by=SYSTEM, at=at)
    keep_block(block=_block(first=3), by=SYSTEM, at=at)
    assert _next(at) == 5
