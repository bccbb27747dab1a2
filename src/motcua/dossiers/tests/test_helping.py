"""Filing for somebody by consent: the owner stays owner, the helper acts only while the consent holds."""

import threading
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import make_cast
from motcua.accounts.operations import consenting
from motcua.accounts.tests.factories import agreed, asked, citizen
from motcua.dossiers.errors import Incomplete, NotAllowed, NotDone, NotFound
from motcua.dossiers.models import Dossier, Draft, Origin
from motcua.dossiers.notices import helper_messages, owner_messages
from motcua.dossiers.operations import answering, drafting, intake, processing
from motcua.dossiers.operations.helping import claim, end_help
from motcua.dossiers.queries.codes import secret_of
from motcua.dossiers.queries.drafts import own
from motcua.dossiers.queries.timeline import timeline
from motcua.dossiers.queries.viewing import dossier_for
from motcua.dossiers.tests.factories import BIRTH, filled, photo
from motcua.dossiers.trace import Trace
from motcua.kernel.actors import SYSTEM, Actor
from motcua.ledger.delivery import Heard, read_back
from motcua.ledger.models import Event
from motcua.ledger.wiring import kinds

OWNER, PHONE = "Nguyễn Văn Hòa", "0912345678"
COMMUNE = "UBND25-17989"


@pytest.fixture
def nam(cast, at):
    """Nam, head of a hamlet, who helps An."""
    return citizen("Vi Văn Nam", "0977777777", at=at)


def heard_of(event):
    return Heard(event, read_back(kinds()[event.name], event.facts))


def drafted_for(by, consent, at, **changes):
    """Make a draft for the owner that is ready to be filed."""
    draft = drafting.start(
        procedure=BIRTH, agency_id=COMMUNE, trace=Trace(session="s"), consent_id=consent.id, by=by, at=at
    )
    answers = {**filled(draft), **changes}
    draft = drafting.save(draft_id=draft.id, seen=draft.version, answers=answers, by=by, at=at)
    for component in (1, 2, 3, 4):
        drafting.attach(draft_id=draft.id, component=component, stream=photo(), name="anh.jpg", by=by, at=at)
    return draft


def filed_for(by, at):
    consent = agreed(by, OWNER, PHONE, at=at)
    draft = drafted_for(by, consent, at)
    done = intake.submit(draft_id=draft.id, seen=draft.version, by=by, at=at)
    return Dossier.objects.get(id=done.dossier_id), consent


def test_the_dossier_says_who_helped_where_and_by_what_consent(cast, nam, at):
    dossier, consent = filed_for(nam, at)
    origin = Origin.objects.get(dossier=dossier)
    assert (origin.filed_by, origin.helper_id, origin.consent_id) == ("hamlet_head", nam.id, str(consent.id))
    assert str(dossier.account_id) == cast.an.id
    fact = Event.objects.get(name="dossiers.FiledWithHelp")
    assert (fact.facts["kind"], fact.facts["place"], fact.facts["way"]) == ("hamlet_head", "home", "code")
    for audience in ("citizen", "officer"):
        assert "dossiers.FiledWithHelp" in [one.name for one in timeline(dossier.id, audience=audience)]


def test_owner_helper_officer_and_oversight_see_it_and_nobody_else(cast, nam, at):
    dossier, _ = filed_for(nam, at)
    for viewer in (cast.an, nam, cast.binh, cast.dung):
        assert dossier_for(viewer, dossier.id).dossier == dossier
    for viewer in (cast.chi, citizen("Hồ Thị Lan", "0987654321", at=at)):
        with pytest.raises(NotFound):
            dossier_for(viewer, dossier.id)


def test_without_consent_no_draft_is_begun_for_another(nam, cast, at):
    waiting = asked(nam, OWNER, PHONE, at=at)
    with pytest.raises(NotAllowed):
        drafted_for(nam, waiting, at)
    with pytest.raises(NotAllowed):
        drafted_for(cast.chi, agreed(nam, "Lô Thị Mai", "0966666666", at=at), at)


