"""A day without a line: the book is printed before, receipts are written by hand, and every leaf is accounted for."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from conftest import COMMUNE
from motcua.accounts.tests.factories import officer
from motcua.counter.models import Book, Leaf, Outage
from motcua.counter.operations.late import enter_late
from motcua.counter.operations.outages import Reported, log_outage
from motcua.counter.queries.books import book, to_print
from motcua.counter.queries.outages import tolls
from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.factories import BIRTH, counter_case
from motcua.gateways import clock
from motcua.kernel.ids import uuid7
from motcua.kernel.zone import local
from tests.stories.english import vietnamese_on
from tests.stories.officer import Officer, notes

OFFLINE = "/office/offline/"
COUNTER = "/office/counter/"
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def bo(cast):
    """Bình at the one-stop, and a book of ten leaves."""
    binh = Officer(cast.binh)
    binh.client.post(f"{OFFLINE}books/", {"size": "10"})
    return binh


def moment(name, value):
    there = local(value)
    return {
        f"{name}.day": there.day,
        f"{name}.month": there.month,
        f"{name}.year": there.year,
        f"{name}.time": f"{there:%H:%M}",
    }


def the_book():
    return Book.objects.get()


def test_a_book_is_printed_with_code_secret_and_qr_on_every_leaf(bo, cast):
    page = bo.text(f"{OFFLINE}books/{the_book().id}/sheets/")
    for one in to_print(cast.binh, book(cast.binh, the_book().id)):
        assert page.count(one.leaf.code) >= 2
        assert page.count(f"{one.secret[:5]}-{one.secret[5:]}") == 1, "the stub shows no secret"
    assert page.count("<svg") >= 20
    assert "không được yêu cầu thêm giấy tờ nào" in page
    assert len(notes(cast.binh, "book")) == 1


def test_who_keeps_accounts_makes_a_book_but_is_shown_no_secret(bo, cast, at):
    since = date(2021, 1, 1)
    keeper = Officer(officer("khanh", "Bùi Văn Khánh", COMMUNE, ["admin"], since=since, at=at))
    keeper.client.post(f"{OFFLINE}books/", {"size": "12"})
    made = Book.objects.get(size=12)
    assert "In các tờ chưa dùng" not in keeper.text(f"{OFFLINE}books/{made.id}/")
    keeper.get(f"{OFFLINE}books/{made.id}/sheets/", status=404)


def test_a_leaf_that_is_spoiled_is_told_on_the_page_of_the_book(bo):
    leaf = Leaf.objects.get(number=3)
    place = f"{OFFLINE}leaves/{leaf.id}/"
    bo.client.post(f"{place}losses/", {"kind": "spoiled", "reason": "Viết sai tên"})
    page = bo.text(f"{OFFLINE}books/{the_book().id}/")
    assert "10 tờ = 9 chưa dùng + 0 đã nhập + 1 hỏng + 0 mất" in page
    assert "Viết sai tên" in page
    assert leaf.code not in bo.text(f"{OFFLINE}books/{the_book().id}/sheets/").split("leaf-code", 1)[1]


def test_what_was_typed_stays_when_an_outage_makes_no_sense(bo, at):
    answer = bo.client.post(
        f"{OFFLINE}outages/",
        {
            "what": "line",
            "note": "Đứt cáp quang",
            "over": "yes",
            **moment("began", at - HOUR),
            "handwritten": "x",
        },
    )
    assert answer.status_code == 422
    assert "Đứt cáp quang" in answer.text
    assert not Outage.objects.exists()


def test_an_outage_is_logged_and_ended_and_the_desk_reminds_of_what_was_written_by_hand(bo, at):
    bo.client.post(f"{OFFLINE}outages/", {"what": "line", "over": "no", **moment("began", at - HOUR)})
    assert "Đang có sự cố: Mất mạng" in bo.text("/office/")
    [outage] = Outage.objects.all()
    bo.client.post(f"{OFFLINE}outages/{outage.id}/endings/", {"handwritten": "2", **moment("ended", at)})
    page = bo.text("/office/")
    assert "Đang có sự cố" not in page
    assert "Còn 2 giấy hẹn viết tay chưa nhập" in page


def test_a_receipt_that_was_not_entered_says_so_whatever_secret_is_typed(bo, cast):
    one = to_print(cast.binh, book(cast.binh, the_book().id))[0]
    citizen, code = Client(), one.leaf.code
    opened = citizen.get(f"/h/{code}/").text
    assert "Giấy hẹn này chưa được nhập vào hệ thống" in opened
    assert 'name="secret"' not in opened
    answers = [
        citizen.post("/tra-cuu/", {"code": code, "secret": secret}).text
        for secret in (one.secret, "AAAAAAAAAA")
    ]
    assert answers[0] == answers[1]
    assert "Giấy hẹn này chưa được nhập vào hệ thống" in answers[0]
    assert "Giấy hẹn này chưa được nhập" not in citizen.get(f"/h/{code[:-4]}9999/").text


def test_once_entered_the_address_on_the_receipt_opens_with_the_secret_on_it(bo, cast, at):
    one = to_print(cast.binh, book(cast.binh, the_book().id))[0]
    outage = log_outage(said=Reported("line", at), by=cast.binh, at=at)
    case = counter_case(at, received_at=at)
    enter_late(leaf_id=one.leaf.id, outage_id=outage.id, case=case, by=cast.binh, at=at)
    citizen = Client()
    answer = citizen.post("/tra-cuu/", {"code": one.leaf.code, "secret": one.secret}, follow=True)
    assert "nhập sau do mất kết nối" in answer.text
    assert "Lầu Y Mỷ" not in Client().get(f"/h/{one.leaf.code}/").text


def test_the_pulse_tells_a_page_who_is_signed_in_and_nobody_else(bo, cast):
    assert bo.get("/office/offline/pulse/").json()["who"] == cast.binh.id
    assert Client().get("/office/offline/pulse/").status_code == 302


def written_down(name="Lầu Y Mỷ", **more):
    """What the counter's form carries for a birth with its paper form."""
    known = {"do": "receive", "channel": "direct", "procedure": BIRTH, "return_way": "counter", "sets": "1"}
    return {
        **known,
        "id": str(uuid7()),
        "owner.name": name,
        "owner.kind": "person",
        "originals-7": "1",
        **more,
    }


