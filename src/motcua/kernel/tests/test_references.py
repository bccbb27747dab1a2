"""Codes and numbers on papers: accepted forms, refused forms, canonical spelling, masks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.kernel.references import (
    agency_code,
    dossier_code_format,
    dossier_code_normal,
    dossier_code_valid,
    identity_problem,
    mask_identity,
    mask_name,
    mask_phone,
    phone_is_mobile,
    phone_normal,
    phone_printed,
    procedure_code,
    tax_code_problem,
)

SHORT, LONG = "yyMMdd-4", "yyyyMMdd-7"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1.001193", "1.001193"),
        (" 1.012790.000.00.00.h41 ", "1.012790"),
        ("1.012790.H41", "1.012790"),
        ("0.001193", None),
        ("1.00119", None),
        ("1.0011933", None),
        ("1.001193.XX", None),
        ("", None),
    ],
)
def test_a_procedure_code_loses_its_localisation(typed, code):
    assert procedure_code(typed) == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("H41", "H41"),
        ("h41.12.05", "H41.12.05"),
        ("000.00.00.H41", "H41"),
        ("000.00.12.H41", "H41.12"),
        ("000.05.12.H41", "H41.12.05"),
        ("001.05.12.H41", "H41.12.05.001"),
        ("000.05.00.H41", None),
        ("H4", None),
        ("H41.", None),
        ("H41" + ".1234567" * 5, None),
    ],
)
def test_an_agency_code_of_either_style_becomes_the_new_one(typed, code):
    assert agency_code(typed) == code


def test_a_dossier_code_is_agency_day_and_ordinal():
    assert dossier_code_format("H41.12", date(2021, 10, 10), 1, SHORT) == "H41.12-211010-0001"
    assert dossier_code_format("H41.12", date(2021, 10, 10), 9999, SHORT) == "H41.12-211010-9999"
    assert dossier_code_format("H41.12", date(2021, 10, 10), 10000, SHORT) == "H41.12-211010-10000"
    assert dossier_code_format("000.00.12.H41", date(2025, 6, 30), 7, SHORT) == "000.00.12.H41-250630-0007"


def test_a_dossier_code_in_the_form_of_the_national_generator():
    assert dossier_code_format("G09.20", date(2026, 6, 9), 92637, LONG) == "G09.20-20260609-0092637"


@given(
    st.sampled_from(["H41", "H41.12", "000.00.12.H41"]),
    st.dates(date(2021, 1, 1)),
    st.integers(1, 9_999_999),
    st.sampled_from(["yyMMdd-4", "yyyyMMdd-7"]),
)
def test_every_code_made_is_valid(prefix, day, ordinal, form):
    assert dossier_code_valid(dossier_code_format(prefix, day, ordinal, form))


@pytest.mark.parametrize(
    "code",
    [
        "H41.12-211010-1",
        "H41.12-211010-0000",
        "H41.12-211310-0001",
        "H41.12-210230-0001",
        "h41.12-211010-0001",
        "H41.12-2110100-0001",
        "H41.12-211010-00000001",
        "H41.12-211010-0001\n",
        "-211010-0001",
        "H41.12-211010-٠٠٠١",
    ],
)
def test_what_is_no_dossier_code_is_refused(code):
    assert not dossier_code_valid(code)


def test_a_dossier_code_is_read_as_people_type_it():
    assert dossier_code_normal(" h41.12 – 211010 – 0001 ") == "H41.12-211010-0001"
    assert dossier_code_normal("hello") is None


def test_no_code_is_made_of_nonsense():
    for prefix, ordinal, form in (
        *(("UBND", 1, SHORT), ("H41", 0, SHORT), ("H41", -1, SHORT)),
        *(("H41", 1, "ddMMyy-4"), ("H41", 1, "yyMMdd-9")),
    ):
        with pytest.raises(ValueError):
            dossier_code_format(prefix, date(2021, 10, 10), ordinal, form)


@pytest.mark.parametrize(
    "number", ["040090123456", "040 305 123 456", "186123456", "B1234567", "c12345678", "101090123456"]
)
def test_numbers_of_a_right_form_pass(number):
    assert identity_problem(number) is None


@pytest.mark.parametrize(
    "number",
    [
        "",
        "04009012345",
        "0400901234567",
        "099090123456",
        "000090123456",
        "AB12345",
        "B123456",
        "٠40090123456",
    ],
)
def test_numbers_of_a_wrong_form_are_refused_in_words(number):
    assert identity_problem(number).endswith(".")


def test_the_number_must_agree_with_birth_and_sex():
    assert identity_problem("040090123456", date(1990, 5, 1), "male") is None
    assert identity_problem("040305123456", date(2005, 5, 1), "nữ") is None
    assert "Năm sinh" in identity_problem("040090123456", date(1991, 5, 1))
    assert "Năm sinh" in identity_problem("040090123456", date(2090, 5, 1))
    assert "Giới tính" in identity_problem("040090123456", date(1990, 5, 1), "female")
    assert identity_problem("040090123456", sex="other") is None


def test_the_day_of_the_question_matters():
    assert identity_problem("186123456", on=date(2021, 9, 1)) is None
    assert "31/12/2024" in identity_problem("186123456", on=date(2025, 1, 1))
    assert "Năm sinh" in identity_problem("040230123456", on=date(2026, 1, 1))


def test_foreigners_have_passports_of_other_forms():
    assert identity_problem("EB1234567", foreign=True) is None
    assert identity_problem("EB1234567") is not None
    assert identity_problem("PASSPORT", foreign=True) is not None


@pytest.mark.parametrize("code", ["0100109106", "0100109106-001", "0100109106001"])
def test_a_tax_code_with_a_right_check_digit_passes(code):
    assert tax_code_problem(code) is None


@pytest.mark.parametrize("code", ["0100109107", "0100109106-000", "010010910", "01001091060", "", "abc"])
def test_a_wrong_tax_code_is_refused_in_words(code):
    assert tax_code_problem(code).endswith(".")


def test_a_personal_number_serves_as_tax_code_from_july_2025():
    assert tax_code_problem("040090123456", date(2025, 7, 1)) is None
    assert "01/7/2025" in tax_code_problem("040090123456", date(2025, 6, 30))


@pytest.mark.parametrize(
    ("typed", "phone"),
    [
        ("0912345678", "+84912345678"),
        ("0912.345.678", "+84912345678"),
        ("+84 912 345 678", "+84912345678"),
        ("84912345678", "+84912345678"),
        ("(0238) 3844522", "+842383844522"),
        ("0123456789", None),
        ("01234567890", None),
        ("091234567", None),
        ("+1 202 555 0100", None),
        ("٠912345678", None),
        ("", None),
    ],
)
def test_phones_become_international_or_nothing(typed, phone):
    assert phone_normal(typed) == phone


def test_only_mobiles_get_messages():
    assert phone_is_mobile("+84912345678")
    assert not phone_is_mobile("+842383844522")
    assert phone_printed("+84912345678") == "0912 345 678"


def test_masks_show_the_ends_only():
    assert mask_identity("040090123456") == "040******456"
    assert mask_identity("12345") == "*****"
    assert mask_phone("+84912345678") == "091****678"
    assert mask_name("Nguyễn Văn An") == "N*** V*** An"
    assert mask_name("An") == "A***"
    assert mask_name("") == ""
