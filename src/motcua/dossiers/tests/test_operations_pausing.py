"""Money and decisions hold a dossier up: placed and lifted in any order, the clock exact, nothing lost."""

from datetime import UTC, date, datetime

import pytest

from motcua.directory.models import Period
from motcua.directory.warm import forget_all
from motcua.dossiers import notices
from motcua.dossiers.chores import raise_alarms
from motcua.dossiers.errors import Incomplete, NotAllowed, NotFound, Stale
from motcua.dossiers.models import Dossier
from motcua.dossiers.operations import answering, paying, processing, suspending
from motcua.dossiers.operations.processing import Asked
from motcua.dossiers.queries.desk import desk_counts
from motcua.dossiers.queries.timeline import timeline
from motcua.dossiers.queries.viewing import dossier_for
from motcua.dossiers.rules.pauses import LATE_MONEY, Decision, Demand, Paid
from motcua.dossiers.rules.texts import sha256
from motcua.dossiers.tests.factories import BIRTH, filed, photo
from motcua.kernel.worktime import ZONE
from motcua.ledger.delivery import Heard, read_back
from motcua.ledger.models import Event
from motcua.ledger.verify import verify
from motcua.ledger.wiring import kinds

WHY = "Chờ kết luận của Tòa án về người cha của trẻ."
ASKED = Demand(8000, "Lệ phí cấp bản sao", "Nghị quyết 23/2020/NQ-HĐND, Điều 1", date(2026, 9, 4))
NOTHING, LATER = Decision("", None, " "), Decision("45/QĐ-UBND", date(2026, 8, 26), "Chủ tịch")
DECISION = Decision("45/QĐ-UBND", date(2026, 8, 25), "Chủ tịch Hồ Quốc Bảo")


def on(day, month, hour=10):
    return datetime(2026, month, day, hour, tzinfo=ZONE)


def paid(day=3, month=9, **more):
    return Paid(**{"number": "BL-0012", "on": date(2026, month, day), "payer": "Nguyễn Thị An"} | more)


@pytest.fixture
def at():
    """Monday, 24 August 2026, 09:00: 31 August to 2 September are days off."""
    return datetime(2026, 8, 24, 2, 0, tzinfo=UTC)


def do(act, dossier, by, at, **more):
    seen = Dossier.objects.get(id=dossier.id).version
    act(dossier_id=dossier.id, seen=seen, by=by, at=at, **more)
    return Dossier.objects.get(id=dossier.id)


@pytest.fixture
def void(db):
    """A row of sector law: without papers in five working days the dossier is void."""
    row = Period(name="supplement_answer", scope=BIRTH, amount=5, unit="working_day", after="stop")
    row.law, row.valid_from, row.source, row.confidence = "Luật mẫu, Điều 8", date(2021, 1, 1), "test", "test"
    row.save()
    forget_all()
    yield
    forget_all()


@pytest.fixture
def dossier(cast, at):
    """A dossier of An's with five working days, with the specialists: due on Thursday, 3 September."""
    one, _ = filed(cast.an, at=at)
    Dossier.objects.filter(id=one.id).update(limit_amount=5, limit_unit="working_day")
    do(processing.receive, one, cast.binh, at)
    one = do(processing.transfer, one, cast.binh, at)
    assert one.due_at == on(3, 9, 17)
    return one


def ask_papers(dossier, by, at):
    return do(processing.ask_supplement, dossier, by, at, items=[Asked(4, "Giấy chứng sinh", WHY)])


def answer_papers(dossier, by, at):
    answering.attach_answer(dossier_id=dossier.id, component=4, stream=photo(), name="a.jpg", by=by, at=at)
    return do(answering.answer_supplement, dossier, by, at)


def told(dossier):
    return [moment.name.removeprefix("dossiers.") for moment in timeline(dossier.id, audience="citizen")]


def messages(dossier):
    events = Event.objects.filter(thread=dossier.id).order_by("id")
    heard = [Heard(one, read_back(kinds()[one.name], one.facts)) for one in events]
    return {message.template: message.values for one in heard for message in notices.owner_messages(one)}


def slips(dossier):
    """Give what is printed for an owner whom no message reaches."""
    dossier.owner.phone_sealed = dossier.owner.email_sealed = None
    dossier.owner.save()
    Dossier.objects.filter(id=dossier.id).update(submitter=dossier.owner)
    events = Event.objects.filter(thread=dossier.id).order_by("id")
    heard = [Heard(one, read_back(kinds()[one.name], one.facts)) for one in events]
    return {slip.template: slip.written_out for one in heard for slip in notices.owner_slips(one)}


