"""At the counter: a person comes with papers, and goes with a receipt, a list of what is missing, or a card."""

import re
from urllib.parse import urlencode

import pytest

from motcua.accounts.operations.parties import Person
from motcua.counter.models import Visit
from motcua.dossiers.models import Dossier, GivenPaper, Origin
from motcua.dossiers.operations.reception import take_in
from motcua.dossiers.rules.reception import Given
from motcua.dossiers.tests.factories import BIRTH, IDENTITY, counter_case, filed
from motcua.gateways import clock
from motcua.ledger.models import AccessNote
from tests.stories.officer import Officer, notes

PAGE, VISITS = "/office/counter/", "/office/counter/visits/"
CARD = f"{IDENTITY}||LẦU Y MỶ|15031990|Nữ|Mường Xén, Kỳ Sơn|01012021"


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def binh_there(cast):
    return Officer(cast.binh)


def fields(page):
    """Read what stands in the form, as a browser would send it."""
    form = page[page.index("data-reception") :]
    found = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        chosen = "checked" in tag or not re.search(r'type="(radio|checkbox)"', tag)
        if name and chosen:
            found[name[1]] = value[1] if value else ""
    return found


def send(officer, page, status=200, **more):
    answer = officer.client.post(VISITS, fields(page) | more)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return answer


def text(answer):
    return answer.content.decode()


def ready(officer, **more):
    """Scan the card, choose birth by two letters and its code, count the form."""
    page = text(send(officer, officer.text(PAGE), **{"owner.number": CARD, "q": BIRTH}))
    return text(send(officer, page, **{"originals-7": "1", "reason": "no_smartphone", **more}))


def test_a_scanned_card_fills_in_the_person_and_letters_find_the_procedure(binh_there):
    page = text(send(binh_there, binh_there.text(PAGE), **{"owner.number": CARD}))
    told = fields(page)
    assert (told["owner.number"], told["owner.name"]) == (IDENTITY, "Lầu Y Mỷ")
    assert (told["owner.born"], told["owner.address"]) == ("15/03/1990", "Mường Xén, Kỳ Sơn")
    hits = text(send(binh_there, page, q="dkks"))
    assert f'name="choose" value="{BIRTH}"' in hits
    chosen = fields(text(send(binh_there, hits, choose=BIRTH)))
    assert chosen["procedure"] == BIRTH
    assert chosen["matter"].startswith("Đăng ký khai sinh")
    assert chosen["owner.name"] == "Lầu Y Mỷ"


def test_the_procedures_one_agency_uses_most_come_first(binh_there, cast, at):
    for _ in range(2):
        take_in(case=counter_case(at), by=cast.binh, at=at)
    assert f'name="choose" value="{BIRTH}"' in binh_there.text(PAGE)
    found = re.findall(r'data-value="([^"]+)"', binh_there.text("/office/counter/procedures/?q=dk"))
    assert found[0] == BIRTH
    assert len(found) > 1


def test_a_procedure_is_found_by_an_address_without_script(binh_there):
    page = binh_there.text(f"{PAGE}?{urlencode({'q': 'khai sinh'})}")
    assert f'name="choose" value="{BIRTH}"' in page


def test_receiving_gives_the_receipt_with_everything_of_form_01(binh_there):
    page = ready(binh_there, **{"owner.phone": "0912345678", "return_way": "post"})
    answer = send(binh_there, page, 302, do="receive")
    sheet = binh_there.text(answer.headers["Location"])
    dossier = Dossier.objects.get()
    assert Origin.objects.get(dossier=dossier).channel == "direct"
    assert list(GivenPaper.objects.values_list("component", "originals")) == [(7, 1)]
    for words in (
        "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        dossier.codes.get().code,
        "Mã bí mật",
        "Lầu Y Mỷ",
        "Mường Xén, Kỳ Sơn",
        "0912 345 678",
        "Sao chứng thực",
        "cơ quan không được yêu cầu thêm giấy tờ nào khác",
        "Thời hạn giải quyết",
        "qua dịch vụ bưu chính",
        "giấy ủy quyền",
        "Người tiếp nhận hồ sơ",
        'class="barcode"',
        "data-print-now",
    ):
        assert words in sheet, words
    for one in dossier_papers(sheet):
        assert one in sheet
    visit = Visit.objects.get()
    assert (visit.reason, visit.outcome, visit.dossier_id) == ("no_smartphone", "received", dossier.id)


def dossier_papers(sheet):
    """Name papers of the closed list that were not given: the receipt shows them all the same."""
    assert sheet.count("<tr>") >= 7
    return ("Giấy chứng sinh", "Văn bản ủy quyền")


def test_sent_twice_it_is_one_dossier_and_one_receipt(binh_there):
    page = ready(binh_there)
    first, second = (send(binh_there, page, 302, do="receive").headers["Location"] for _ in range(2))
    assert first == second
    assert Dossier.objects.count() == Visit.objects.count() == 1


def test_the_fresh_receipt_opens_for_who_took_it_in_and_only_on_that_day(binh_there, cast, at):
    place = send(binh_there, ready(binh_there), 302, do="receive").headers["Location"]
    assert "Mã bí mật" in binh_there.text(place)
    Officer(cast.bao).get(place, 404)
    Officer(cast.chi).get(place, 404)
    with clock.set_to(at.replace(day=9)):
        binh_there.get(place, 404)


