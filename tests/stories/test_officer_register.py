"""One register for all channels: on the screen, as a workbook, and printed as the circular has it."""

import io
import unicodedata
from datetime import timedelta

import pypdfium2
import pytest
from openpyxl import load_workbook

from motcua.dossiers.operations import processing
from motcua.dossiers.operations.reception import take_in
from motcua.dossiers.queries.register import Span, register, whole_register
from motcua.dossiers.tests.factories import counter_case, filed
from motcua.gateways import clock
from motcua.ledger.models import AccessNote
from tests.stories.officer import Officer, fresh

pytestmark = pytest.mark.django_db
PAGE = "/office/register/"


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def codes(cast, at):
    """One dossier of each channel, all received today, and one that waits to be received."""
    dossier, online = filed(cast.an, at=at)
    processing.receive(dossier_id=dossier.id, seen=fresh(dossier).version, by=cast.binh, at=at)
    direct = take_in(case=counter_case(at), by=cast.binh, at=at)
    post = take_in(case=counter_case(at, channel="post"), by=cast.binh, at=at)
    _, waiting = filed(cast.an, at=at)
    return {"online": online.code, "direct": direct.code, "post": post.code, "waiting": waiting.code}


def test_all_channels_stand_in_one_book_and_what_was_not_received_does_not(cast, at, codes):
    page = Officer(cast.binh).text(PAGE)
    assert all(codes[key] in page for key in ("online", "direct", "post"))
    assert codes["waiting"] not in page
    only = Officer(cast.binh).text(f"{PAGE}?channel=post")
    assert codes["post"] in only
    assert codes["direct"] not in only
    assert AccessNote.objects.filter(page="register", actor_id=cast.binh.id).count() == 2


def test_other_days_are_empty_and_nonsense_means_today(cast, at, codes):
    binh = Officer(cast.binh)
    yesterday = (at - timedelta(days=1)).date()
    assert codes["direct"] not in binh.text(f"{PAGE}?from={yesterday}&to={yesterday}")
    for nonsense in ("?from=x&to=y", "?from=9999-99-99", "?after=nonsense", "?channel=radio"):
        assert codes["direct"] in binh.text(PAGE + nonsense)


def test_chi_and_dung_are_shown_nothing_of_it(cast, codes):
    assert not any(code in Officer(cast.chi).text(PAGE) for code in codes.values())
    Officer(cast.dung).get(PAGE, status=404)


def test_the_workbook_holds_every_line_with_its_columns(cast, codes):
    content = Officer(cast.binh).get(f"{PAGE}register.xlsx").content
    rows = list(load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))
    assert rows[0][:3] == ("STT", "Mã hồ sơ", "Thủ tục")
    assert {row[1] for row in rows[1:]} == {codes[key] for key in ("online", "direct", "post")}
    assert {row[7] for row in rows[1:]} == {"Trực tuyến", "Trực tiếp", "Bưu chính"}


def test_the_print_is_the_form_of_the_circular(cast, codes):
    answer = Officer(cast.binh).get(f"{PAGE}register.pdf")
    pages = pypdfium2.PdfDocument(answer.content)
    text = " ".join("".join(one.get_textpage().get_text_range() for one in pages).split())
    text = unicodedata.normalize("NFC", text)
    assert "SỔ THEO DÕI HỒ SƠ" in text
    assert "Cộng: 3 hồ sơ (trực tiếp 1, trực tuyến 1, bưu chính 1)" in text
    width, height = pages[0].get_size()
    assert width > height


def test_pages_join_to_the_whole_book_without_a_gap(cast, at):
    made = {take_in(case=counter_case(at), by=cast.binh, at=at).dossier_id for _ in range(7)}
    day = Span(at.date(), at.date())
    whole = [one.dossier_id for one in whole_register(cast.binh, day, at_most=100, at_once=2)]
    assert set(whole) == made
    assert len(whole) == 7
    first = register(cast.binh, day, limit=3)
    rest = register(cast.binh, day, after=first[-1].key(day), limit=10)
    assert [one.dossier_id for one in (*first, *rest)] == whole