def test_days_of_waiting_for_money_are_not_counted_and_the_first_promise_stays(cast, dossier):
    waits = do(paying.ask_payment, dossier, cast.bich, on(26, 8), demand=ASKED)
    assert (waits.status, waits.waiting, waits.due_at) == (6, 6, None)
    goes_on = do(paying.confirm_payment, dossier, cast.binh, on(3, 9), paid=paid())
    # 27 and 28 August and 3 September do not count; the three days off are no working days in any case.
    assert (goes_on.status, goes_on.waiting, goes_on.due_at) == (4, 0, on(8, 9, 17))
    assert goes_on.promised_at == on(3, 9, 17)
    hold = dossier.holds.get()
    assert (hold.amount, hold.text, hold.law, hold.placed_by) == (
        8000,
        ASKED.purpose,
        ASKED.law,
        cast.bich.id,
    )
    kept = (hold.end, hold.end_number, hold.end_on, hold.end_name, hold.lifted_by)
    assert kept == ("paid", "BL-0012", date(2026, 9, 3), "Nguyễn Thị An", cast.binh.id)


@pytest.mark.parametrize("money_first", [True, False])
def test_papers_and_money_are_waited_for_together_and_come_in_either_order(cast, dossier, money_first):
    do(paying.ask_payment, dossier, cast.bich, on(26, 8), demand=ASKED)
    assert ask_papers(dossier, cast.bich, on(27, 8)).status == 6
    if money_first:
        half = do(paying.confirm_payment, dossier, cast.bich, on(28, 8), paid=paid(28, 8))
        whole = answer_papers(dossier, cast.an, on(3, 9))
    else:
        half = answer_papers(dossier, cast.an, on(28, 8))
        whole = do(paying.confirm_payment, dossier, cast.bich, on(3, 9), paid=paid())
    assert (half.status, half.due_at) == (5 if money_first else 6, None)
    assert (whole.status, whole.due_at) == (4, on(8, 9, 17))
    assert verify().findings == []


def test_a_suspension_and_a_demand_that_overlap_are_one_pause(cast, dossier):
    do(paying.ask_payment, dossier, cast.bich, on(26, 8), demand=ASKED)
    held = do(suspending.suspend, dossier, cast.bao, on(28, 8), decision=DECISION, reason=WHY)
    assert (held.status, held.waiting) == (6, 6)
    half = do(paying.confirm_payment, dossier, cast.binh, on(3, 9), paid=paid())
    assert (half.status, half.waiting, half.due_at) == (4, 8, None)
    goes_on = do(suspending.resume, dossier, cast.bao, on(7, 9), number="51/QĐ-UBND")
    # 27 and 28 August, 3, 4 and 7 September do not count.
    assert (goes_on.waiting, goes_on.due_at) == (0, on(10, 9, 17))


def test_suspended_days_are_not_counted_and_decision_and_officer_are_kept(cast, dossier):
    held = do(suspending.suspend, dossier, cast.bao, on(25, 8), decision=DECISION, reason=WHY)
    assert (held.status, held.waiting, held.due_at) == (4, 8, None)
    assert raise_alarms(at=on(6, 9)) == 0
    assert desk_counts(cast.bich, at=on(6, 9))["mine"] == 0
    goes_on = do(suspending.resume, dossier, cast.bao, on(7, 9), reason="Tòa án đã có kết luận.")
    # 26, 27 and 28 August, 3, 4 and 7 September do not count.
    assert (goes_on.due_at, goes_on.promised_at) == (on(11, 9, 17), on(3, 9, 17))
    hold = dossier.holds.get()
    assert (hold.number, hold.decided_on, hold.decided_by, hold.text) == (*_decided(), WHY)
    assert (hold.placed_by, hold.lifted_by) == (cast.bao.id, cast.bao.id)
    fact = Event.objects.get(thread=dossier.id, name="dossiers.DossierSuspended").facts
    assert fact["text_sha256"] == sha256(f"45/QĐ-UBND|2026-08-25|Chủ tịch Hồ Quốc Bảo|{WHY}")


def _decided():
    return DECISION.number, DECISION.on, DECISION.by


def test_while_a_decision_holds_it_up_nothing_is_asked_and_no_term_of_the_owner_runs_out(cast, dossier, void):
    ask_papers(dossier, cast.bich, on(25, 8))
    assert dossier.holds.get().answer_by == date(2026, 9, 4)
    do(suspending.suspend, dossier, cast.bao, on(27, 8), decision=DECISION, reason=WHY)
    with pytest.raises(NotAllowed):
        do(paying.ask_payment, dossier, cast.bich, on(27, 8), demand=ASKED)
    assert raise_alarms(at=on(10, 9)) == 0
    do(suspending.resume, dossier, cast.bao, on(10, 9), reason="Tòa án đã có kết luận.")
    assert dossier.holds.get(kind="supplement").answer_by == date(2026, 9, 17)
    raise_alarms(at=on(17, 9))
    assert told(dossier)[-1] == "SupplementNearDue"
    assert raise_alarms(at=on(18, 9)) == 1
    assert Dossier.objects.get(id=dossier.id).status == 8


