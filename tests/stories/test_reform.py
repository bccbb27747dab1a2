"""1 July 2025: communes are merged, districts end. Open work goes on elsewhere, and nothing of it is lost."""

import argparse
import json
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.test import Client

import conftest as suite
from motcua.accounts.models import Role
from motcua.accounts.queries import actor_of
from motcua.accounts.tests.factories import account_of, citizen, officer
from motcua.catalogue.queries import form_of, version_in_force
from motcua.catalogue.rules.matching import asked_on_paper
from motcua.commands import reform
from motcua.counter.models import Book
from motcua.counter.operations.books import make_book
from motcua.custody.models import Item, Move
from motcua.custody.queries.evenings import evening
from motcua.directory.queries.reforms import read_reform
from motcua.dossiers.events import DossierMoved
from motcua.dossiers.models import Dossier, DossierCode, Draft, Opinion
from motcua.dossiers.notices import owner_messages
from motcua.dossiers.operations import opinions, processing
from motcua.dossiers.operations.reception import take_in
from motcua.dossiers.rules.opinions import Question
from motcua.dossiers.rules.reception import Given
from motcua.dossiers.tests.factories import BIRTH, counter_case, drafted, filed
from motcua.feedback.models import HelpRequest
from motcua.gateways import clock
from motcua.kernel.worktime import ZONE
from motcua.ledger.delivery import Heard, read_back
from motcua.ledger.models import Event
from motcua.ledger.verify import verify
from motcua.oversight.models import Ticket
from motcua.oversight.operations.tickets import ask_support

pytestmark = pytest.mark.django_db

FILE = suite.ROOT / "data" / "nghe-an" / "reforms" / "2025-07-01.csv"
OLD, NEW, OTHER = "UBND21-17989", "UBND25-17989", "UBND21-17932"
"""The commune that ends, the one that carries its work on, and one that goes elsewhere."""
EVE = datetime(2025, 6, 26, 9, 0, tzinfo=ZONE)
DAY = datetime(2025, 7, 1, 8, 0, tzinfo=ZONE)


class People:
    """The cast as it stood before the reform."""

    def __init__(self):
        since = date(2021, 1, 1)
        self.an = citizen("Nguyễn Thị An", "0912345678", at=EVE)
        self.binh = officer("binh", "Lê Văn Bình", OLD, ["reception"], since=since, at=EVE)
        self.bich = officer("bich", "Trần Thị Bích", OLD, ["specialist"], since=since, at=EVE)
        self.chi = officer("chi", "Phạm Thị Chi", OTHER, ["reception", "head"], since=since, at=EVE)
        self.dung = officer("dung", "Võ Tiến Dũng", "VPUBND", ["oversight"], since=since, at=EVE)


@pytest.fixture
def cast(db):
    return People()


@pytest.fixture
def handled(cast):
    """An online dossier of An that Bích is handling when the commune ends."""
    dossier, _ = filed(cast.an, at=EVE, agency_id=OLD)
    dossier = processing.receive(dossier_id=dossier.id, seen=dossier.version, by=cast.binh, at=EVE)
    more = {"holder": UUID(cast.bich.id), "by": cast.binh, "at": EVE}
    return processing.transfer(dossier_id=dossier.id, seen=dossier.version, **more)


def run(*words, at=DAY, capsys=None):
    parser = argparse.ArgumentParser()
    reform.add_arguments(parser)
    with clock.set_to(at):
        code = reform.run(parser.parse_args([*words[:1], str(FILE), *words[1:]]))
    return code, capsys.readouterr() if capsys else None


def now(actor, at=DAY):
    return actor_of(account_of(actor), at.astimezone(ZONE).date())


def seen_by(actor, path, at=DAY):
    client = Client()
    client.force_login(account_of(actor))
    with clock.set_to(at):
        return client.get(path)


