"""Two officers list the same papers at the same moment: one list has them, the other is refused."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

import conftest as suite
from motcua.custody.errors import Incomplete
from motcua.custody.models import Handover, Item, Line
from motcua.custody.operations.handing import hand_over
from motcua.dossiers.operations.reception import take_in
from motcua.dossiers.tests.factories import counter_case

pytestmark = pytest.mark.database_clone


def test_listed_by_two_at_once_it_stands_on_one_list(database_clone, at):
    cast, start = suite.make_cast(at), threading.Barrier(2)
    take_in(case=counter_case(at), by=cast.binh, at=at)
    item = Item.objects.get()

    def list_it(by):
        try:
            start.wait(30)
            return hand_over(way="out", items=[item.id], by=by, at=at)
        except Incomplete:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as hands:
        made = list(hands.map(list_it, [cast.binh, cast.bao]))
    assert len([one for one in made if one]) == 1
    assert Handover.objects.count() == Line.objects.count() == 1
    assert Handover.objects.get().number.endswith("-01")
