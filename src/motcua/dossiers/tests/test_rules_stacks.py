"""A stack is split at its separator sheets: no page is lost, none moves, none goes to another's dossier."""

from hypothesis import given
from hypothesis import strategies as st

from motcua.dossiers.rules.stacks import Sheet, sheet_of, sheet_text, sheets_of, split

CODE = "H41.ZEG-20261009-0000001"
SHEETS = st.builds(Sheet, st.sampled_from([CODE, "H41.12-211010-0001"]), st.integers(0, 20))


@given(st.lists(st.none() | SHEETS))
def test_every_page_that_is_no_sheet_is_in_exactly_one_part_in_its_order(pages):
    kept = [place for part in split(pages) for place in part.pages]
    assert kept == [place for place, sheet in enumerate(pages) if sheet is None]


@given(st.lists(st.none() | SHEETS))
def test_each_page_follows_the_last_sheet_before_it(pages):
    for part in split(pages):
        for place in part.pages:
            before = [sheet for sheet in pages[:place] if sheet is not None]
            assert part.sheet == (before[-1] if before else None)


@given(st.lists(st.none() | SHEETS))
def test_no_part_is_empty(pages):
    assert all(part.pages for part in split(pages))


@given(SHEETS)
def test_what_a_sheet_says_is_read_back(sheet):
    assert sheet_of(sheet_text(sheet.code, sheet.component)) == sheet


@given(st.text())
def test_any_other_barcode_is_no_sheet_or_names_a_real_code(text):
    found = sheet_of(text)
    assert found is None or sheet_of(sheet_text(found.code, found.component)) == found


def test_the_barcode_of_a_receipt_divides_nothing():
    assert sheets_of([[CODE], [], ["8934563138164", f"{CODE}/4"]]) == [None, None, Sheet(CODE, 4)]