def test_what_was_open_goes_on_with_code_promise_and_officer(cast, handled):
    code, promised = DossierCode.objects.get(dossier=handled).code, handled.due_at
    assert run("apply")[0] == 0
    moved = Dossier.objects.get(id=handled.id)
    assert (moved.agency_id, moved.stage, moved.holder_id) == (NEW, "handling", UUID(cast.bich.id))
    assert (moved.due_at, moved.promised_at) == (promised, promised)
    assert now(cast.bich).unit == NEW
    assert now(cast.bich, EVE).unit == OLD
    page = seen_by(cast.an, f"/h/{code}/").content.decode()
    assert "Do sắp xếp đơn vị hành chính" in page
    assert "xã Thiên Nhẫn" in page
    assert seen_by(cast.bich, f"/office/dossiers/{handled.id}/").status_code == 200
    assert seen_by(cast.chi, f"/office/dossiers/{handled.id}/").status_code == 404
    assert seen_by(cast.dung, f"/office/dossiers/{handled.id}/").status_code == 200
    assert verify().findings == []


def test_its_owner_is_told_once_who_goes_on_and_under_which_law(cast, handled):
    run("apply")
    run("apply")
    [event] = Event.objects.filter(name="dossiers.DossierMoved", thread=handled.id)
    [message] = owner_messages(Heard(event, read_back(DossierMoved, event.facts)))
    assert message.template == "dossier_moved"
    assert message.values["agency"] == "Ủy ban nhân dân xã Thiên Nhẫn"
    assert message.values["law"] == "Nghị quyết 1678/NQ-UBTVQH15"


def test_what_has_ended_stays_where_it_ended(cast):
    dossier, _ = filed(cast.an, at=EVE, agency_id=OLD)
    why = "Nơi cư trú không thuộc xã này, xin nộp tại xã khác."
    processing.refuse(dossier_id=dossier.id, seen=dossier.version, reason=why, by=cast.binh, at=EVE)
    run("apply")
    assert Dossier.objects.get(id=dossier.id).agency_id == OLD
    code = DossierCode.objects.get(dossier=dossier).code
    assert seen_by(cast.an, f"/h/{code}/").status_code == 200


def test_paper_in_the_house_comes_into_the_books_of_the_successor_and_both_balance(cast):
    facts = version_in_force(BIRTH, EVE.date())
    needed = [one for one in asked_on_paper(form_of(facts), facts.components, "") if one.kind == "required"]
    papers = tuple(Given(one.seq, originals=1) for one in needed)
    done = take_in(case=counter_case(EVE, papers=papers), by=cast.binh, at=EVE)
    run("apply")
    item = Item.objects.get(dossier_id=done.dossier_id)
    assert (item.agency_id, item.place, item.held_by) == (NEW, "one_stop", cast.binh.id)
    ways = Move.objects.filter(item=item).order_by("at", "id").values_list("agency_id", "start", "end")
    assert set(ways) == {(OLD, "", "one_stop"), (OLD, "one_stop", "successor"), (NEW, "", "one_stop")}
    day = evening(now(cast.binh), DAY + timedelta(hours=8))
    assert day.count.balances
    assert day.count.closing == 1


def test_a_draft_goes_on_and_is_filed_at_the_successor(cast):
    draft = drafted(cast.an, at=EVE, agency_id=OLD)
    run("apply")
    moved = Draft.objects.get(id=draft.id)
    assert (moved.agency_id, moved.version) == (NEW, draft.version)
    assert bytes(moved.answers_sealed) == bytes(draft.answers_sealed)


def test_work_of_a_district_goes_to_the_commune_of_its_owner_else_where_the_file_says(cast):
    [known, unknown] = [filed(cast.an, at=EVE, agency_id=OLD)[0] for _ in range(2)]
    Dossier.objects.filter(id__in=[known.id, unknown.id]).update(agency_id="UBND-430")
    Dossier.objects.filter(id=unknown.id).update(answers={})
    run("apply")
    assert Dossier.objects.get(id=known.id).agency_id == NEW
    assert Dossier.objects.get(id=unknown.id).agency_id == "UBND25-17935"


def test_books_and_calls_for_support_go_along(cast):
    book = make_book(size=10, by=cast.binh, at=EVE)
    ticket = ask_support(text="Máy quét không nhận giấy từ sáng.", by=cast.binh, at=EVE)
    run("apply")
    moved = Book.objects.get(id=book.id)
    assert (moved.agency_id, moved.number) == (NEW, 1)
    assert (moved.cover_number, moved.cover_agency) == (1, OLD)
    assert Ticket.objects.get(id=ticket.id).agency_id == NEW
    page = seen_by(cast.binh, "/office/offline/").content.decode()
    assert "Trên bìa ghi" in page


