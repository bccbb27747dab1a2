"""Dossiers taken in at the counter and out of the post."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from motcua.accounts.operations.parties import Person
from motcua.catalogue.models import Channel
from motcua.catalogue.queries import form_of, version_in_force
from motcua.catalogue.rules.matching import asked_on_paper
from motcua.directory.warm import forget_all
from motcua.dossiers.errors import Incomplete, NotAllowed, NotFound
from motcua.dossiers.models import Dossier, GivenPaper, Origin
from motcua.dossiers.notices import owner_messages
from motcua.dossiers.operations.reception import take_in
from motcua.dossiers.queries.asking import askable_papers
from motcua.dossiers.queries.timeline import timeline
from motcua.dossiers.queries.viewing import by_code_and_secret, dossier_for
from motcua.dossiers.rules.reception import Given
from motcua.dossiers.tests.factories import BIRTH, counter_case, filed
from motcua.ledger.delivery import Heard, read_back
from motcua.ledger.models import Event
from motcua.ledger.verify import verify
from motcua.ledger.wiring import kinds

HOUR = timedelta(hours=1)


def _refused(case, by, at):
    with pytest.raises(Incomplete) as caught:
        take_in(case=case, by=by, at=at)
    return dict(caught.value.problems)


def test_it_is_filed_and_received_in_one_act_with_code_promise_and_papers(cast, at):
    done = take_in(case=counter_case(at), by=cast.binh, at=at)
    dossier = Dossier.objects.get(id=done.dossier_id)
    assert (dossier.stage, dossier.status, dossier.agency_id) == ("received", 2, cast.binh.unit)
    assert dossier.received_at == dossier.submitted_at == at
    assert dossier.promised_at == dossier.due_at is not None
    [paper] = GivenPaper.objects.filter(dossier=dossier)
    assert (paper.component, paper.originals, paper.certified, paper.copies) == (7, 1, 0, 0)
    assert by_code_and_secret(done.code, done.secret) == dossier.id
    assert [moment.name for moment in timeline(dossier.id, audience="citizen")] == ["dossiers.DossierTakenIn"]
    assert verify().findings == []


def test_codes_of_counter_and_online_are_one_series(cast, at):
    online = filed(cast.an, at=at)[1].code
    counter = take_in(case=counter_case(at), by=cast.binh, at=at).code
    assert [code[-1] for code in (online, counter)] == ["1", "2"]
    assert online[:-1] == counter[:-1]


def test_the_same_case_sent_twice_is_one_dossier(cast, at):
    case = counter_case(at)
    once = take_in(case=case, by=cast.binh, at=at)
    again = take_in(case=replace(case, matter="khác"), by=cast.binh, at=at + HOUR)
    assert once == again
    assert Dossier.objects.count() == 1
    with pytest.raises(NotAllowed):
        take_in(case=case, by=cast.chi, at=at)


def test_only_reception_and_head_take_in_and_only_for_their_own_agency(cast, at):
    for other in (cast.an, cast.bich, cast.dung):
        with pytest.raises(NotAllowed):
            take_in(case=counter_case(at), by=other, at=at)
    assert not Dossier.objects.exists()
    done = take_in(case=counter_case(at), by=cast.bao, at=at)
    with pytest.raises(NotFound):
        dossier_for(cast.chi, done.dossier_id)


@pytest.mark.parametrize("channel", ["direct", "post"])
def test_the_channel_is_kept_for_life_and_only_these_two_are_taken(cast, at, channel):
    done = take_in(case=counter_case(at, channel=channel), by=cast.binh, at=at)
    assert Origin.objects.get(dossier_id=done.dossier_id).channel == channel
    assert "channel" in _refused(counter_case(at, channel="online"), cast.binh, at)


def test_the_clock_takes_the_limit_of_the_channel(cast, at):
    facts = version_in_force(BIRTH, at.date())
    Channel.objects.filter(version_id=facts.id, channel="direct").update(
        time_value=2, time_unit="working_day"
    )
    Channel.objects.filter(version_id=facts.id, channel="post").update(time_value=5, time_unit="working_day")
    forget_all()
    try:
        days = {
            channel: Dossier.objects.get(
                id=take_in(case=counter_case(at, channel=channel), by=cast.binh, at=at).dossier_id
            ).due_at.date()
            for channel in ("direct", "post")
        }
    finally:
        forget_all()
    assert days == {"direct": date(2026, 9, 10), "post": date(2026, 9, 15)}


def test_what_was_received_by_hand_keeps_its_true_moment_and_never_one_to_come(cast, at):
    earlier = at - timedelta(days=1)
    done = take_in(case=counter_case(at, received_at=earlier), by=cast.binh, at=at)
    dossier = Dossier.objects.get(id=done.dossier_id)
    now = Dossier.objects.get(id=take_in(case=counter_case(at), by=cast.binh, at=at).dossier_id)
    assert dossier.received_at == earlier
    assert dossier.due_at < now.due_at
    assert dossier.origin.created_at == at
    assert set(_refused(counter_case(at, received_at=at + HOUR), cast.binh, at)) == {"received_at"}


def test_a_dossier_that_lacks_a_required_paper_is_not_received(cast, at):
    problems = _refused(counter_case(at, papers=()), cast.binh, at)
    assert set(problems) == {"component-7"}
    assert not Dossier.objects.exists()


def test_a_paper_found_in_a_database_of_the_state_need_not_be_handed_in(cast, at):
    case = counter_case(at, papers=(Given(7, looked_up=True),))
    done = take_in(case=case, by=cast.binh, at=at)
    assert GivenPaper.objects.get(dossier_id=done.dossier_id).looked_up


def test_nothing_outside_the_closed_list_is_taken(cast, at):
    papers = (Given(7, originals=1), Given(99, originals=1))
    assert set(_refused(counter_case(at, papers=papers), cast.binh, at)) == {"papers"}


def test_what_was_given_on_paper_may_be_asked_for_again(cast, at):
    done = take_in(case=counter_case(at), by=cast.binh, at=at)
    assert 7 in askable_papers(Dossier.objects.get(id=done.dossier_id))


def test_the_electronic_form_is_not_asked_for_on_paper(db, at):
    facts = version_in_force(BIRTH, at.date())
    kinds = {one.seq: one.kind for one in asked_on_paper(form_of(facts), facts.components)}
    assert (kinds[7], kinds[8]) == ("required", "form")


@pytest.mark.parametrize(
    ("owner", "field"),
    [
        ({"name": " "}, "owner.name"),
        ({"number": "123"}, "owner.number"),
        ({"number": "040090123456", "born": date(1991, 1, 1)}, "owner.number"),
        ({"phone": "12"}, "owner.phone"),
        ({"email": "an"}, "owner.email"),
        ({"born": date(2027, 1, 1), "number": ""}, "owner.born"),
        ({"kind": "organisation", "number": "0100109107"}, "owner.number"),
    ],
)
def test_what_is_wrong_with_the_owner_is_said_by_field(cast, at, owner, field):
    person = Person(**({"name": "Lầu Y Mỷ"} | owner))
    assert set(_refused(counter_case(at, owner=person), cast.binh, at)) == {field}


def test_an_owner_without_number_phone_and_mail_is_received_all_the_same(cast, at):
    done = take_in(case=counter_case(at, owner=Person(name="Lầu Y  Mỷ")), by=cast.binh, at=at)
    assert Dossier.objects.get(id=done.dossier_id).owner_name == "Lầu Y Mỷ"


def test_who_brought_it_for_another_is_written_down(cast, at):
    case = counter_case(at, submitter=Person(name="Vi Văn Thái", phone="0912 345 678"))
    view = dossier_for(cast.binh, take_in(case=case, by=cast.binh, at=at).dossier_id)
    assert (view.owner.name, view.submitter.name) == ("Lầu Y Mỷ", "Vi Văn Thái")
    assert view.dossier.origin.filed_by == "other"


@pytest.mark.parametrize(
    ("people", "told"),
    [
        ({}, ["+84912345678"]),
        ({"owner": Person(name="Lầu Y Mỷ")}, []),
        ({"submitter": Person(name="Vi Văn Thái", phone="0987654321")}, ["+84987654321"]),
        ({"submitter": Person(name="Vi Văn Thái")}, ["+84912345678"]),
    ],
)
def test_who_left_an_address_is_told_that_it_was_received(cast, at, people, told):
    take_in(case=counter_case(at, **people), by=cast.binh, at=at)
    event = Event.objects.get(name="dossiers.DossierTakenIn")
    sent = owner_messages(Heard(event, read_back(kinds()[event.name], event.facts)))
    assert [(one.address, one.template) for one in sent] == [(phone, "dossier_received") for phone in told]


def test_a_procedure_of_another_level_is_not_taken(cast, at):
    assert set(_refused(counter_case(at, procedure="2.000815x"), cast.binh, at)) == {"procedure"}
