"""Photos and PDFs of one paper become one PDF that can be read, and nothing else."""

import io

import pikepdf
import pytest
from PIL import Image

from motcua.papers import disk
from motcua.papers.errors import Refused
from motcua.papers.models import File
from motcua.papers.operations import render_pdf, store
from motcua.papers.tests.factories import AN, PLACE, lively, pdf, photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def keep(at):
    return lambda data, name="anh.jpg": store(stream=io.BytesIO(data), name=name, by=AN, at=at)


def made_of(at, *files):
    made = render_pdf(files=files, by=AN, at=at)
    return made, pikepdf.open(disk.path_of(made.id))


def picture(page):
    return pikepdf.PdfImage(next(iter(page.get_images().values()))).as_pil_image()


def colours(image):
    return image.getpixel((5, 5)), image.getpixel((image.width - 5, image.height - 5))


def is_red(colour):
    return colour[0] > 200 and colour[2] < 60


def is_blue(colour):
    return colour[2] > 200 and colour[0] < 60


def test_two_photos_become_one_pdf_of_two_a4_pages(keep, at):
    made, result = made_of(at, keep(photo(), "mặt trước.jpg"), keep(photo("HEIF", size=(300, 400)), "2.heic"))
    assert (made.name, made.media_type, made.pages, made.state) == (
        "mặt trước.pdf",
        "application/pdf",
        2,
        "ready",
    )
    assert [[round(float(n)) for n in page.mediabox] for page in result.pages] == [
        [0, 0, 842, 595],
        [0, 0, 595, 842],
    ]
    for page in result.pages:
        left, right = colours(picture(page))
        assert is_red(left)
        assert is_blue(right)


@pytest.mark.parametrize(("form", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png")])
def test_a_photo_held_sideways_is_turned_upright(keep, at, form, name):
    _, result = made_of(at, keep(photo(form, orientation=6), name))
    image = picture(result.pages[0])
    assert image.size == (300, 400)
    above, below = colours(image)
    assert is_red(above)
    assert is_blue(below)


def test_no_place_no_camera_and_no_thumbnail_is_left(keep, at):
    made, _ = made_of(at, keep(photo(located=True)), keep(photo("HEIF", located=True), "b.heic"))
    data = disk.path_of(made.id).read_bytes()
    assert PLACE.encode() not in data
    assert b"Exif" not in data


def test_a_big_photo_is_made_small_enough_to_send_and_sharp_enough_to_read(keep, at):
    _, result = made_of(at, keep(photo(size=(6000, 4500))))
    assert picture(result.pages[0]).size == (2200, 1650)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "L", "I;16"])
def test_pictures_of_every_colour_become_readable(keep, at, mode):
    target = io.BytesIO()
    Image.new(mode, (60, 40)).save(target, "PNG")
    _, result = made_of(at, keep(target.getvalue(), "a.png"))
    assert picture(result.pages[0]).mode in ("RGB", "L")


def test_a_see_through_picture_lies_on_white(keep, at):
    target = io.BytesIO()
    Image.new("RGBA", (60, 40), (0, 0, 0, 0)).save(target, "PNG")
    _, result = made_of(at, keep(target.getvalue(), "a.png"))
    assert picture(result.pages[0]).getpixel((30, 20)) == (255, 255, 255)


def test_a_pdf_between_photos_keeps_its_pages_and_its_place(keep, at):
    made, result = made_of(at, keep(photo()), keep(pdf(2), "b.pdf"), keep(photo()))
    assert made.pages == 4
    assert [round(float(page.mediabox[2])) for page in result.pages] == [842, 200, 200, 842]


def test_scripts_actions_enclosed_files_and_names_are_stripped(keep, at):
    _, result = made_of(at, keep(pdf(1, change=lively), "b.pdf"))
    assert set(result.Root.keys()) <= {"/Type", "/Pages"}
    assert set(result.pages[0].obj.keys()) <= {"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents"}
    everything = b"".join(
        thing.read_raw_bytes() if isinstance(thing, pikepdf.Stream) else repr(thing).encode()
        for thing in result.objects
    )
    for word in (b"JavaScript", b"alert", b"dinh kem", PLACE.encode()):
        assert word not in everything
    assert is_red(colours(picture(result.pages[0]))[0])


def test_what_was_typed_into_a_form_is_still_to_be_read(keep, at):
    def typed(made):
        look = made.make_stream(b"BT /F 12 Tf (Nguyen Thi An) Tj ET")
        look.Type, look.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        look.BBox = pikepdf.Array([0, 0, 100, 20])
        field = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T="ten", V="An",
            Rect=pikepdf.Array([10, 10, 110, 30]), AP=pikepdf.Dictionary(N=look), F=4,
        )  # fmt: skip
        field = made.make_indirect(field)
        made.pages[0].obj.Annots = pikepdf.Array([field])
        made.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]))

    _, result = made_of(at, keep(pdf(1, change=typed), "don.pdf"))
    assert "/Annots" not in result.pages[0].obj
    [drawn] = result.pages[0].obj.Resources.XObject.values()
    assert b"Nguyen Thi An" in drawn.read_bytes()


def test_the_same_files_are_rendered_once(keep, at):
    files = [keep(photo()), keep(photo())]
    assert render_pdf(files=files, by=AN, at=at).id == render_pdf(files=files, by=AN, at=at).id
    assert File.objects.count() == 3
    assert {file.state for file in File.objects.all()} == {"ready"}


def test_a_file_that_cannot_be_read_is_named_and_can_be_tried_again(keep, at):
    good, bad = keep(photo()), keep(photo())
    whole = disk.path_of(bad.id).read_bytes()
    disk.path_of(bad.id).write_bytes(b"\xff\xd8\xff")
    with pytest.raises(Refused):
        render_pdf(files=[good, bad], by=AN, at=at)
    good.refresh_from_db()
    bad.refresh_from_db()
    assert (good.state, good.problem, bad.state) == ("stored", "", "failed")
    assert "Hãy chụp lại" in bad.problem
    disk.path_of(bad.id).write_bytes(whole)
    assert render_pdf(files=[good, bad], by=AN, at=at).pages == 2
    bad.refresh_from_db()
    assert (bad.state, bad.problem) == ("ready", "")