def test_a_question_that_a_commune_was_asked_is_answered_by_who_carries_its_work_on(cast, handled):
    Dossier.objects.filter(id=handled.id).update(due_at=DAY + timedelta(days=30))
    question = Question(OTHER, "Gia đình có đăng ký thường trú tại xã không?", 1)
    ask = {
        "dossier_id": handled.id,
        "seen": handled.version,
        "question": question,
        "by": cast.bich,
        "at": EVE,
    }
    asked = opinions.ask(**ask)
    run("apply")
    moved = Opinion.objects.get(id=asked.id)
    assert moved.agency_id == now(cast.chi).unit != OTHER
    assert moved.due_at == asked.due_at
    assert seen_by(cast.chi, f"/office/opinions/{asked.id}/").status_code == 200
    assert seen_by(cast.binh, f"/office/opinions/{asked.id}/").status_code == 404
    assert run("apply")[0] == 0
    assert Event.objects.filter(name="dossiers.OpinionsMoved").count() == 1


def test_nothing_open_is_left_at_an_agency_that_has_ended(cast, handled):
    drafted(cast.an, at=EVE, agency_id=OLD)
    make_book(size=10, by=cast.binh, at=EVE)
    run("apply")
    assert not Dossier.objects.filter(agency_id=OLD, closed=False).exists()
    assert not Draft.objects.filter(agency_id=OLD, dossier_id=None).exists()
    assert not Role.objects.filter(agency_id=OLD, valid_to=None).exists()
    assert not HelpRequest.objects.filter(agency_id=OLD, closed_at=None).exists()
    assert not Book.objects.filter(agency_id=OLD).exists()


def test_the_plan_tells_the_same_before_and_writes_nothing(cast, handled, capsys):
    before = Event.objects.count()
    code, planned = run("plan", "--json", at=EVE, capsys=capsys)
    assert code == 0
    told = json.loads(planned.out)
    assert {"from": OLD, "to": NEW, "dossiers": 1, "officers": 2} in told["moves"]
    assert Event.objects.count() == before
    assert json.loads(run("apply", "--json", capsys=capsys)[1].out) == told


def test_applied_twice_changes_nothing(cast, handled, capsys):
    run("apply", capsys=capsys)
    before = Event.objects.count()
    code, again = run("apply", capsys=capsys)
    assert code == 0
    assert "moved: nothing." in again.out
    assert Event.objects.count() == before


def test_it_is_not_applied_before_its_day(cast, handled, capsys):
    code, told = run("apply", at=DAY - timedelta(hours=9), capsys=capsys)
    assert code == 3
    assert "2025-07-01" in told.err
    assert Dossier.objects.get(id=handled.id).agency_id == OLD


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("UBND21-17989,UBND25-17989", "UBND21-17989,UBND25-18001"), "successions.csv does not say"),
        (("UBND21-17989,UBND25-17989", "UBND21-99999,UBND25-17989"), "There is no agency UBND21-99999"),
        (("UBND21-17989,UBND25-17989", "UBND21-17989,UBND25-99999"), "There is no agency UBND25-99999"),
        (("2025-07-01,UBND21-17989", "2025-07-02,UBND21-17989"), "one reform"),
        (("2025-07-01,UBND21-17989", "2025-7-1,UBND21-17989"), "is no day"),
    ],
)
def test_a_file_that_cannot_be_followed_is_refused_by_line(cast, handled, tmp_path, change, words):
    broken = tmp_path / "reform.csv"
    broken.write_text(FILE.read_text(encoding="utf-8").replace(*change, 1), encoding="utf-8")
    found, problems = read_reform(broken)
    assert found is None
    assert any(words in problem.words() for problem in problems)


def test_an_agency_that_ends_and_is_forgotten_by_the_file_is_named(tmp_path):
    lines = FILE.read_text(encoding="utf-8").splitlines(keepends=True)
    short = tmp_path / "reform.csv"
    short.write_text("".join(line for line in lines if f",{OLD}," not in line), encoding="utf-8")
    found, problems = read_reform(short)
    assert found is None
    assert any(OLD in problem.words() for problem in problems)
