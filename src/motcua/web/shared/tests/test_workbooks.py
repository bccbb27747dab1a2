"""A workbook to take away: words stay words, numbers stay numbers."""

import io

from openpyxl import load_workbook

from motcua.web.shared.workbooks import Leaf, workbook


def opened(*rows):
    answer = workbook("Sổ", Leaf("Sổ theo dõi", rows))
    assert answer["Content-Disposition"].startswith("attachment")
    return load_workbook(io.BytesIO(answer.content))["Sổ theo dõi"]


def test_a_name_that_looks_like_a_formula_or_an_error_stays_a_name():
    [row] = opened(['=HYPERLINK("http://x")', "#N/A", "+84912345678", "-5", "@sum"]).iter_rows()
    assert [cell.value for cell in row] == ['=HYPERLINK("http://x")', "#N/A", "+84912345678", "-5", "@sum"]
    assert {cell.data_type for cell in row} == {"s"}


def test_numbers_can_be_added_up_and_what_no_cell_may_hold_is_left_out():
    [row] = opened([7, 2.5, None, "Nguyễn\x00 Thị\x1b An"]).iter_rows(values_only=True)
    assert row == (7, 2.5, None, "Nguyễn Thị An")
