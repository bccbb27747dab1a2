"""Each morning every one-stop is looked at; what keeps it from serving calls the Provincial Office by itself."""

import io
from datetime import timedelta

import pytest
import segno

from motcua.accounts.models import SignIn
from motcua.dossiers.tests.factories import filed
from motcua.gateways import clock
from motcua.kernel.ids import uuid7
from motcua.oversight import chores
from motcua.oversight.models import DeviceTest, Readiness, Ticket
from motcua.oversight.operations.readiness import look_at_all
from motcua.oversight.rules.readiness import Light
from motcua.web.office.readiness.devices import word_of
from tests.stories.officer import Officer

pytestmark = pytest.mark.django_db
READINESS, SUPPORT = "/office/readiness/", "/office/support/"


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


def seen(actor, at):
    SignIn.objects.create(id=uuid7(at), account_id=actor.id, session_key=str(uuid7(at)), since=at, seen_at=at)


def causes(agency_id):
    return set(Ticket.objects.filter(agency_id=agency_id, closed_at=None).values_list("cause", flat=True))


def test_a_morning_opens_one_ticket_a_cause_and_the_next_closes_what_was_mended(cast, at):
    here = cast.binh.unit
    chores.look(at=at)
    assert {"seen", "contact"} <= causes(here)
    before = Ticket.objects.count()
    chores.look(at=at + timedelta(hours=1))
    assert Ticket.objects.count() == before
    seen(cast.binh, at + timedelta(hours=2))
    chores.look(at=at + timedelta(days=1))
    assert "seen" not in causes(here)
    assert Readiness.objects.filter(agency_id=here).count() == 2
    closed = Ticket.objects.get(agency_id=here, cause="seen")
    assert closed.closed_by == "system"


def test_online_dossiers_that_nobody_answered_are_red_for_their_agency_alone(cast, at):
    filed(cast.an, at=at - timedelta(days=6))
    look_at_all(by=cast.dung, at=at)
    assert "unopened" in causes(cast.binh.unit)
    assert "unopened" not in causes(cast.chi.unit)


def test_nobody_is_looked_at_on_a_day_of_rest(cast, at):
    chores.look(at=at - timedelta(days=2))  # a Sunday
    assert not Readiness.objects.exists()


def test_each_sees_the_own_one_stop_and_dung_the_province(cast, at):
    look_at_all(by=cast.dung, at=at)
    assert "Gần đây không có cán bộ nào đăng nhập." in Officer(cast.binh).text(READINESS)
    page = Officer(cast.dung).text(f"{READINESS}province/")
    assert page.count("Chưa phục vụ được") >= Readiness.objects.filter(light=Light.RED).count()
    Officer(cast.binh).get(f"{READINESS}province/", status=404)
    Officer(cast.chi).get(f"{READINESS}province/", status=404)


def test_a_sheet_that_was_printed_and_scanned_proves_both_devices(cast, at):
    binh, test_id = Officer(cast.binh), uuid7(at)
    assert word_of(test_id) in binh.text(f"{READINESS}sheet/?test={test_id}")
    scan = io.BytesIO()
    segno.make(word_of(test_id), error="m").save(scan, kind="png", scale=6, border=8)
    scan.seek(0)
    scan.name = "quet.png"
    answer = binh.client.post(f"{READINESS}tests/", {"test": str(test_id), "scan": scan})
    assert answer.status_code == 302
    row = DeviceTest.objects.get()
    assert (row.agency_id, row.passed) == (cast.binh.unit, True)
    assert "Máy in và máy quét đã thử" in binh.text(READINESS)
    assert (
        binh.client.post(f"{READINESS}tests/", {"test": str(test_id), "word": word_of(test_id)}).status_code
        == 302
    )
    assert DeviceTest.objects.count() == 1


def test_the_sheet_of_another_trial_proves_nothing(cast, at):
    binh, test_id = Officer(cast.binh), uuid7(at)
    other = word_of(uuid7(at))
    answer = binh.client.post(f"{READINESS}tests/", {"test": str(test_id), "word": other})
    assert answer.status_code == 422
    assert "Không đọc được mã" in answer.content.decode()
    assert not DeviceTest.objects.exists()


def test_a_broken_scanner_is_reported_with_what_is_wrong_and_calls_the_office(cast, at):
    binh, test_id = Officer(cast.binh), uuid7(at)
    given = {"test": str(test_id), "outcome": "broken", "note": ""}
    assert binh.client.post(f"{READINESS}tests/", given).status_code == 422
    given["note"] = "Máy quét không lên nguồn"
    assert binh.client.post(f"{READINESS}tests/", given).status_code == 302
    look_at_all(by=cast.dung, at=at + timedelta(minutes=1))
    assert "devices" in causes(cast.binh.unit)


def test_the_office_answers_and_closes_and_an_officer_elsewhere_learns_nothing(cast, at):
    binh, dung, chi = Officer(cast.binh), Officer(cast.dung), Officer(cast.chi)
    assert binh.client.post(SUPPORT, {"text": "hỏng"}).status_code == 422
    binh.client.post(SUPPORT, {"text": "Máy in ở quầy 2 in ra trang trắng từ sáng nay."})
    row = Ticket.objects.get(cause="asked")
    page = f"{SUPPORT}{row.id}/"
    chi.get(page, status=404)
    assert "trang trắng" not in chi.text(SUPPORT)
    assert "trang trắng" in dung.text(SUPPORT)
    dung.client.post(page, {"text": "Đã cử người đến lúc 10 giờ."})
    row.refresh_from_db()
    assert row.answered_at == at
    assert "Đã cử người đến" in binh.text(page)
    dung.client.post(f"{page}closure/")
    row.refresh_from_db()
    assert row.closed_by == cast.dung.id
    binh.client.post(page, {"text": "Cảm ơn, máy đã chạy lại."})
    assert row.notes.count() == 1


def test_what_the_system_opened_is_not_waved_away_by_the_agency(cast, at):
    look_at_all(by=cast.dung, at=at)
    row = Ticket.objects.filter(agency_id=cast.binh.unit).first()
    Officer(cast.binh).client.post(f"{SUPPORT}{row.id}/closure/")
    row.refresh_from_db()
    assert row.closed_at is None
