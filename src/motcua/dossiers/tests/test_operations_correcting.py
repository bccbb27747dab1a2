"""Corrections and repetitions: reopening a result, asking twice, handing on to the right colleague."""

from datetime import timedelta
from types import SimpleNamespace
from uuid import UUID

import pytest

from motcua.dossiers import events, notices
from motcua.dossiers.errors import Incomplete, NotAllowed, NotFound
from motcua.dossiers.models import Dossier
from motcua.dossiers.operations import answering, processing, returning
from motcua.dossiers.operations.processing import Asked
from motcua.dossiers.queries.viewing import dossier_for, grant_for
from motcua.dossiers.rules import completeness
from motcua.dossiers.tests.factories import filed, photo
from motcua.kernel.ids import uuid7
from motcua.papers.errors import Refused

HOUR = timedelta(hours=1)
WHY = "Ảnh giấy chứng sinh bị mờ, xin chụp lại cho rõ chữ."


def _do(act, dossier, by, at, **more):
    act(dossier_id=dossier.id, seen=Dossier.objects.get(id=dossier.id).version, by=by, at=at, **more)
    return Dossier.objects.get(id=dossier.id)


def _issued(cast, at):
    dossier, _ = filed(cast.an, at=at)
    dossier = _do(processing.receive, dossier, cast.binh, at)
    dossier = _do(processing.transfer, dossier, cast.binh, at)
    dossier = _do(processing.propose, dossier, cast.bich, at)
    dossier = _do(processing.approve, dossier, cast.bao, at)
    return _do(
        returning.issue,
        dossier,
        cast.bich,
        at,
        paper=returning.ResultPaper(photo("green"), "kq.jpg", "12/2026"),
    )


def test_a_wrong_result_is_taken_back_corrected_and_issued_again(cast, at):
    dossier = _issued(cast, at)
    returning.collect(dossier_id=dossier.id, by=cast.an, at=at + HOUR)
    first = dossier_for(cast.an, dossier.id).of_kind("result")[0]
    dossier = _do(
        returning.reopen, dossier, cast.bao, at + 2 * HOUR, reason="Kết quả ghi sai ngày sinh của cháu."
    )
    assert (dossier.status, dossier.closed, dossier.ended_at, dossier.returned_at) == (4, False, None, None)
    assert dossier.act_by == dossier.due_at == dossier.promised_at
    with pytest.raises(NotFound):
        grant_for(cast.an, dossier.id, first.id)
    assert "ngày sinh" in dossier_for(cast.an, dossier.id).remarks[-1].text
    dossier = _do(processing.propose, dossier, cast.bich, at + 3 * HOUR)
    dossier = _do(processing.approve, dossier, cast.bao, at + 3 * HOUR)
    dossier = _do(
        returning.issue,
        dossier,
        cast.bich,
        at + 3 * HOUR,
        paper=returning.ResultPaper(photo(), "kq.jpg", "12a/2026"),
    )
    assert [one.number for one in dossier_for(cast.an, dossier.id).of_kind("result")] == ["12a/2026"]


def test_an_approved_decision_can_still_go_back_or_be_withdrawn(cast, at):
    dossier, _ = filed(cast.an, at=at)
    dossier = _do(processing.receive, dossier, cast.binh, at)
    dossier = _do(processing.transfer, dossier, cast.binh, at)
    dossier = _do(processing.propose, dossier, cast.bich, at)
    dossier = _do(processing.approve, dossier, cast.bao, at)
    dossier = _do(answering.ask_withdrawal, dossier, cast.an, at)
    assert dossier.status == 7
    dossier = _do(
        answering.decline_withdrawal, dossier, cast.bao, at, reason="Kết quả đã được phê duyệt hôm nay."
    )
    dossier = _do(processing.send_back, dossier, cast.bao, at, reason="Dự thảo kết quả ghi sai tên.")
    assert dossier.stage == "handling"


def test_a_second_list_needs_the_head_and_appraisal_is_a_phase_of_its_own(cast, at):
    dossier, _ = filed(cast.an, at=at)
    items = [Asked(4, "Giấy chứng sinh", WHY)]
    dossier = _do(processing.ask_supplement, dossier, cast.binh, at, items=items)
    answering.attach_answer(
        dossier_id=dossier.id, component=4, stream=photo(), name="a.jpg", by=cast.an, at=at
    )
    dossier = _do(answering.answer_supplement, dossier, cast.an, at + HOUR)
    with pytest.raises(NotAllowed):
        _do(processing.ask_supplement, dossier, cast.binh, at + HOUR, items=items)
    dossier = _do(processing.receive, dossier, cast.binh, at + HOUR)
    dossier = _do(processing.transfer, dossier, cast.binh, at + HOUR)
    dossier = _do(processing.ask_supplement, dossier, cast.bich, at + HOUR, items=items)
    assert dossier.status == 5


