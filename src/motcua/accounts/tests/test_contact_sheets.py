"""The contact workbook: what goes out comes back, every kind of bad cell is named, and nothing is half-loaded."""

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from motcua.accounts.models import Duty, Officer
from motcua.accounts.operations.contact_sheets import load_sheet
from motcua.accounts.queries.contact_plans import plan
from motcua.accounts.queries.contact_templates import template
from motcua.accounts.rules.contact_sheets.layout import OFFICERS, PLACES
from motcua.accounts.rules.contact_sheets.workbook import Unreadable, lines_of
from motcua.accounts.rules.contact_sheets.writing import workbook
from motcua.directory.queries.contacts import contact_of

PLACE = "MC-25-17989"
GOOD = {"phone": "0238 312 3456", "email": "motcua@xa.example.vn", "weekdays": "7h-11h30, 13h30-17h"}
BAD = [
    ("phone", "12345", "số điện thoại"),
    ("phone", "0238-abc", "số điện thoại"),
    ("email", "không có", "thư điện tử"),
    ("weekdays", "sáng và chiều", "giờ làm việc"),
    ("saturday", "11:00-07:00", "giờ làm việc"),
    ("address", "x" * 300, "quá dài"),
    ("on_duty", "Người lạ (ai.do)", "không làm việc"),
    ("place_id", "MC-99", "không có nơi tiếp nhận"),
]


def filled(content: bytes, cells: dict[str, object], sheet: str = PLACES) -> bytes:
    """Type into the line of the first place or officer."""
    book = load_workbook(io.BytesIO(content))
    page = book[sheet]
    heads = {page.cell(3, at).value: at for at in range(1, page.max_column + 1)}
    names = {"phone": "Điện thoại trực", "email": "Thư điện tử", "address": "Địa chỉ"}
    names |= {"weekdays": "Giờ làm việc ngày thường", "saturday": "Giờ làm việc Thứ Bảy"}
    names |= {"on_duty": "Người trực", "stand_in": "Người thay", "place_id": "Mã nơi tiếp nhận"}
    names |= {"work_phone": "Điện thoại công vụ", "work_email": "Thư điện tử công vụ"}
    for name, value in cells.items():
        page.cell(5, heads[names[name]]).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def planned(content: bytes, by, at):
    return plan(*lines_of(content), viewer=by, at=at)


@pytest.mark.django_db
def test_the_template_comes_back_unchanged_and_changes_nothing(cast, at):
    found = planned(template(cast.binh, cast.binh.unit, at), cast.binh, at)
    assert (found.problems, found.idle) == ((), True)


@pytest.mark.django_db
def test_what_a_clerk_typed_is_shown_then_loaded_whole(cast, at):
    content = template(cast.binh, cast.binh.unit, at)
    people = {"on_duty": "Lê Văn Bình (binh)", "stand_in": "bao"}
    content = filled(content, {**GOOD, **people})
    content = filled(content, {"work_phone": 912000111, "work_email": "b@xa.example.vn"}, OFFICERS)
    found = planned(content, cast.binh, at)
    assert found.problems == ()
    assert [(one.typed, one.understood) for one in found.notes] == [("912000111", "0912 000 111")]
    load_sheet(plan=found, by=cast.binh, at=at)
    told = contact_of(PLACE, at)
    assert (told.phone, told.told.weekdays, told.state) == (
        "+842383123456",
        "07:00-11:30 13:30-17:00",
        "fresh",
    )
    duty = Duty.objects.get()
    assert (str(duty.on_duty_id), str(duty.stand_in_id)) == (cast.binh.id, cast.bao.id)
    assert Officer.objects.filter(work_phone="+84912000111").count() == 1
    assert planned(content, cast.binh, at).idle


@pytest.mark.django_db
@pytest.mark.parametrize(("column", "typed", "words"), BAD)
def test_a_bad_cell_is_named_and_nothing_is_loaded(cast, at, column, typed, words):
    content = filled(template(cast.binh, cast.binh.unit, at), {**GOOD, column: typed})
    found = planned(content, cast.binh, at)
    assert any(words in one.sentence.lower() and one.cell[1:] == "5" for one in found.problems)
    with pytest.raises(ValueError, match="problems"):
        load_sheet(plan=found, by=cast.binh, at=at)
    assert contact_of(PLACE, at).state == "missing"


@pytest.mark.django_db
@pytest.mark.parametrize("value", [date(2026, 1, 1), True, "=1+1"])
def test_a_cell_that_is_no_text_is_named(cast, at, value):
    content = filled(template(cast.binh, cast.binh.unit, at), {**GOOD, "address": value})
    assert [one.cell for one in planned(content, cast.binh, at).problems] == ["E5"]


@pytest.mark.django_db
def test_chi_cannot_tell_the_contacts_of_the_other_agency(cast, at):
    content = filled(template(cast.binh, cast.binh.unit, at), GOOD)
    found = planned(content, cast.chi, at)
    assert any("thuộc cơ quan khác" in one.sentence for one in found.problems)
    assert PLACE.encode() not in template(cast.chi, cast.chi.unit, at)


@given(st.binary(max_size=400))
def test_no_file_at_all_breaks_the_reader(content):
    with pytest.raises(Unreadable):
        lines_of(content)


@given(st.dictionaries(st.sampled_from(["phone", "email", "address", "weekdays"]), st.text(max_size=30)))
def test_any_text_in_a_cell_is_read_or_named_never_a_crash(cells):
    safe = {
        name: "".join(letter for letter in text if letter.isprintable() and letter not in "\ud800")
        for name, text in cells.items()
    }
    content = workbook(title="xã Mẫu", places=[{"place_id": PLACE, "name": "Một cửa", **safe}], officers=[])
    lines, problems = lines_of(content)
    assert [one.cells["place_id"] for one in lines if one.sheet == PLACES] == [PLACE] or problems
