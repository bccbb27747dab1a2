"""The receipt names the only papers that may be asked for; another one needs the law, the head, and open words."""

import pytest

from motcua.dossiers import events, notices
from motcua.gateways import clock
from motcua.kernel.ids import uuid7
from motcua.ledger.models import Event
from motcua.ledger.wiring import kinds
from tests.stories.citizen import Citizen
from tests.stories.officer import OUTSIDE, REASON, Officer, at_stage, fresh


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def wanted(cast, at):
    """A received dossier for which Bình wants the mother's passport."""
    dossier = at_stage(cast, "received", at)
    Officer(cast.binh).send(dossier, "other-papers", **OUTSIDE)
    return dossier


def told(dossier, name):
    """Give the owner's messages about the last fact of this name."""
    event = Event.objects.filter(thread=dossier.id, name=f"dossiers.{name}").latest("id")
    heard = type("Heard", (), {"event": event, "fact": _fact(event)})()
    return notices.owner_messages(heard)


def _fact(event):
    kind = kinds()[event.name]
    return kind(**{**event.facts, "dossier_id": event.thread})


def test_a_wish_is_put_before_the_head_and_the_owner_hears_nothing_yet(cast, wanted):
    dossier = fresh(wanted)
    assert (dossier.status, dossier.stage) == (2, "received")
    assert dossier.due_at == dossier.promised_at, "the agency decides at its own cost: the clock runs"
    page = Citizen(cast.an).text(f"/h/{dossier.codes.get().code}/")
    assert OUTSIDE["other-title"] not in page
    assert "ngoài danh mục" not in page
    assert OUTSIDE["other-law"] in Officer(cast.bao).open(wanted)


def test_only_the_head_decides(cast, wanted):
    for other in (cast.binh, cast.bich, cast.dung):
        Officer(other).send(wanted, "other-papers/decisions", 409, answer="approve")
    Officer(cast.chi).send(wanted, "other-papers/decisions", 404, answer="approve")
    assert fresh(wanted).holds.count() == 1


def test_approved_the_owner_reads_that_it_is_outside_the_list_on_what_basis_and_who_approved_it(cast, wanted):
    Officer(cast.bao).send(wanted, "other-papers/decisions", answer="approve")
    dossier = fresh(wanted)
    assert dossier.status == 5
    page = Citizen(cast.an).text(f"/h/{dossier.codes.get().code}/")
    for words in (OUTSIDE["other-title"], OUTSIDE["other-law"], "Hồ Quốc Bảo", "không có trong danh mục"):
        assert words in page
    [message] = told(wanted, "SupplementAsked")
    assert message.template == "other_paper_asked"
    assert (message.values["law"], message.values["head"]) == (OUTSIDE["other-law"], "Hồ Quốc Bảo")
    fact = Event.objects.get(thread=dossier.id, name="dossiers.SupplementAsked").facts
    assert fact["other_paper"] == str(dossier.holds.get(kind="other_paper").id)
    assert OUTSIDE["other-law"] not in str(fact), "facts hold ids; the words stay in their row"


def test_declined_the_officer_reads_why_and_the_owner_never_hears_of_it(cast, wanted):
    Officer(cast.bao).send(wanted, "other-papers/decisions", 422, answer="decline")
    Officer(cast.bao).send(
        wanted, "other-papers/decisions", answer="decline", **{"other_paper-reason": REASON}
    )
    dossier = fresh(wanted)
    assert (dossier.status, dossier.holds.filter(lifted_at=None).count()) == (2, 0)
    binh = Officer(cast.binh)
    assert REASON in binh.open(wanted)
    assert "Không yêu cầu" in binh.text("/office/other-papers/")
    assert OUTSIDE["other-title"] not in Citizen(cast.an).text(f"/h/{dossier.codes.get().code}/")
    assert not Event.objects.filter(thread=dossier.id, name="dossiers.SupplementAsked").exists()


def test_the_head_finds_what_waits_on_the_desk(cast, wanted):
    bao = Officer(cast.bao)
    assert "/office/other-papers/" in bao.text("/office/")
    assert "chờ quyết định" not in Officer(cast.binh).text("/office/")
    assert wanted.codes.get().code in bao.text("/office/other-papers/")
    assert wanted.codes.get().code not in Officer(cast.chi).text("/office/other-papers/")


@pytest.mark.parametrize("field", ["other-title", "other-law", "other-reason"])
def test_a_wish_without_its_name_its_basis_or_its_reason_is_not_put_before_anybody(cast, at, field):
    dossier = at_stage(cast, "received", at)
    page = Officer(cast.binh).send(dossier, "other-papers", 422, **{**OUTSIDE, field: ""}).content.decode()
    assert f'href="#{field}"' in page
    kept = next(words for name, words in OUTSIDE.items() if name != field)
    assert kept in page
    assert not fresh(dossier).holds.exists()


def test_the_two_facts_of_a_decision_are_of_one_moment(cast, wanted, at):
    Officer(cast.bao).send(wanted, "other-papers/decisions", answer="approve")
    names = ["dossiers.OtherPaperApproved", "dossiers.SupplementAsked"]
    found = Event.objects.filter(thread=wanted.id, name__in=names)
    assert {one.name for one in found} == set(names)
    assert {one.actor_id for one in found} == {cast.bao.id}


def test_an_officer_without_a_work_address_is_sent_nothing(cast, wanted):
    hold = wanted.holds.get(kind="other_paper")
    fact = events.OtherPaperDeclined(
        dossier_id=wanted.id, agency_id=wanted.agency_id, hold_id=hold.id, remark_id=uuid7(), text_sha256=""
    )
    event = Event.objects.filter(thread=wanted.id).latest("id")
    assert notices.colleague_messages(type("Heard", (), {"event": event, "fact": fact})()) == []