def test_what_lacks_a_required_paper_is_not_received_and_the_list_goes_along_in_writing(binh_there):
    page = ready(binh_there, **{"originals-7": "0"})
    refused = text(send(binh_there, page, 422, do="receive"))
    assert "hồ sơ chưa được tiếp nhận" in refused
    assert fields(refused)["owner.name"] == "Lầu Y Mỷ"
    assert not Dossier.objects.exists()
    sheet = text(send(binh_there, refused, do="guide", note="Giấy chứng sinh chưa có dấu."))
    assert "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ" in sheet
    assert "Tờ khai đăng ký khai sinh" in sheet
    assert "Giấy chứng sinh chưa có dấu." in sheet
    assert not Dossier.objects.exists()
    assert Visit.objects.get().outcome == "guided"


def test_it_says_first_whether_this_could_be_done_without_coming_and_a_card_says_how(binh_there):
    page = text(send(binh_there, binh_there.text(PAGE), choose=BIRTH))
    assert "Lần sau không cần đến" in page
    card = binh_there.text(f"/office/counter/cards/{BIRTH}/")
    assert f"/thu-tuc/{BIRTH}" in card
    send(binh_there, page, 302, do="remote", reason="unaware")
    assert not Dossier.objects.exists()
    assert list(Visit.objects.values_list("outcome", "reason", "online")) == [("remote", "unaware", True)]


def test_who_only_asked_is_counted_too(binh_there):
    send(binh_there, binh_there.text(PAGE), 302, do="asked")
    assert Visit.objects.get().outcome == "asked"


def test_what_came_by_post_is_received_as_such(binh_there):
    page = ready(binh_there, channel="post")
    send(binh_there, page, 302, do="receive")
    assert Origin.objects.get().channel == "post"
    assert not Visit.objects.exists()


def test_the_dossier_shows_how_it_came_and_what_was_given_on_paper(binh_there, cast, at):
    given = (Given(7, originals=1, copies=2), Given(4, looked_up=True))
    done = take_in(case=counter_case(at, channel="post", papers=given), by=cast.binh, at=at)
    page = binh_there.text(f"/office/dossiers/{done.dossier_id}/")
    assert "Qua bưu chính" in page
    assert "1 bản chính · 2 bản chụp" in page
    assert "đã tra cứu, không phải nộp" in page


def test_a_known_person_is_offered_by_the_exact_number_and_the_reading_is_noted(binh_there, cast, at):
    filed(cast.an, at=at)
    page = text(send(binh_there, binh_there.text(PAGE), **{"owner.number": IDENTITY}))
    assert fields(page)["owner.name"] == "Nguyễn Văn Hòa"
    assert [subject.split(":")[0] for note in notes(cast.binh, "counter") for subject in note] == ["party"]
    other = text(send(binh_there, binh_there.text(PAGE), **{"owner.number": IDENTITY[:-1] + "7"}))
    assert fields(other)["owner.name"] == ""


def test_a_firm_known_by_its_tax_code_is_received_again_as_a_firm(binh_there, cast, at):
    firm = Person(name="Công ty Hoa Sen", kind="firm", number="0100109106")
    take_in(case=counter_case(at, owner=firm), by=cast.binh, at=at)
    opened = binh_there.text(f"{PAGE}?procedure={BIRTH}")
    page = text(send(binh_there, opened, **{"owner.number": "0100109106", "originals-7": "1"}))
    assert fields(page)["owner.kind"] == "organisation"
    send(binh_there, page, 302, do="receive")
    assert Dossier.objects.filter(owner_name="Công ty Hoa Sen").count() == 2


def test_a_reason_from_no_list_counts_as_not_asked(binh_there):
    send(binh_there, ready(binh_there, reason="bored"), 302, do="receive")
    assert Visit.objects.get().reason == ""


def test_by_name_only_people_of_the_own_agency_are_offered(binh_there, cast, at):
    take_in(case=counter_case(at), by=cast.binh, at=at)
    page = text(send(binh_there, binh_there.text(PAGE), **{"owner.name": "lau y"}))
    known = re.search(r'name="known" value="([^"]+)"', page)[1]
    chosen = fields(text(send(binh_there, page, known=known)))
    assert (chosen["owner.name"], chosen["owner.number"]) == ("Lầu Y Mỷ", IDENTITY)
    chi = Officer(cast.chi)
    assert 'name="known"' not in text(send(chi, chi.text(PAGE), **{"owner.name": "lau y"}))
    stolen = fields(text(send(chi, chi.text(PAGE), known=known)))
    assert stolen["owner.name"] == ""
    assert not AccessNote.objects.filter(actor_id=cast.chi.id, page="counter").exists()


def test_what_cannot_be_read_is_said_at_its_field_and_nothing_typed_is_lost(binh_there):
    page = ready(binh_there, **{"owner.born": "31/02/1990", "owner.phone": "123", "copies-7": "x"})
    said = text(send(binh_there, page, 422, do="receive"))
    assert 'href="#owner.born"' in said
    assert 'href="#component-7"' in said
    assert fields(said)["owner.phone"] == "123"
    assert not Dossier.objects.exists()


def test_only_reception_and_head_have_a_counter(cast):
    Officer(cast.bao).get(PAGE)
    for actor in (cast.bich, cast.dung):
        one = Officer(actor)
        one.get(PAGE, 404)
        assert one.client.post(VISITS, {"do": "asked"}).status_code == 404
    assert not Visit.objects.exists()
