"""Another agency is asked: it sees only what it was asked, answers in its own days, and is late by itself."""

from datetime import datetime, timedelta

import pytest

from motcua.directory.queries import agency
from motcua.dossiers.models import Dossier, Opinion
from motcua.dossiers.operations import processing
from motcua.dossiers.queries.opinions import kept_days
from motcua.gateways import clock
from motcua.kernel.worktime import ZONE
from motcua.ledger.models import Event
from motcua.ledger.verify import verify
from tests.stories.citizen import Citizen
from tests.stories.officer import ASKED, Officer, address, at_stage, form, fresh, pdf
from tests.stories.test_officer_prints_papers import read

QUESTION = ASKED["opinion-text"]
ANSWER = "Trẻ đã đăng ký thường trú tại xã từ ngày 02/9/2026."
THURSDAY = datetime(2026, 9, 10, 9, 0, tzinfo=ZONE)


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def dossier(cast, at):
    """A dossier of An's with the specialists, due in ten working days."""
    one = at_stage(cast, "received", at)
    Dossier.objects.filter(id=one.id).update(limit_amount=10, limit_unit="working_day")
    processing.transfer(dossier_id=one.id, seen=fresh(one).version, by=cast.binh, at=at)
    return fresh(one)


def asked(cast, dossier, **more):
    Officer(cast.bich).send(dossier, "opinions", **ASKED | more)
    return Opinion.objects.get(dossier=dossier, closed_at=None)


def answer(who, opinion, status=302, **more):
    found = Officer(who).client.post(f"/office/opinions/{opinion.id}/answers/", {"answer": ANSWER} | more)
    assert found.status_code == status, found.content.decode()[:2000]
    return found.content.decode()


def test_the_clock_runs_on_and_the_asked_agency_answers_by_the_close_of_its_own_day(cast, dossier):
    due = dossier.due_at
    opinion = asked(cast, dossier)
    # Asked on Tuesday, 8 September at nine, for one working day.
    assert opinion.due_at == datetime(2026, 9, 9, 17, tzinfo=ZONE)
    assert (fresh(dossier).due_at, fresh(dossier).status) == (due, 4)
    page = Officer(cast.chi).text("/office/opinions/")
    assert QUESTION in page
    assert "Ủy ban nhân dân xã Thiên Nhẫn" in page
    answer(cast.chi, opinion)
    page = Officer(cast.bich).open(dossier)
    assert ANSWER in page
    assert "Trả lời chậm" not in page
    assert fresh(dossier).due_at == due
    given = Event.objects.get(thread=dossier.id, name="dossiers.OpinionGiven")
    assert (given.facts["on_time"], given.facts["asked"]) == (True, cast.chi.unit)
    assert verify().findings == []


def test_the_asked_agency_reads_the_question_and_the_files_that_go_along_and_nothing_else(cast, dossier):
    paper, other = dossier.documents.filter(kind="component").order_by("id")[:2]
    opinion = asked(cast, dossier, **{"opinion-paper": [str(paper.id)]})
    chi = Officer(cast.chi)
    chi.get(f"/office/opinions/{opinion.id}/files/{paper.id}/")
    chi.get(f"/office/opinions/{opinion.id}/files/{other.id}/", 404)
    chi.get(address(dossier), 404)
    page = chi.text(f"/office/opinions/{opinion.id}/")
    assert dossier.owner_name not in page
    assert paper.file.name in page
    Officer(cast.binh).get(f"/office/opinions/{opinion.id}/", 404)
    code = fresh(dossier).codes.get().code
    page = Citizen(cast.an).text(f"/h/{code}/")
    assert "Cơ quan hỏi ý kiến cơ quan khác" in page
    assert QUESTION not in page


