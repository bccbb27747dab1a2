"""Letters of apology: drafted by the clock, signed once by the head, withdrawn when the dossier is ready first."""

from datetime import date, datetime, timedelta

import pytest

from motcua.dossiers.chores import raise_alarms
from motcua.dossiers.errors import Incomplete, NotAllowed, NotFound
from motcua.dossiers.models import Apology, ApologyDraft
from motcua.dossiers.operations import answering, apologising, processing, returning
from motcua.dossiers.operations.processing import Asked
from motcua.dossiers.rules.texts import sha256
from motcua.dossiers.tests.apologies import (
    AFTER,
    DUE,
    EVE,
    HOUR,
    WHY,
    apologised,
    do,
    drafted,
    fresh,
    open_drafts,
    received,
)
from motcua.dossiers.tests.factories import photo
from motcua.kernel.worktime import ZONE
from motcua.ledger.models import Event

DAY = timedelta(days=1)
NEW_DUE = datetime(2026, 9, 18, 17, 0, tzinfo=ZONE)


def facts(name, dossier):
    return list(Event.objects.filter(name=f"dossiers.{name}", thread=dossier.id).order_by("id"))


def test_the_letter_lies_before_the_head_when_the_office_opens_on_the_eve(cast, at):
    dossier = received(cast, at)
    assert raise_alarms(at=EVE - 2 * timedelta(minutes=1)) == 0
    assert raise_alarms(at=EVE) == 1
    [draft] = open_drafts(dossier)
    assert (draft.due_at, draft.send_by, draft.late, draft.signers) == (DUE, date(2026, 9, 14), False, "head")
    [fact] = facts("ApologyDrafted", dossier)
    assert fact.facts["apology_id"] == str(draft.id)
    assert fact.actor_kind == "system"


def test_looking_again_drafts_no_second_letter(cast, at):
    dossier = drafted(cast, at)
    for moment in (EVE + HOUR, DUE - HOUR, AFTER, AFTER + DAY):
        do(processing.transfer, dossier, cast.binh, moment) if moment == EVE + HOUR else None
        raise_alarms(at=moment)
    assert ApologyDraft.objects.filter(dossier=dossier).count() == 1


def test_what_lies_with_the_approver_gets_no_letter_until_it_is_late(cast, at):
    dossier = do(processing.transfer, received(cast, at), cast.binh, at)
    do(processing.propose, dossier, cast.bich, at)
    raise_alarms(at=EVE)
    assert open_drafts(dossier) == []
    raise_alarms(at=AFTER)
    [draft] = open_drafts(dossier)
    assert draft.late


def test_who_asked_to_withdraw_and_who_waits_for_papers_is_not_apologised_to(cast, at):
    leaving, waiting = received(cast, at), received(cast, at)
    do(answering.ask_withdrawal, leaving, cast.an, at)
    do(processing.ask_supplement, waiting, cast.binh, at, items=[Asked(4, "", "Ảnh mờ quá, chụp lại.")])
    raise_alarms(at=EVE)
    raise_alarms(at=AFTER)
    assert ApologyDraft.objects.count() == 0


def test_signing_gives_the_letter_a_number_and_the_dossier_a_second_promise(cast, at):
    dossier = apologised(cast, at)
    letter = Apology.objects.get(dossier=dossier)
    assert letter.number == "01/PXL"
    assert (letter.due_at, letter.new_due_at, letter.days) == (DUE, NEW_DUE, 3)
    assert (letter.signed_by, letter.signed_as, letter.sent_at) == (cast.bao.id, "head", EVE + HOUR)
    assert letter.remark.text == WHY
    assert (dossier.promised_at, dossier.first_due_at, dossier.due_at) == (DUE, DUE, NEW_DUE)
    assert dossier.act_by == NEW_DUE
    [fact] = facts("ApologySent", dossier)
    assert fact.facts["number"] == "01/PXL"
    assert fact.facts["text_sha256"] == sha256(WHY)
    assert WHY not in str(fact.facts)


def test_letters_of_an_agency_are_numbered_through_the_year(cast, at):
    for _ in range(2):
        apologised(cast, at)
    assert sorted(Apology.objects.values_list("number", flat=True)) == ["01/PXL", "02/PXL"]


def test_a_second_new_day_is_refused(cast, at):
    dossier = apologised(cast, at)
    raise_alarms(at=NEW_DUE - DAY)
    raise_alarms(at=NEW_DUE + DAY)
    assert ApologyDraft.objects.filter(dossier=dossier).count() == 1
    with pytest.raises(NotAllowed):
        do(apologising.sign, dossier, cast.bao, NEW_DUE + DAY, reason=WHY, days=5)
    assert fresh(dossier).due_at == NEW_DUE
    assert len(facts("DossierOverdue", dossier)) == 1  # of the last promise, which was broken too