def test_money_that_comes_after_the_dossier_has_ended_changes_nothing_and_is_not_lost(cast, dossier, void):
    do(paying.ask_payment, dossier, cast.bich, on(26, 8), demand=ASKED)
    shown = ask_papers(dossier, cast.bich, on(26, 8)).version
    assert raise_alarms(at=on(8, 9)) == 1
    stopped = Dossier.objects.get(id=dossier.id)
    assert (stopped.status, stopped.waiting) == (8, 0)
    for seen in (shown, stopped.version):
        with pytest.raises(NotAllowed, match="Tiền không mất") as refused:
            paying.confirm_payment(dossier_id=dossier.id, seen=seen, paid=paid(7), by=cast.binh, at=on(9, 9))
        assert str(refused.value) == LATE_MONEY
    assert Dossier.objects.get(id=dossier.id).version == stopped.version
    assert "PaymentConfirmed" not in told(dossier)
    noted = do(paying.note_refund, dossier, cast.binh, on(9, 9), paid=paid(7))
    assert (noted.stage, noted.status, noted.ended_at) == ("stopped", 8, stopped.ended_at)
    hold = dossier.holds.get(kind="money")
    assert (hold.end, hold.end_number, hold.end_name) == ("owed_back", "BL-0012", "Nguyễn Thị An")
    assert messages(dossier)["payment_owed_back"]["amount"] == "8.000 đồng"
    with pytest.raises(NotAllowed):
        do(paying.note_refund, dossier, cast.binh, on(9, 9), paid=paid(7))
    assert verify().findings == []


def test_money_for_a_demand_that_was_taken_back_is_owed_back_too(cast, dossier):
    do(paying.ask_payment, dossier, cast.bich, on(26, 8), demand=ASKED)
    goes_on = do(paying.cancel_payment, dossier, cast.bich, on(27, 8), reason="Hộ nghèo được miễn khoản này.")
    assert (goes_on.status, goes_on.due_at) == (4, on(4, 9, 17))
    with pytest.raises(NotAllowed, match="Tiền không mất"):
        do(paying.confirm_payment, dossier, cast.binh, on(28, 8), paid=paid(27, 8))
    do(paying.note_refund, dossier, cast.binh, on(28, 8), paid=paid(27, 8))
    again = do(paying.ask_payment, dossier, cast.bich, on(28, 8), demand=ASKED)
    assert again.status == 6, "a new demand stands beside what is owed back"


def test_the_owner_is_told_of_each_step_in_words(cast, dossier):
    do(paying.ask_payment, dossier, cast.bich, on(26, 8), demand=ASKED)
    do(paying.confirm_payment, dossier, cast.binh, on(3, 9), paid=paid())
    do(suspending.suspend, dossier, cast.bao, on(4, 9), decision=DECISION, reason=WHY)
    do(suspending.resume, dossier, cast.bao, on(7, 9), reason="Tòa án đã có kết luận.")
    said = messages(dossier)
    assert said["payment_asked"]["amount"] == "8.000 đồng"
    assert said["payment_asked"]["due"] == "Thứ Sáu, ngày 04/9/2026"
    assert said["payment_confirmed"]["due"] == "Thứ Ba, ngày 08/9/2026"
    assert said["dossier_suspended"]["number"] == "45/QĐ-UBND"
    assert said["dossier_resumed"]["due"] == "Thứ Tư, ngày 09/9/2026"
    assert told(dossier)[-4:] == ["PaymentAsked", "PaymentConfirmed", "DossierSuspended", "DossierResumed"]


def test_a_slip_says_what_the_money_is_for_and_which_decision_it_is(cast, dossier):
    do(paying.ask_payment, dossier, cast.bich, on(26, 8), demand=ASKED)
    do(suspending.suspend, dossier, cast.bao, on(27, 8), decision=DECISION, reason=WHY)
    said = slips(Dossier.objects.get(id=dossier.id))
    assert f"Khoản phải nộp: {ASKED.purpose}." in said["payment_asked"]
    assert "Quyết định số 45/QĐ-UBND ngày 25/8/2026, Chủ tịch Hồ Quốc Bảo." in said["dossier_suspended"]


