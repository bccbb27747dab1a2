"""A demand for money, a request for papers and a decision hold a dossier up: told, paid, answered, all on the day."""

from datetime import UTC, date, datetime

import pytest

from motcua.directory.models import Period
from motcua.directory.warm import forget_all
from motcua.dossiers.chores import raise_alarms
from motcua.dossiers.models import Dossier
from motcua.dossiers.operations import answering, processing
from motcua.dossiers.tests.factories import BIRTH, filed, photo
from motcua.gateways import clock
from motcua.kernel.worktime import ZONE
from motcua.ledger.verify import verify
from tests.stories.citizen import Citizen
from tests.stories.officer import DEMAND, HELD, ITEM, REASON, RECEIPT, Officer, boxes, form, fresh

UNTIL = boxes("until", date(2026, 9, 4))


def on(day, month, hour=10):
    return datetime(2026, month, day, hour, tzinfo=ZONE)


@pytest.fixture
def at():
    """Monday, 24 August 2026, 09:00: 31 August to 2 September are days off."""
    return datetime(2026, 8, 24, 2, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def void(db):
    """A row of sector law: without papers in five working days the dossier is void."""
    Period.objects.create(
        name="supplement_answer",
        scope=BIRTH,
        amount=5,
        unit="working_day",
        after="stop",
        law="Luật mẫu, Điều 8",
        valid_from=date(2021, 1, 1),
        source="test",
        confidence="test",
    )
    forget_all()
    yield
    forget_all()


@pytest.fixture
def dossier(cast, at):
    """A dossier of An's with five working days, with the specialists: due on Thursday, 3 September."""
    one, _ = filed(cast.an, at=at)
    Dossier.objects.filter(id=one.id).update(limit_amount=5, limit_unit="working_day")
    processing.receive(dossier_id=one.id, seen=one.version, by=cast.binh, at=at)
    processing.transfer(dossier_id=one.id, seen=fresh(one).version, by=cast.binh, at=at)
    assert fresh(one).due_at == on(3, 9, 17)
    return fresh(one)


@pytest.fixture
def bich(cast):
    return Officer(cast.bich)


@pytest.fixture
def binh(cast):
    return Officer(cast.binh)


@pytest.fixture
def tracked(cast, dossier):
    """An's page of it, as she reads it."""
    code = dossier.codes.get().code
    return lambda: Citizen(cast.an).text(f"/h/{code}/")


def ask_both(bich, dossier):
    """Money on Wednesday, 26 August, papers on the day after."""
    with clock.set_to(on(26, 8)):
        bich.send(dossier, "payment-requests", **DEMAND | UNTIL)
    with clock.set_to(on(27, 8)):
        bich.send(dossier, "supplements", **ITEM)


def send_papers(cast, dossier, at):
    answering.attach_answer(
        dossier_id=dossier.id, component=4, stream=photo(), name="moi.jpg", by=cast.an, at=at
    )
    answering.answer_supplement(dossier_id=dossier.id, seen=fresh(dossier).version, by=cast.an, at=at)


def pay(binh, dossier, day, month, status=302, noun="payments"):
    with clock.set_to(on(day, month)):
        paid_on = boxes("paid", date(2026, month, day))
        return binh.send(dossier, noun, status, **RECEIPT | paid_on).content.decode()


@pytest.mark.parametrize("money_first", [True, False])
def test_with_money_and_papers_open_the_clock_goes_on_when_the_last_has_come(
    cast, dossier, bich, binh, tracked, money_first
):
    ask_both(bich, dossier)
    with clock.set_to(on(27, 8, 11)):
        page = tracked()
    assert "Cần nộp tiền" in page
    assert "50.000 đồng" in page
    assert DEMAND["purpose"] in page
    assert "Cần bổ sung giấy tờ" in page
    if money_first:
        pay(binh, dossier, 28, 8)
        assert (fresh(dossier).status, fresh(dossier).due_at) == (5, None)
        send_papers(cast, dossier, on(3, 9))
    else:
        send_papers(cast, dossier, on(28, 8))
        assert (fresh(dossier).status, fresh(dossier).due_at) == (6, None)
        pay(binh, dossier, 3, 9)
    # 26 August counts no more after ten o'clock; 27, 28 August and 3 September wait; 31 August to 2 September rest.
    assert fresh(dossier).due_at == on(8, 9, 17)
    assert fresh(dossier).promised_at == on(3, 9, 17)
    assert verify().findings == []


def test_the_owner_reads_day_by_day_why_the_date_moved(dossier, bich, binh, tracked):
    with clock.set_to(on(26, 8)):
        bich.send(dossier, "payment-requests", **DEMAND | UNTIL)
    pay(binh, dossier, 3, 9)
    with clock.set_to(on(3, 9, 11)):
        page = tracked()
    assert "Vì sao là ngày này?" in page
    # Of 27 August to 3 September three days are working days: the National Day's rest is no part of the wait.
    assert (
        "Từ Thứ Năm, ngày 27/8/2026 đến Thứ Năm, ngày 03/9/2026: tạm dừng, không tính 3 ngày làm việc."
        in page
    )
    assert "Thứ Bảy, ngày 05/9/2026 và Chủ Nhật, ngày 06/9/2026: nghỉ cuối tuần, không tính." in page
    assert "Thứ Ba, ngày 08/9/2026" in page
    assert "Cơ quan xác nhận đã nộp tiền" in page
    assert "Cần nộp tiền" not in page


def test_money_that_comes_after_the_papers_expired_is_refused_noted_and_owed_back(
    cast, void, dossier, bich, binh, tracked
):
    ask_both(bich, dossier)
    shown = fresh(dossier).version
    raise_alarms(at=on(11, 9, 8))
    assert fresh(dossier).stage == "stopped"
    with clock.set_to(on(11, 9)):
        typed = RECEIPT | boxes("paid", date(2026, 9, 11))
        page = binh.send(dossier, "payments", 409, seen=shown, **typed).content.decode()
        assert "Ghi tiền phải hoàn trả" in page
        assert RECEIPT["receipt"] in page
        binh.send(dossier, "refunds", **typed)
        assert "Phải hoàn trả." in binh.open(dossier)
        page = tracked()
    assert "Tiền phải hoàn trả" in page
    assert "BL-0012" in page
    assert fresh(dossier).stage == "stopped"
    assert verify().findings == []


def test_a_demand_is_taken_back_with_a_reason_and_the_clock_runs_again(dossier, bich, tracked):
    with clock.set_to(on(26, 8)):
        bich.send(dossier, "payment-requests", **DEMAND | UNTIL)
    with clock.set_to(on(28, 8)):
        bich.send(dossier, "payment-requests/cancellations", 422, **{"cancel_payment-reason": ""})
        bich.send(dossier, "payment-requests/cancellations", **{"cancel_payment-reason": REASON})
        page = tracked()
    # The 27th and the 28th do not count.
    assert fresh(dossier).due_at == on(7, 9, 17)
    assert REASON in page
    assert "Cơ quan rút yêu cầu nộp tiền" in page


def test_a_decision_holds_it_up_and_the_owner_reads_whose_it_is_and_why(cast, dossier, bich, binh, tracked):
    bao = Officer(cast.bao)
    with clock.set_to(on(25, 8)):
        bich.send(dossier, "suspensions", 409, **HELD | boxes("decided", date(2026, 8, 25)))
        bao.send(dossier, "suspensions", **HELD | boxes("decided", date(2026, 8, 25)))
        page = tracked()
        assert "Tạm dừng theo quyết định" in page
        assert "45/QĐ-UBND" in page
        assert REASON in page
        assert "Bước này do người khác" not in bich.open(dossier)
        assert "Người phê duyệt hoặc người đứng đầu cho giải quyết tiếp" in bich.open(dossier)
        assert "/payment-requests/" not in bich.open(dossier)
    with clock.set_to(on(28, 8)):
        bao.send(dossier, "resumptions", **{"resume-reason": "Tòa án đã có kết luận."})
        assert "Tòa án đã có kết luận." in tracked()
    # 26, 27 and 28 August do not count: four days are left, from 3 September.
    assert fresh(dossier).due_at == on(8, 9, 17)
    assert verify().findings == []


def test_what_is_wrong_in_a_form_is_told_at_its_field_and_what_was_typed_stays(cast, dossier, bich):
    with clock.set_to(on(26, 8)):
        wrong = {"amount": "năm chục", "purpose": "Phí <thẩm định>", "pay-law": ""} | boxes(
            "until", date(2020, 1, 31)
        )
        page = bich.send(dossier, "payment-requests", 422, **wrong).content.decode()
        assert "Cần ghi số tiền bằng chữ số" in page
        assert "Ngày cuối cùng để nộp phải từ hôm nay đến một năm sau." in page
        for kept in ("năm chục", "Phí &lt;thẩm định&gt;", 'value="2020"', 'value="31"'):
            assert kept in page
        typed = {"amount": "50 000 đ", "purpose": "Phí", "pay-law": "Nghị quyết 23"} | UNTIL
        bich.send(dossier, "payment-requests", **typed)
        assert "50.000 đồng" in bich.open(dossier)
        no_date = RECEIPT | {"paid.day": "31", "paid.month": "2", "paid.year": "2026"}
        page = Officer(cast.binh).send(dossier, "payments", 422, **no_date).content.decode()
        assert "Cần ghi ngày nộp tiền, đủ ngày, tháng và năm." in page


def test_who_works_elsewhere_sees_nothing_and_who_oversees_only_reads(cast, dossier, bich):
    with clock.set_to(on(26, 8)):
        bich.send(dossier, "payment-requests", **DEMAND | UNTIL)
        for noun in ("payments", "refunds", "suspensions", "resumptions", "payment-requests"):
            typed = form(noun) | boxes("paid", date(2026, 8, 26)) | boxes("decided", date(2026, 8, 26))
            Officer(cast.chi).send(dossier, noun, 404, **typed)
            Officer(cast.dung).send(dossier, noun, 409, **typed)
        page = Officer(cast.dung).open(dossier)
        assert DEMAND["purpose"] in page
        assert "/payments/" not in page