@pytest.mark.parametrize("days", [0, 11, -1, 400])
def test_a_day_that_the_row_does_not_allow_is_refused(cast, at, days):
    with pytest.raises(Incomplete):
        do(apologising.sign, drafted(cast, at), cast.bao, EVE + HOUR, reason=WHY, days=days)


def test_a_letter_needs_a_reason_that_explains(cast, at):
    with pytest.raises(Incomplete):
        do(apologising.sign, drafted(cast, at), cast.bao, EVE + HOUR, reason="Bận.", days=3)


def test_only_the_head_signs_and_dismisses_and_strangers_do_not_know_of_it(cast, at):
    dossier = drafted(cast, at)
    for who, error in (
        (cast.binh, NotAllowed),
        (cast.bich, NotAllowed),
        (cast.an, NotAllowed),
        (cast.chi, NotFound),
    ):
        with pytest.raises(error):
            do(apologising.sign, dossier, who, EVE + HOUR, reason=WHY, days=3)
        with pytest.raises(error):
            do(apologising.dismiss, dossier, who, EVE + HOUR)
    with pytest.raises(NotAllowed):
        do(apologising.sign, dossier, cast.dung, EVE + HOUR, reason=WHY, days=3)
    assert len(open_drafts(dossier)) == 1


def test_without_a_draft_there_is_nothing_to_sign(cast, at):
    with pytest.raises(NotAllowed):
        do(apologising.sign, received(cast, at), cast.bao, at, reason=WHY, days=3)


def test_a_dossier_that_is_ready_first_withdraws_the_letter_by_itself(cast, at):
    dossier = do(processing.transfer, drafted(cast, at), cast.binh, EVE + HOUR)
    do(processing.propose, dossier, cast.bich, EVE + HOUR)
    do(processing.approve, dossier, cast.bao, EVE + HOUR)
    assert len(open_drafts(dossier)) == 1  # approved, but no result yet
    do(
        returning.issue,
        dossier,
        cast.bich,
        EVE + 2 * HOUR,
        paper=returning.ResultPaper(photo(), "kq.jpg", "1"),
    )
    assert open_drafts(dossier) == []
    [fact] = facts("ApologyPutAway", dossier)
    assert fact.facts["why"] == "ended"
    with pytest.raises(NotAllowed):
        do(apologising.sign, dossier, cast.bao, EVE + 3 * HOUR, reason=WHY, days=3)


def test_a_pause_outdates_the_letter_and_the_new_day_gets_its_own(cast, at):
    dossier = drafted(cast, at)
    do(processing.ask_supplement, dossier, cast.binh, EVE, items=[Asked(4, "", "Ảnh mờ quá, chụp lại.")])
    assert open_drafts(dossier) == []
    answering.attach_answer(
        dossier_id=dossier.id, component=4, stream=photo(), name="a.jpg", by=cast.an, at=EVE + 3 * DAY
    )
    later = do(answering.answer_supplement, dossier, cast.an, EVE + 3 * DAY)
    assert later.due_at > DUE
    raise_alarms(at=later.due_at + HOUR)
    [draft] = open_drafts(dossier)
    assert draft.due_at == later.due_at


def test_a_pause_after_the_letter_moves_both_promises_alike(cast, at):
    dossier = apologised(cast, at)
    start = EVE + 2 * HOUR
    do(processing.ask_supplement, dossier, cast.binh, start, items=[Asked(4, "", "Ảnh mờ quá, chụp lại.")])
    answering.attach_answer(
        dossier_id=dossier.id, component=4, stream=photo(), name="a.jpg", by=cast.an, at=start + DAY
    )
    goes_on = do(answering.answer_supplement, dossier, cast.an, start + DAY)
    assert goes_on.first_due_at == DUE + DAY
    assert goes_on.due_at == datetime(2026, 9, 21, 17, 0, tzinfo=ZONE)
    assert goes_on.promised_at == DUE


def test_a_dismissed_letter_comes_back_once_the_promise_is_broken(cast, at):
    dossier = do(apologising.dismiss, drafted(cast, at), cast.bao, EVE + HOUR)
    raise_alarms(at=DUE - HOUR)
    assert open_drafts(dossier) == []
    raise_alarms(at=AFTER)
    [draft] = open_drafts(dossier)
    assert draft.late
    do(apologising.dismiss, dossier, cast.bao, AFTER + HOUR)
    raise_alarms(at=AFTER + DAY)
    assert open_drafts(dossier) == []


def test_a_result_after_the_first_promise_is_recorded_as_late_though_a_new_day_was_given(cast, at):
    dossier = apologised(cast, at)
    for act, by in (
        (processing.transfer, cast.binh),
        (processing.propose, cast.bich),
        (processing.approve, cast.bao),
    ):
        do(act, dossier, by, DUE + HOUR)
    do(returning.issue, dossier, cast.bich, DUE + DAY, paper=returning.ResultPaper(photo(), "kq.jpg", "1"))
    [fact] = facts("ResultIssued", dossier)
    assert fact.facts["on_time"] is False
