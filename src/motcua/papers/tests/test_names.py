"""Names as people give them, and as browsers receive them."""

import pytest

from motcua.papers.headers import disposition
from motcua.papers.rules.names import LONGEST, safe_name, with_ending


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Giấy chứng sinh.pdf", "Giấy chứng sinh.pdf"),
        ("Gia\u0302\u0301y.pdf", "Giấy.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\an\\ảnh.jpg", "ảnh.jpg"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf"),
        ("anh\u202egpj.exe", "anhgpj.exe"),
        ("...", "tep"),
        ("", "tep"),
        ("x" * 300 + ".pdf", "x" * (LONGEST - 4) + ".pdf"),
    ],
)
def test_a_name_is_made_safe(given, kept):
    assert safe_name(given) == kept


@pytest.mark.parametrize(
    ("given", "ending", "kept"),
    [
        ("don.pdf", "pdf", "don.pdf"),
        ("don.exe", "pdf", "don.pdf"),
        ("anh.JPEG", "jpg", "anh.JPEG"),
        ("IMG_1.HEIC", "heic", "IMG_1.HEIC"),
        ("quyết định số 1.2024", "pdf", "quyết định số 1.pdf"),
        ("Đơn xin xác nhận", "png", "Đơn xin xác nhận.png"),
    ],
)
def test_a_name_ends_as_its_content_deserves(given, ending, kept):
    assert with_ending(given, ending) == kept


def test_a_vietnamese_name_reaches_every_browser():
    assert disposition("Giấy khai sinh Đỗ.pdf") == (
        'attachment; filename="giay khai sinh do.pdf"; '
        "filename*=UTF-8''Gi%E1%BA%A5y%20khai%20sinh%20%C4%90%E1%BB%97.pdf"
    )


def test_no_name_can_break_the_header():
    header = disposition('a"; filename="b\r\nX: y.pdf', inline=True)
    assert header.startswith("inline; ")
    assert "\r" not in header
    assert header.count('"') == 2
