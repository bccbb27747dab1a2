"""What is taken and what is refused, by content and never by name."""

import pytest

from motcua.papers import checking, images
from motcua.papers.errors import Refused
from motcua.papers.tests.factories import locked_pdf, pdf, photo, swollen_pdf


def dynamic(made):
    made.Root.NeedsRendering = True


def check(tmp_path, data):
    path = tmp_path / "tep.exe"
    path.write_bytes(data)
    return checking.check(path)


@pytest.mark.parametrize(
    ("data", "media_type", "pages"),
    [
        (photo("JPEG"), "image/jpeg", 1),
        (photo("JPEG", progressive=True), "image/jpeg", 1),
        (photo("PNG"), "image/png", 1),
        (photo("HEIF"), "image/heic", 1),
        (pdf(3), "application/pdf", 3),
        (b"\n\n" + pdf(1), "application/pdf", 1),
    ],
    ids=["jpeg", "progressive jpeg", "png", "heic", "pdf", "pdf after blank lines"],
)
def test_papers_people_have_are_taken(tmp_path, data, media_type, pages):
    checked = check(tmp_path, data)
    assert (checked.kind.media_type, checked.pages) == (media_type, pages)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"MZ\x90\x00" + b"\0" * 500, "kind"),
        (b"MZ\x90\x00" + pdf(), "kind"),
        (b"PK\x03\x04" + b"\0" * 500, "kind"),
        (photo("GIF"), "kind"),
        (photo("WEBP"), "kind"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "kind"),
        (b"<html>%PDF</html>", "kind"),
        (photo("JPEG")[:1500], "broken_image"),
        (photo("PNG")[:300], "broken_image"),
        (photo("HEIF")[:-40], "broken_image"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 100, "broken_image"),
        (photo("PNG", size=(10_000, 10_000)), "too_many_points"),
        (photo("PNG", size=(30_000, 10)), "too_many_points"),
        (locked_pdf(), "locked_pdf"),
        (pdf(0), "no_pages"),
        (pdf(1, change=dynamic), "dynamic_form"),
        (b"%PDF-1.7\nkhong phai PDF", "broken_pdf"),
        (pdf(50)[:5000], "broken_pdf"),
        (swollen_pdf(), "broken_pdf"),
        (swollen_pdf(b"[/FlateDecode/LZWDecode]"), "odd_pdf"),
        (swollen_pdf(b"[/FlateDecode/L#5aWDecode]"), "odd_pdf"),
        (swollen_pdf(b" 9 0 R"), "odd_pdf"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_not_a_readable_paper_is_refused_with_a_sentence(tmp_path, data, code):
    with pytest.raises(Refused) as refused:
        check(tmp_path, data)
    assert refused.value.code == code
    assert refused.value.message.endswith(".")
    assert "Hãy" in refused.value.message


def test_a_pdf_with_a_small_fault_is_mended(tmp_path):
    assert check(tmp_path, pdf(2).replace(b"startxref", b"startxxxx")).pages == 2


def test_only_two_photos_are_decoded_at_a_time():
    assert images._at_once._initial_value == 2