def test_consent_to_one_dossier_is_not_used_twice(nam, at):
    consent = agreed(nam, OWNER, PHONE, at=at)
    drafted_for(nam, consent, at)
    with pytest.raises(NotAllowed):
        drafted_for(nam, consent, at)


def test_a_dossier_for_a_person_who_has_not_agreed_is_held_back(nam, at):
    consent = agreed(nam, "Lô Thị Mai", "0966666666", at=at)
    draft = drafted_for(nam, consent, at)
    with pytest.raises(Incomplete) as refused:
        intake.submit(draft_id=draft.id, seen=draft.version, by=nam, at=at)
    assert ("submitter.name") in [field for field, _ in refused.value.problems]


def test_the_helper_does_not_put_the_own_phone_in_the_owners_place(nam, at):
    consent = agreed(nam, OWNER, PHONE, at=at)
    draft = drafted_for(nam, consent, at, **{"submitter.phone": "0977777777"})
    with pytest.raises(Incomplete) as refused:
        intake.submit(draft_id=draft.id, seen=draft.version, by=nam, at=at)
    assert "submitter.phone" in [field for field, _ in refused.value.problems]


def test_an_owner_without_a_phone_is_not_asked_for_one(nam, at):
    consent = asked(nam, OWNER, at=at)
    consenting.give_on_paper(consent_id=consent.id, stream=photo(), name="giay.jpg", by=nam, at=at)
    draft = drafted_for(nam, consent, at, **{"submitter.phone": ""})
    done = intake.submit(draft_id=draft.id, seen=draft.version, by=nam, at=at)
    assert Dossier.objects.get(id=done.dossier_id).account_id is None


def test_the_helper_answers_but_neither_withdraws_nor_holds_the_secret(cast, nam, at):
    dossier, _ = filed_for(nam, at)
    with pytest.raises(NotFound):
        secret_of(nam, dossier.id)
    with pytest.raises(NotAllowed):
        answering.ask_withdrawal(dossier_id=dossier.id, seen=dossier.version, by=nam, at=at)
    answered(cast, nam, dossier, at)


def answered(cast, by, dossier, at):
    items = [processing.Asked(4, "Giấy chứng sinh", "Ảnh mờ không đọc được số giấy")]
    processing.ask_supplement(dossier_id=dossier.id, seen=dossier.version, items=items, by=cast.binh, at=at)
    answering.attach_answer(dossier_id=dossier.id, component=4, stream=photo(), name="moi.jpg", by=by, at=at)
    answering.answer_supplement(dossier_id=dossier.id, seen=dossier.version + 1, by=by, at=at)


def test_notices_go_to_owner_and_helper_while_the_consent_holds(cast, nam, at):
    dossier, _ = filed_for(nam, at)
    told = heard_of(Event.objects.get(name="dossiers.DossierSubmitted"))
    [to_owner], [to_helper] = owner_messages(told), helper_messages(told)
    assert (to_owner.template, to_owner.address) == ("dossier_submitted_for_owner", "+84912345678")
    assert (to_helper.template, to_helper.address) == ("helped_news", "+84977777777")
    end_help(dossier_id=dossier.id, by=cast.an, at=at)
    assert helper_messages(told) == []
    assert "dossiers.HelpEnded" in [one.name for one in timeline(dossier.id, audience="citizen")]


def test_whoever_opens_an_account_later_finds_what_was_filed_for_that_phone(nam, at):
    consent = agreed(nam, OWNER, "0955555555", at=at)
    draft = drafted_for(nam, consent, at, **{"submitter.phone": "0955555555"})
    done = intake.submit(draft_id=draft.id, seen=draft.version, by=nam, at=at)
    owner = citizen(OWNER, "0955555555", at=at)
    assert claim(by=owner, at=at) == 1
    assert dossier_for(owner, done.dossier_id).dossier.id == done.dossier_id
    assert claim(by=nam, at=at) == 0
    told = Event.objects.get(name="dossiers.DossierClaimed")
    assert (told.thread, told.facts["account_id"]) == (done.dossier_id, owner.id)