def test_what_a_page_had_to_keep_is_received_when_the_officer_sent_it_off(bo, at):
    held = str(2 * 3600 * 1000)
    form = written_down(held=held)
    for _ in range(2):  # the first answer was lost on the way
        answer = bo.client.post(f"{COUNTER}visits/", form, headers={"X-Outbox": "1"})
    dossier = Dossier.objects.get()
    assert answer.json()["code"] == dossier.codes.get().code
    assert bo.get(answer.json()["href"])
    assert dossier.received_at == at - 2 * HOUR
    bo.client.post(f"{COUNTER}visits/", written_down("Lầu Y Hoa", held=held))
    assert Dossier.objects.get(owner_name="Lầu Y Hoa").received_at == at, "only what was kept counts back"


def test_a_leaf_is_scanned_and_entered_with_the_hour_written_on_it(bo, cast, at):
    leaf = Leaf.objects.get(number=2)
    Book.objects.update(made_at=at - 24 * HOUR)
    bo.client.post(f"{OFFLINE}outages/", {"what": "power", "over": "no", **moment("began", at - 3 * HOUR)})
    outage = Outage.objects.get()
    assert (
        bo.client.get("/office/search/", {"q": leaf.code}).headers["Location"].endswith(f"/leaves/{leaf.id}/")
    )
    assert f"{COUNTER}?leaf={leaf.id}" in bo.text(f"{OFFLINE}leaves/{leaf.id}/")
    page = bo.text(f"{COUNTER}?leaf={leaf.id}")
    assert leaf.code in page
    assert "data-outbox=" not in page, "what is entered late needs the server's word at once"
    form = written_down(leaf=str(leaf.id), outage=str(outage.id))
    early = bo.client.post(f"{COUNTER}visits/", {**form, **moment("received_at", at - 5 * HOUR)})
    assert early.status_code == 422
    assert "trong thời gian mất kết nối" in early.text
    answer = bo.client.post(
        f"{COUNTER}visits/", {**form, **moment("received_at", at - 2 * HOUR)}, follow=True
    )
    dossier = Dossier.objects.get()
    assert dossier.codes.get().code == leaf.code
    assert dossier.received_at == at - 2 * HOUR
    assert "nhập sau do mất kết nối" in answer.text
    assert "10 tờ = 9 chưa dùng + 1 đã nhập" in bo.text(f"{OFFLINE}books/{the_book().id}/")


def test_a_leaf_of_another_agency_is_no_page(bo, cast):
    chi = Officer(cast.chi)
    leaf = Leaf.objects.get(number=2)
    chi.get(f"{COUNTER}?leaf={leaf.id}", status=404)
    chi.get(f"{OFFLINE}leaves/{leaf.id}/", status=404)


def test_the_pages_of_a_day_without_a_line_are_english_too(bo, at):
    bo.client.post(f"{OFFLINE}outages/", {"what": "line", "over": "no", **moment("began", at - HOUR)})
    leaf = Leaf.objects.get(number=1)
    bo.text(OFFLINE)  # what the acts answered is told once, in their own language
    names = ("Nghệ An", "Lê Văn Bình", "Tiếng Việt", "Ủy ban nhân dân xã Thiên Nhẫn")
    for path in (
        OFFLINE,
        f"{OFFLINE}books/{the_book().id}/",
        f"{OFFLINE}leaves/{leaf.id}/",
        f"/h/{leaf.code}/",
    ):
        assert vietnamese_on(bo.text(f"/en{path}"), *names) == [], path


def test_dũng_sees_how_long_each_agency_was_without_line_and_opens_each_number(bo, cast, at):
    bo.client.post(
        f"{OFFLINE}outages/",
        {
            "what": "power",
            "note": "Bão số 5",
            "over": "yes",
            "handwritten": "2",
            **moment("began", at - 3 * HOUR),
            **moment("ended", at - HOUR),
        },
    )
    log_outage(said=Reported("line", at - HOUR / 2), by=cast.chi, at=at)
    dung = Officer(cast.dung)
    page = dung.text(f"{OFFLINE}province/")
    rows = [" ".join(re.sub("<[^>]+>", " ", row).split()) for row in page.split("<tr>")[2:]]
    assert "1 0 2.0 2.0 2 0" in rows[0]
    assert "1 1 0.5 0.5 0 0" in rows[1]
    assert "Bão số 5" in dung.text(f"{OFFLINE}province/?agency={COMMUNE}")
    assert "Bão số 5" not in dung.text(f"{OFFLINE}province/?agency={cast.chi.unit}")
    assert "Không có sự cố nào" in dung.text(f"{OFFLINE}province/?from=2026-01-01&to=2026-02-01")
    assert dung.get(f"{OFFLINE}province.xlsx?from=x&to=y").content[:2] == b"PK"
    for who in (cast.binh, cast.chi):
        Officer(who).get(f"{OFFLINE}province/", status=404)
    assert tolls(cast.binh, at - 4 * HOUR, at) == tolls(cast.an, at - 4 * HOUR, at) == []