def test_the_eight_hours_begin_anew_once_missing_papers_came(cast, at):
    dossier, _ = filed(cast.an, at=at)
    first = dossier.act_by
    dossier = _do(processing.ask_supplement, dossier, cast.binh, at, items=[Asked(4, "Giấy chứng sinh", WHY)])
    answering.attach_answer(
        dossier_id=dossier.id, component=4, stream=photo(), name="a.jpg", by=cast.an, at=at
    )
    dossier = _do(answering.answer_supplement, dossier, cast.an, at + timedelta(days=1))
    assert (dossier.status, dossier.act_by > first) == (1, True)
    dossier = _do(processing.receive, dossier, cast.binh, at + timedelta(days=1))
    assert dossier.promised_at == dossier.due_at


def test_two_holds_are_lifted_in_either_order(cast, at):
    for papers_first in (True, False):
        dossier, _ = filed(cast.an, at=at)
        dossier = _do(processing.receive, dossier, cast.binh, at)
        due = dossier.due_at
        dossier = _do(
            processing.ask_supplement, dossier, cast.binh, at, items=[Asked(4, "Giấy chứng sinh", WHY)]
        )
        dossier = _do(answering.ask_withdrawal, dossier, cast.an, at + HOUR)
        assert dossier.status == 7
        answering.attach_answer(
            dossier_id=dossier.id, component=4, stream=photo(), name="a.jpg", by=cast.an, at=at
        )
        steps = [
            (answering.answer_supplement, cast.an, {}),
            (answering.decline_withdrawal, cast.binh, {"reason": "Hồ sơ sắp có kết quả, xin chờ thêm."}),
        ]
        seen = []
        for act, by, more in steps if papers_first else reversed(steps):
            dossier = _do(act, dossier, by, at + timedelta(days=1), **more)
            seen.append(dossier.status)
        assert seen == ([7, 2] if papers_first else [5, 2])
        assert dossier.due_at > due


def test_work_goes_only_to_a_colleague_whose_step_it_is(cast, at):
    dossier, _ = filed(cast.an, at=at)
    dossier = _do(processing.receive, dossier, cast.binh, at)
    for other in (cast.binh, cast.chi):
        with pytest.raises(Incomplete):
            _do(processing.transfer, dossier, cast.binh, at, holder=UUID(other.id))
    assert _do(processing.transfer, dossier, cast.binh, at, holder=UUID(cast.bich.id)).holder_id


def test_the_notice_of_reception_tells_the_date_that_was_promised_then(cast, at):
    dossier, _ = filed(cast.an, at=at)
    dossier = _do(processing.receive, dossier, cast.binh, at)
    fact = events.DossierReceived(
        dossier_id=dossier.id, agency_id=dossier.agency_id, due_at=dossier.due_at.isoformat()
    )
    _do(processing.ask_supplement, dossier, cast.binh, at, items=[Asked(4, "Giấy chứng sinh", WHY)])
    heard = SimpleNamespace(event=SimpleNamespace(id=uuid7(), at=at), fact=fact)
    [message] = notices.owner_messages(heard)
    assert message.template == "dossier_received"
    assert message.values["due"]


def test_an_answer_holds_only_what_was_asked_for_and_no_more_than_a_dossier_may(cast, at, monkeypatch):
    dossier, _ = filed(cast.an, at=at)
    _do(processing.ask_supplement, dossier, cast.binh, at, items=[Asked(4, "Giấy chứng sinh", WHY)])
    paper = {"dossier_id": dossier.id, "name": "a.jpg", "by": cast.an, "at": at}
    with pytest.raises(Refused):
        answering.attach_answer(component=7, stream=photo(), **paper)
    answering.attach_answer(component=4, stream=photo(), **paper)
    monkeypatch.setattr(completeness, "FILES_LIMIT", 1)
    with pytest.raises(Refused):
        answering.attach_answer(component=4, stream=photo("blue"), **paper)


def test_a_file_that_comes_while_the_answer_is_sent_is_refused_not_lost(cast, at, monkeypatch):
    dossier, _ = filed(cast.an, at=at)
    _do(processing.ask_supplement, dossier, cast.binh, at, items=[Asked(4, "Giấy chứng sinh", WHY)])
    paper = {"dossier_id": dossier.id, "component": 4, "name": "a.jpg", "by": cast.an, "at": at}
    answering.attach_answer(stream=photo(), **paper)
    keep = answering.store

    def slow_store(**more):
        _do(answering.answer_supplement, dossier, cast.an, at)
        return keep(**more)

    monkeypatch.setattr(answering, "store", slow_store)
    with pytest.raises(NotFound):
        answering.attach_answer(stream=photo("blue"), **paper)
