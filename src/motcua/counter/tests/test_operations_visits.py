"""Why people come: noted once, with or without a dossier, and counted without knowing who they were."""

from datetime import timedelta

import pytest

from motcua.counter.errors import Incomplete, NotAllowed
from motcua.counter.models import Visit
from motcua.counter.operations.visits import Arrival, note_visit, receive_visitor
from motcua.counter.queries.remote import remote
from motcua.counter.queries.trips import Trips, trips
from motcua.dossiers.errors import Incomplete as NotComplete
from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.factories import BIRTH, counter_case
from motcua.kernel.ids import uuid7
from motcua.ledger.models import Event

DAY = timedelta(days=1)


def _arrival(at, **more):
    return Arrival(
        **({"page_id": uuid7(at), "outcome": "guided", "procedure": BIRTH, "reason": "told"} | more)
    )


def test_dossier_and_visit_are_written_in_one_act_and_once(cast, at):
    case = counter_case(at)
    once = receive_visitor(case=case, reason="no_smartphone", by=cast.binh, at=at)
    again = receive_visitor(case=case, reason="urgent", by=cast.binh, at=at + DAY)
    assert once == again
    visit = Visit.objects.get()
    assert (visit.dossier_id, visit.reason, visit.outcome) == (once.dossier_id, "no_smartphone", "received")
    assert Dossier.objects.count() == 1
    assert Event.objects.filter(name="counter.VisitNoted").count() == 1


def test_what_came_by_post_brought_nobody_to_the_counter(cast, at):
    receive_visitor(case=counter_case(at, channel="post"), reason="", by=cast.binh, at=at)
    assert Dossier.objects.count() == 1
    assert not Visit.objects.exists()


def test_a_dossier_that_is_not_received_leaves_no_visit_either(cast, at):
    with pytest.raises(NotComplete):
        receive_visitor(case=counter_case(at, papers=()), reason="told", by=cast.binh, at=at)
    assert not Visit.objects.exists()


def test_an_unknown_reason_takes_the_dossier_back_with_it(cast, at):
    with pytest.raises(Incomplete):
        receive_visitor(case=counter_case(at), reason="bored", by=cast.binh, at=at)
    assert not Dossier.objects.exists()


def test_a_visit_without_dossier_is_noted_once_for_each_outcome(cast, at):
    arrival = _arrival(at)
    for _ in range(2):
        note_visit(arrival=arrival, by=cast.binh, at=at)
    receive_visitor(
        case=counter_case(at, id=arrival.page_id), reason="told", by=cast.binh, at=at + timedelta(hours=1)
    )
    assert list(Visit.objects.order_by("at").values_list("outcome", flat=True)) == ["guided", "received"]


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"reason": "bored"}, "reason"),
        ({"outcome": "lost"}, "outcome"),
        ({"outcome": "received"}, "outcome"),
        ({"procedure": "9.999999"}, "procedure"),
    ],
)
def test_only_what_stands_in_the_lists_is_noted(cast, at, more, field):
    with pytest.raises(Incomplete) as caught:
        note_visit(arrival=_arrival(at, **more), by=cast.binh, at=at)
    assert [one for one, _ in caught.value.problems] == [field]


def test_only_who_stands_at_the_counter_notes_visits(cast, at):
    for other in (cast.an, cast.bich, cast.dung):
        with pytest.raises(NotAllowed):
            note_visit(arrival=_arrival(at), by=other, at=at)


def test_it_says_how_a_procedure_can_be_done_without_coming(cast, at):
    assert remote(BIRTH, cast.binh.unit, at.date()).online
    assert remote(BIRTH, cast.binh.unit, at.date())
    assert not remote("9.999999", cast.binh.unit, at.date())


def test_a_visit_keeps_what_could_be_done_from_afar_on_that_day(cast, at):
    note_visit(arrival=_arrival(at), by=cast.binh, at=at)
    note_visit(arrival=_arrival(at, procedure=""), by=cast.binh, at=at)
    spared = remote(BIRTH, cast.binh.unit, at.date())
    assert {(one.procedure, one.online, one.post) for one in Visit.objects.all()} == {
        (BIRTH, spared.online, spared.post),
        ("", False, False),
    }


def test_the_map_counts_between_two_days_ones_own_and_for_oversight_all(cast, at):
    for moment in (at - DAY, at, at, at + DAY):
        note_visit(arrival=_arrival(moment), by=cast.binh, at=moment)
    note_visit(arrival=_arrival(at, reason="urgent"), by=cast.chi, at=at)
    spared = remote(BIRTH, cast.binh.unit, at.date())
    here = Trips(cast.binh.unit, BIRTH, "told", "guided", spared.online, spared.post, 3)
    there = Trips(cast.chi.unit, BIRTH, "urgent", "guided", spared.online, spared.post, 1)
    days = (at.date(), (at + DAY).date())
    assert trips(cast.bich, *days) == [here]
    assert trips(cast.chi, *days) == [there]
    assert trips(cast.dung, *days) == [here, there]
    assert trips(cast.an, *days) == []
