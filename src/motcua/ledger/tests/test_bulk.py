"""History copied in hangs on the same chains and takes the same numbers as acts do."""

import pytest
from django.db import connection, transaction

from motcua.kernel.ids import uuid7
from motcua.ledger.bulk import number_many, record_many
from motcua.ledger.models import SeriesBlock
from motcua.ledger.tests.conftest import AT, BINH, HERE, THERE, ours, record
from motcua.ledger.tests.test_acts import DAY, number
from motcua.ledger.tests.wiring import Happened
from motcua.ledger.verify import verify

pytestmark = [pytest.mark.database_clone, pytest.mark.usefixtures("database_clone", "own_wiring", "anchors")]


def copy_in(agencies):
    with transaction.atomic():
        numbers = number_many([(f"test:{agency}", DAY) for agency in agencies])
        facts = [(uuid7(), Happened(thing=uuid7(), agency=agency)) for agency in agencies]
        record_many(facts, by=BINH, at=AT)
    return numbers


def test_facts_copied_in_between_acts_leave_every_chain_whole():
    record(HERE, 2)
    copy_in([HERE, THERE] * 50)
    record(HERE)
    copy_in([HERE])
    assert verify().findings == []
    assert (ours().count(), ours().filter(unit=HERE).count()) == (104, 54)


def test_numbers_taken_in_bulk_go_on_from_the_last_and_leave_no_gap():
    assert number(HERE) == [(HERE, 1)]
    assert copy_in([HERE, THERE, HERE]) == [2, 1, 3]
    assert number(HERE) == [(HERE, 4)]


def test_bulk_jumps_a_block_kept_for_an_older_system():
    SeriesBlock.objects.create(
        scope=f"test:{HERE}", valid_from=DAY, first=2, last=3, reserved_for="the system before", source="test"
    )
    assert copy_in([HERE, THERE, HERE, HERE]) == [1, 1, 4, 5]


def test_nobody_is_told_of_history():
    copy_in([HERE])
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs")
        assert cursor.fetchone() == (0,)