def test_unpaid_after_the_last_day_it_lies_on_the_list_of_the_agency_and_stays_open(cast, dossier):
    do(paying.ask_payment, dossier, cast.bich, on(26, 8), demand=ASKED)
    raise_alarms(at=on(4, 9))
    assert desk_counts(cast.bich, at=on(4, 9))["unanswered"] == 0
    raise_alarms(at=on(7, 9))
    assert desk_counts(cast.bich, at=on(7, 9))["unanswered"] == 1
    assert Dossier.objects.get(id=dossier.id).status == 6
    assert do(paying.confirm_payment, dossier, cast.binh, on(7, 9), paid=paid(7)).status == 4


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (Demand(None, "Lệ phí", "Luật", date(2026, 9, 4)), "amount"),
        (Demand(0, "Lệ phí", "Luật", date(2026, 9, 4)), "amount"),
        (Demand(8000, " ", "Luật", date(2026, 9, 4)), "purpose"),
        (Demand(8000, "Lệ phí", "", date(2026, 9, 4)), "pay-law"),
        (Demand(8000, "Lệ phí", "Luật", None), "until"),
        (Demand(8000, "Lệ phí", "Luật", date(2026, 8, 25)), "until"),
        (Demand(8000, "Lệ phí", "Luật", date(2028, 8, 25)), "until"),
    ],
)
def test_a_demand_says_how_much_what_for_on_what_basis_and_until_when(cast, dossier, said, field):
    with pytest.raises(Incomplete) as wrong:
        do(paying.ask_payment, dossier, cast.bich, on(26, 8), demand=said)
    assert [name for name, _ in wrong.value.problems] == [field]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"number": " "}, "receipt"),
        ({"on": None}, "paid"),
        ({"on": date(2026, 9, 5)}, "paid"),
        ({"on": date(2026, 8, 1)}, "paid"),
        ({"payer": ""}, "payer"),
    ],
)
def test_a_receipt_has_a_number_a_day_and_who_paid(cast, dossier, said, field):
    do(paying.ask_payment, dossier, cast.bich, on(26, 8), demand=ASKED)
    with pytest.raises(Incomplete) as wrong:
        do(paying.confirm_payment, dossier, cast.bich, on(3, 9), paid=paid(**said))
    assert [name for name, _ in wrong.value.problems] == [field]
    assert Dossier.objects.get(id=dossier.id).status == 6


def test_a_suspension_needs_a_decision_and_going_on_a_reason_or_one(cast, dossier):
    with pytest.raises(Incomplete) as wrong:
        do(suspending.suspend, dossier, cast.bao, on(25, 8), decision=NOTHING, reason="Ngắn")
    assert {name for name, _ in wrong.value.problems} == {"reason", "decision", "decided", "decided-by"}
    with pytest.raises(Incomplete):
        do(suspending.suspend, dossier, cast.bao, on(25, 8), decision=LATER, reason=WHY)
    do(suspending.suspend, dossier, cast.bao, on(25, 8), decision=DECISION, reason=WHY)
    with pytest.raises(Incomplete):
        do(suspending.resume, dossier, cast.bao, on(26, 8), reason="Xong")


def test_who_may_not_changes_nothing_and_who_works_elsewhere_is_told_that_there_is_nothing(cast, dossier):
    acts = [
        (paying.ask_payment, {"demand": ASKED}, {"bich", "bao"}),
        (paying.confirm_payment, {"paid": paid(26, 8)}, set()),
        (paying.cancel_payment, {"reason": WHY}, set()),
        (paying.note_refund, {"paid": paid(26, 8)}, set()),
        (suspending.suspend, {"decision": DECISION, "reason": WHY}, {"bao"}),
        (suspending.resume, {"reason": WHY}, set()),
    ]
    for act, more, may in acts:
        for who in {"binh", "bich", "bao", "dung", "an"} - may:
            with pytest.raises(NotAllowed):
                do(act, dossier, getattr(cast, who), on(26, 8), **more)
        with pytest.raises(NotFound):
            do(act, dossier, cast.chi, on(26, 8), **more)
    assert Dossier.objects.get(id=dossier.id).version == dossier.version


def test_of_two_who_confirm_the_same_payment_one_does_it(cast, dossier):
    waits = do(paying.ask_payment, dossier, cast.bich, on(26, 8), demand=ASKED)
    do(paying.confirm_payment, dossier, cast.binh, on(3, 9), paid=paid())
    with pytest.raises(Stale):
        paying.confirm_payment(
            dossier_id=dossier.id, seen=waits.version, paid=paid(), by=cast.bich, at=on(3, 9)
        )


def test_handling_that_is_stopped_ends_the_demand_and_the_suspension_with_it(cast, dossier):
    do(paying.ask_payment, dossier, cast.bich, on(26, 8), demand=ASKED)
    do(suspending.suspend, dossier, cast.bao, on(27, 8), decision=DECISION, reason=WHY)
    stopped = do(processing.stop, dossier, cast.bao, on(28, 8), reason="Không đủ điều kiện theo luật.")
    assert (stopped.status, stopped.waiting) == (8, 0)
    assert not dossier.holds.filter(lifted_at=None).exists()
    assert dossier_for(cast.binh, dossier.id).standing.unpaid