def _acts(draft, dossier, consent):
    """Everything a helper does, by name."""
    return {
        "see": lambda by, at: dossier_for(by, dossier.id),
        "open": lambda by, at: own(draft.id, by),
        "save": lambda by, at: drafting.save(draft_id=draft.id, seen=draft.version, answers={}, by=by, at=at),
        "attach": lambda by, at: drafting.attach(
            draft_id=draft.id, component=1, stream=photo(), name="anh.jpg", by=by, at=at
        ),
        "submit": lambda by, at: intake.submit(draft_id=draft.id, seen=draft.version, by=by, at=at),
        "discard": lambda by, at: drafting.discard(draft_id=draft.id, by=by, at=at),
        "start": lambda by, at: drafting.start(
            procedure=BIRTH, agency_id=COMMUNE, trace=Trace("s"), consent_id=consent.id, by=by, at=at
        ),
        "answer": lambda by, at: answering.attach_answer(
            dossier_id=dossier.id, component=4, stream=photo(), name="moi.jpg", by=by, at=at
        ),
    }


ENDS = {
    "account": lambda cast, dossier, consent, at: consenting.end(consent_id=consent.id, by=cast.an, at=at),
    "dossier": lambda cast, dossier, consent, at: end_help(dossier_id=dossier.id, by=cast.an, at=at),
    "secret": lambda cast, dossier, consent, at: end_help(
        dossier_id=dossier.id, by=Actor("guest", "somebody"), at=at, holds_secret=True
    ),
    "passed": lambda cast, dossier, consent, at: consenting.end_passed(by=SYSTEM, at=at + timedelta(days=9)),
}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_act_of_the_helper_succeeds_once_the_consent_has_ended(cast, nam, at, data):
    with transaction.atomic():
        consent = agreed(nam, OWNER, PHONE, at=at, scope="until", until=date(2026, 9, 12))
        filed = drafted_for(nam, consent, at)
        done = intake.submit(draft_id=filed.id, seen=filed.version, by=nam, at=at)
        dossier = Dossier.objects.get(id=done.dossier_id)
        items = [processing.Asked(4, "Giấy chứng sinh", "Ảnh mờ không đọc được số giấy")]
        processing.ask_supplement(
            dossier_id=dossier.id, seen=dossier.version, items=items, by=cast.binh, at=at
        )
        draft = drafted_for(nam, consent, at)
        acts = _acts(draft, dossier, consent)
        tried = data.draw(st.lists(st.sampled_from(sorted(acts)), min_size=1, max_size=3))
        with transaction.atomic():  # each is possible as long as the consent holds
            acts[tried[0]](nam, at)
            transaction.set_rollback(True)
        ENDS[data.draw(st.sampled_from(sorted(ENDS)))](cast, dossier, consent, at)
        for name in tried:
            with pytest.raises(NotDone):
                acts[name](nam, at)
        transaction.set_rollback(True)


def test_an_end_and_a_filing_at_the_same_moment_have_an_order(database_clone, at):
    del database_clone
    for _ in range(4):
        _one_race(at)


PEOPLE: list = []


def _one_race(at):
    if not PEOPLE:
        PEOPLE.extend([make_cast(at), citizen("Vi Văn Nam", "0977777777", at=at)])
    cast, nam = PEOPLE
    consent = agreed(nam, OWNER, PHONE, at=at)
    draft = drafted_for(nam, consent, at)
    start, refused, problems = threading.Barrier(2), [], []

    def run(work):
        try:
            start.wait()
            work()
        except NotDone as error:
            refused.append(error)
        except BaseException as error:
            problems.append(error)
        finally:
            connection.close()

    works = [
        lambda: intake.submit(draft_id=draft.id, seen=draft.version, by=nam, at=at),
        lambda: consenting.end(consent_id=consent.id, by=cast.an, at=at),
    ]
    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    ended = Event.objects.filter(name="accounts.ConsentEnded", subject=str(consent.id)).get()
    filed = Event.objects.filter(name="dossiers.FiledWithHelp", facts__consent_id=str(consent.id)).first()
    assert (filed is None) == (len(refused) == 1)
    assert filed is None or filed.id < ended.id
    assert Draft.objects.get(id=draft.id).dossier_id is None or filed is not None
