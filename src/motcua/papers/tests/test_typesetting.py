"""Legal papers as PDF: every Vietnamese letter, the same bytes each time, archivable, refused in words."""

import unicodedata
from datetime import UTC, datetime
from io import BytesIO
from zoneinfo import ZoneInfo

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFont

from motcua.papers import typesetting
from motcua.papers.typesetting import Unprintable, typeset

AT = datetime(2026, 11, 26, 2, 0, tzinfo=UTC)
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
BASES = "aăâeêioôơuưy"
LETTERS = [
    unicodedata.normalize("NFC", letter + tone)
    for base in BASES
    for letter in (base, base.upper())
    for tone in TONES
] + ["đ", "Đ"]
LETTER = {
    "parent": "Ủy ban nhân dân tỉnh Nghệ An",
    "agency": "Sở Tư pháp",
    "number": "H41.14-261126-0001/TBDHS",
    "place_date": "Nghệ An, ngày 26 tháng 11 năm 2026",
    "title": "Thông báo dừng giải quyết hồ sơ",
    "addressee": "Nguyễn Thị Hoài An",
    "facts": [["Mã hồ sơ", "H41.14-261126-0001"]],
    "sentences": ["Hồ sơ không đủ điều kiện."],
    "recipients": ["Như trên;"],
    "authority": "Giám đốc",
    "signer": "",
}


def text_of(paper: bytes) -> str:
    pages = pypdfium2.PdfDocument(paper)
    return unicodedata.normalize("NFC", "\n".join(page.get_textpage().get_text_range() for page in pages))


@pytest.mark.parametrize("style", ["Regular", "Bold", "Italic", "BoldItalic"])
def test_the_fonts_draw_every_vietnamese_letter(style):
    font = ImageFont.truetype(str(typesetting.FOLDER / "fonts" / f"Tinos-{style}.ttf"), 40)

    def drawn(letter: str) -> bytes:
        image = Image.new("L", (60, 80))
        ImageDraw.Draw(image).text((8, 8), letter, fill=255, font=font)
        return image.tobytes()

    missing = drawn("\uffff")
    assert len(set(LETTERS)) == 146
    assert [letter for letter in LETTERS if drawn(letter) == missing] == []
    assert len({drawn(letter) for letter in LETTERS}) == len(LETTERS)


def test_what_is_read_out_of_the_paper_is_what_was_put_in_composed():
    apart = unicodedata.normalize("NFD", " ".join(LETTERS))
    paper = typeset("letter", LETTER | {"sentences": [apart]}, at=AT)
    read = text_of(paper).replace("\r\n", " ").replace("\n", " ")
    assert [letter for letter in LETTERS if letter not in read] == []
    assert unicodedata.is_normalized("NFC", read)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in read
    assert "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN" in read
    assert "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ" in read


def test_the_same_values_and_moment_give_the_same_bytes():
    assert typeset("letter", LETTER, at=AT) == typeset("letter", LETTER, at=AT)
    here = AT.astimezone(ZoneInfo("Asia/Ho_Chi_Minh")).replace(microsecond=7)
    assert typeset("letter", LETTER, at=here) == typeset("letter", LETTER, at=AT)


def test_a_paper_is_tagged_archivable_and_carries_its_fonts():
    with pikepdf.open(BytesIO(typeset("letter", LETTER, at=AT))) as paper:
        assert paper.Root.MarkInfo.Marked
        assert paper.Root.Lang == "vi-VN"
        with paper.open_metadata() as data:
            assert (data["pdfaid:part"], data["pdfaid:conformance"]) == ("2", "A")
        fonts = paper.pages[0].Resources.Font
        assert all("Tinos" in str(font.BaseFont) for font in fonts.values())


def test_words_of_people_are_text_never_commands():
    nasty = '#panic() *nghiêng* $x$ <b> "trích" \\ @ai [ngoặc] // hết'
    paper = text_of(typeset("letter", LETTER | {"sentences": [nasty]}, at=AT)).replace("\r\n", " ")
    assert "#panic() *nghiêng* $x$ <b>" in paper
    assert "\\ @ai [ngoặc] // hết" in paper


def test_an_unknown_form_and_a_missing_value_are_refused_in_words():
    with pytest.raises(Unprintable, match="no form payslip"):
        typeset("payslip", {}, at=AT)
    with pytest.raises(Unprintable, match="agency"):
        typeset("letter", {key: value for key, value in LETTER.items() if key != "agency"}, at=AT)
