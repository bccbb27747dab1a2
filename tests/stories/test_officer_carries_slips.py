"""Who has no phone and no mail is told by a slip of paper; the one-stop carries it, hamlet by hamlet."""

from datetime import timedelta

import pytest

from motcua.accounts.models import Party
from motcua.accounts.operations.parties import Person
from motcua.dossiers.notices import tell_owner
from motcua.dossiers.operations import processing
from motcua.dossiers.operations.reception import take_in
from motcua.dossiers.tests.factories import counter_case, filed
from motcua.gateways import clock
from motcua.ledger.delivery import Heard, read_back
from motcua.ledger.models import Event
from motcua.ledger.wiring import kinds
from motcua.messages.models import Message, Slip
from tests.stories.citizen import Citizen
from tests.stories.officer import REASON, Officer, fresh, notes

SLIPS = "/office/slips/"
FORM = {"carrier": "village_head", "carrier_name": "Lô Văn Tám"}
DAY = {"handed_on.day": "8", "handed_on.month": "9", "handed_on.year": "2026"}


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def dossier(cast, at):
    """A dossier whose people have neither phone nor mail; it was received, and papers were asked for."""
    made, done = filed(cast.an, at=at)
    Party.objects.filter(id__in=[made.owner_id, made.submitter_id]).update(
        phone_sealed=None, email_sealed=None
    )
    processing.receive(dossier_id=made.id, seen=fresh(made).version, by=cast.binh, at=at)
    asked = [processing.Asked(4, "Giấy chứng sinh", REASON)]
    processing.ask_supplement(dossier_id=made.id, seen=fresh(made).version, items=asked, by=cast.binh, at=at)
    for event in Event.objects.filter(thread=made.id).order_by("id"):
        tell_owner(Heard(event, read_back(kinds()[event.name], event.facts)))
    made.code = done.code
    return made


def test_each_notice_becomes_a_slip_that_says_all_in_words(cast, dossier):
    assert Slip.objects.count() == 3
    assert not Message.objects.filter(thread=dossier.id).exists()
    sheets = Officer(cast.binh).text(f"{SLIPS}sheets/")
    for words in (dossier.code, REASON, "Nơi hỏi và nhận kết quả", "Danh sách trao phiếu báo", "Xóm 3"):
        assert words in sheets


def test_who_has_a_phone_gets_no_slip(cast, at):
    made, _ = filed(cast.an, at=at)
    [event] = Event.objects.filter(thread=made.id)
    tell_owner(Heard(event, read_back(kinds()[event.name], event.facts)))
    assert Message.objects.filter(thread=made.id).count() == 1
    assert not Slip.objects.exists()


@pytest.mark.parametrize(("channel", "slips"), [("direct", 0), ("post", 1)])
def test_who_is_given_the_receipt_at_the_counter_needs_no_slip_that_says_the_same(cast, at, channel, slips):
    owner = Person(name="Vi Thị Mai", number="040090123456", address="Bản Na Kho, Xã Thiên Nhẫn")
    done = take_in(case=counter_case(at, channel=channel, owner=owner), by=cast.binh, at=at)
    [event] = Event.objects.filter(thread=done.dossier_id, name="dossiers.DossierTakenIn")
    tell_owner(Heard(event, read_back(kinds()[event.name], event.facts)))
    assert Slip.objects.filter(hamlet="Bản Na Kho").count() == slips


def test_a_slip_is_ticked_with_who_carried_it_and_the_owner_reads_the_day(cast, dossier):
    binh = Officer(cast.binh)
    page = binh.text(SLIPS)
    assert "Xóm 3" in page
    slip = Slip.objects.order_by("id").first()
    answer = binh.client.post(f"{SLIPS}handovers/", {"slip": str(slip.id), **FORM, **DAY})
    assert answer.status_code == 302
    assert "Lô Văn Tám" in binh.text(f"{SLIPS}?list=handed")
    own = Citizen(cast.an).text(f"/h/{dossier.code}/")
    assert "Đã in phiếu báo, trao ngày 08/9/2026" in own
    assert "chờ trao tận tay" in own
    assert "Đã in phiếu báo và trao tận tay" in binh.open(dossier)


def test_what_was_typed_stays_when_the_day_is_wrong(cast, dossier):
    slip = Slip.objects.first()
    wrong = {**DAY, "handed_on.month": "13"}
    answer = Officer(cast.binh).client.post(f"{SLIPS}handovers/", {"slip": str(slip.id), **FORM, **wrong})
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "Lô Văn Tám" in said
    assert f'value="{slip.id}"' in said
    assert "Xin ghi ngày trao." in said


def test_a_mistaken_tick_is_taken_back_with_its_reason(cast, dossier):
    binh, slip = Officer(cast.binh), Slip.objects.first()
    binh.client.post(f"{SLIPS}handovers/", {"slip": str(slip.id), **FORM, **DAY})
    path = f"{SLIPS}{slip.id}/corrections/"
    assert binh.client.post(path, {"reason": "x"}).status_code == 422
    assert binh.client.post(path, {"reason": "Đánh dấu nhầm phiếu của người khác."}).status_code == 302
    assert Slip.objects.get(id=slip.id).handed_on is None


def test_slips_not_carried_after_some_working_days_are_shown_first_and_counted(cast, dossier, at):
    with clock.set_to(at + timedelta(days=7)):
        page = Officer(cast.binh).text(SLIPS)
    assert "3 phiếu quá 3 ngày làm việc chưa trao" in page
    assert "Chậm trao" in page


def test_chi_elsewhere_sees_nothing_and_reading_is_noted(cast, dossier):
    assert "Nguyễn Văn Hòa" not in Officer(cast.chi).text(SLIPS)
    Officer(cast.binh).text(SLIPS)
    assert len(notes(cast.binh, "slips")[0]) == 3
    assert notes(cast.chi, "slips") == []
    assert Officer(cast.dung).client.get(SLIPS).status_code == 404