def test_who_answers_late_is_late_by_itself_and_the_province_sees_it(cast, dossier):
    opinion = asked(cast, dossier)
    with clock.set_to(THURSDAY):
        assert "Quá hạn" in Officer(cast.chi).text("/office/opinions/")
        assert "Quá hạn" in Officer(cast.bich).open(dossier)
        assert agency(cast.chi.unit, THURSDAY.date()).name in Officer(cast.dung).text("/office/opinions/")
        [kept] = kept_days(cast.dung, THURSDAY)
        assert (kept.asked, kept.late, kept.open_late) == (1, 0, 1)
        assert kept_days(cast.bao, THURSDAY) == []
        answer(cast.chi, opinion)
        assert "Trả lời chậm" in Officer(cast.bich).open(dossier)
        assert "Trả lời chậm" in Officer(cast.chi).text("/office/opinions/", data={"list": "answered"})
    assert Event.objects.get(thread=dossier.id, name="dossiers.OpinionGiven").facts["on_time"] is False


def test_the_slip_of_control_names_the_coordinating_agency_and_how_it_kept_its_day(cast, dossier):
    opinion = asked(cast, dossier)
    answer(cast.chi, opinion)
    paper = read(Officer(cast.bich).get(f"{address(dossier)}papers/control_slip/0/"))
    asked_agency = agency(cast.chi.unit, THURSDAY.date()).name
    assert paper.count(asked_agency) == 2  # took the question, gave the answer
    assert "Phạm Thị Chi" in paper
    assert "Đúng hạn" in paper


def test_a_day_beyond_the_dossiers_own_limit_is_refused_and_what_was_typed_stays(cast, dossier):
    bich = Officer(cast.bich)
    for wrong, told in (
        ({"opinion-days": "20"}, "Ngày trả lời ở sau hạn trả kết quả"),
        ({"opinion-days": "0"}, "từ 1 đến 30 ngày làm việc"),
        ({"opinion-days": "³"}, "từ 1 đến 30 ngày làm việc"),
        ({"opinion-agency": ""}, "Cần chọn cơ quan được hỏi."),
        ({"opinion-agency": cast.bich.unit}, "chính cơ quan mình"),
        ({"opinion-text": "Sao?"}, "Cần hỏi rõ điều gì"),
    ):
        page = bich.send(dossier, "opinions", 422, **ASKED | wrong).content.decode()
        assert told in page
        assert wrong.get("opinion-text", QUESTION) in page
    assert not Opinion.objects.exists()


def test_a_question_is_taken_back_and_cannot_be_answered_then(cast, dossier):
    opinion = asked(cast, dossier)
    Officer(cast.bich).send(dossier, "opinions/recalls", opinion=str(opinion.id))
    assert QUESTION not in Officer(cast.chi).text("/office/opinions/")
    assert "đã rút" in answer(cast.chi, opinion, 409)
    Officer(cast.bich).send(dossier, "opinions/recalls", 409, opinion=str(opinion.id))
    Officer(cast.bich).send(dossier, "opinions/recalls", 422, opinion="x")
    assert "Đã rút câu hỏi này." in Officer(cast.bich).open(dossier)


def test_only_who_handles_asks_only_who_works_there_answers_and_once(cast, dossier):
    Officer(cast.binh).send(dossier, "opinions", 409, **ASKED)
    Officer(cast.chi).send(dossier, "opinions", 404, **ASKED)
    Officer(cast.dung).send(dossier, "opinions", 409, **ASKED)
    opinion = asked(cast, dossier)
    answer(cast.binh, opinion, 404)
    answer(cast.dung, opinion, 409)
    assert "Cần trả lời rõ" in answer(cast.chi, opinion, 422, answer="Có.")
    answer(cast.chi, opinion, file=pdf())
    assert ANSWER in answer(cast.chi, opinion, 409)
    page = Officer(cast.bich).open(dossier)
    assert f"opinions/{opinion.id}/file/" in page
    Officer(cast.bich).get(f"{address(dossier)}opinions/{opinion.id}/file/")
    Officer(cast.chi).get(f"{address(dossier)}opinions/{opinion.id}/file/", 404)


def test_a_dossier_that_has_ended_asks_nobody_any_more(cast, dossier):
    opinion = asked(cast, dossier)
    Officer(cast.bao).send(dossier, "stops", **form("stops"))
    assert QUESTION not in Officer(cast.chi).text("/office/opinions/")
    answer(cast.chi, opinion, 409)
    [kept] = kept_days(cast.dung, THURSDAY + timedelta(days=30))
    assert (kept.agency_id, kept.asked, kept.late, kept.open_late) == (cast.chi.unit, 1, 0, 0)
