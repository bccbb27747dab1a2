"""A photo keeps its picture and loses where, when and with what it was taken."""

import io

import pytest
from PIL import Image, ImageChops, ImageOps
from PIL.ExifTags import IFD

from motcua.papers.baring import bare
from motcua.papers.rules.kinds import HEIC, JPEG, PNG
from motcua.papers.tests.factories import PLACE, photo

KINDS = [("JPEG", JPEG), ("PNG", PNG), ("HEIF", HEIC)]


def opened(data):
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize(("form", "kind"), KINDS)
def test_the_place_is_gone_and_the_picture_is_the_same(form, kind):
    data = photo(form, located=True)
    assert PLACE.encode() in data
    left = bare(data, kind)
    assert PLACE.encode() not in left
    assert dict(opened(left).getexif().get_ifd(IFD.GPSInfo)) == {}
    assert ImageChops.difference(opened(data).convert("RGB"), opened(left).convert("RGB")).getbbox() is None


@pytest.mark.parametrize(("form", "kind"), KINDS[:2])
def test_a_photo_held_sideways_stays_upright(form, kind):
    left = bare(photo(form, located=True, orientation=6), kind)
    assert PLACE.encode() not in left
    assert ImageOps.exif_transpose(opened(left)).size == (300, 400)


def test_what_hides_behind_a_jpeg_is_gone():
    left = bare(photo("JPEG") + b"phim hai giay", JPEG)
    assert b"phim" not in left
    assert left.endswith(b"\xff\xd9")


def test_an_oddly_built_jpeg_is_written_anew_without_its_place():
    data = photo("JPEG", located=True)
    end = data.index(b"\xff\xdb")
    odd = data[:end] + b"\0\0" + data[end:]  # readers skip such bytes between segments
    left = bare(odd, JPEG)
    assert PLACE.encode() not in left
    assert opened(left).size == (400, 300)
