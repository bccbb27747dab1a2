"""Numbers that name a person or firm: identity number, passport, tax code, phone; checks and masks.

Sources: Circular 07/2016/TT-BCA and Decree 137/2015 (12 digits), Identity Law 2023, Circular 86/2024/TT-BTC
(personal number as tax code). A check returns a sentence for the person who typed, or None when all is well.
"""

import re
from datetime import date

from motcua.kernel.words import mark

# Numbers below 100 that the circular gives to no province; from 100 on they are countries of birth.
_NO_PROVINCE = frozenset(
    {
        0,
        3,
        5,
        7,
        9,
        13,
        16,
        18,
        21,
        23,
        28,
        29,
        32,
        39,
        41,
        43,
        47,
        50,
        53,
        55,
        57,
        59,
        61,
        63,
        65,
        69,
        71,
        73,
    }
    | {76, 78, 81, 85, 88, 90, 97, 98, 99}
)
_CMND_ENDS = date(2024, 12, 31)
_PERSONAL_TAX_STARTS = date(2025, 7, 1)
_PASSPORT = re.compile(r"[A-Z][0-9]{7,8}")
_PASSPORT_FOREIGN = re.compile(r"(?=.*[0-9])[A-Z0-9]{5,12}")
_MOBILE = re.compile(r"[35789][0-9]{8}")
_FIXED = re.compile(r"2[0-9]{9}")
_TAX_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+")
_SEXES = {"male": 0, "nam": 0, "m": 0, "female": 1, "nữ": 1, "nu": 1, "f": 1}


def identity_normal(typed: str) -> str:
    """Return an identity number as it is stored: upper case, without spaces, dots and dashes."""
    return re.sub(r"[\s.\-]", "", typed).upper()


def identity_problem(
    number: str,
    birth: date | None = None,
    sex: str | None = None,
    *,
    on: date | None = None,
    foreign: bool = False,
) -> str | None:
    """Return what is wrong with the form of an identity number, or None.

    Twelve digits are checked against birth date and sex ("male", "female", "nam", "nữ") where these are
    known; nine digits (CMND) pass until the end of 2024 when the day `on` is given; one letter and 7 or 8
    digits is a Vietnamese passport, other forms pass for foreigners.
    """
    number = identity_normal(number)
    if not number:
        return mark("Chưa nhập số định danh cá nhân.")
    if not number.isdecimal() or not number.isascii():
        return _passport_problem(number, foreign=foreign)
    if len(number) == 12:
        return _personal_problem(number, birth, sex, on)
    if len(number) == 9:
        return _cmnd_problem(on)
    if foreign and _PASSPORT_FOREIGN.fullmatch(number):
        return None
    return mark("Số định danh cá nhân (căn cước) phải có đúng 12 chữ số.")


def tax_code_problem(code: str, on: date | None = None) -> str | None:
    """Return what is wrong with the form of a tax code, or None.

    Ten digits with a check digit, `NNNNNNNNNN-NNN` for a dependent unit, or, from 1 July 2025, the 12-digit
    personal number of an individual or household.
    """
    code = re.sub(r"[\s.]", "", code)
    if re.fullmatch(r"[0-9]{12}", code):
        if on is not None and on < _PERSONAL_TAX_STARTS:
            return mark("Số định danh cá nhân chỉ dùng thay mã số thuế từ ngày 01/7/2025.")
        return identity_problem(code, on=on)
    found = re.fullmatch(r"([0-9]{10})(?:-?([0-9]{3}))?", code)
    if found is None:
        return mark("Mã số thuế gồm 10 chữ số, hoặc 10 chữ số, dấu gạch nối và 3 chữ số.")
    if found.group(2) == "000":
        return mark("Ba chữ số cuối của mã số thuế đơn vị phụ thuộc phải từ 001 đến 999.")
    return (
        None
        if _tax_check(code[:9]) == int(code[9])
        else mark("Mã số thuế không đúng, có thể gõ nhầm chữ số.")
    )


def phone_normal(typed: str) -> str | None:
    """Return a Vietnamese phone number as E.164 (`+84912345678`, `+842383844522`), or None."""
    digits = re.sub(r"[\s.\-()\u00a0]", "", typed)
    found = re.fullmatch(r"(?:\+84|0084|84|0)([0-9]{9,10})", digits)
    if found is None:
        return None
    rest = found.group(1)
    return f"+84{rest}" if _MOBILE.fullmatch(rest) or _FIXED.fullmatch(rest) else None


def phone_is_mobile(phone: str) -> bool:
    """Tell whether an E.164 number can receive an SMS."""
    return phone.startswith("+84") and _MOBILE.fullmatch(phone[3:]) is not None


def phone_printed(phone: str) -> str:
    """Return an E.164 number as people write it: `0912 345 678`, `0238 384 4522`; nothing stays nothing."""
    national = f"0{phone[3:]}" if phone.startswith("+84") else phone
    return f"{national[:4]} {national[4:7]} {national[7:]}".strip()


def mail_normal(typed: str) -> str | None:
    """Return a mail address in lower case, or None when it is none."""
    typed = typed.strip()
    return typed.lower() if len(typed) <= 254 and _MAIL.fullmatch(typed) else None


def mask_identity(number: str) -> str:
    """Return an identity number for lists: the first 3 and the last 3 characters."""
    hidden = max(len(number) - 6, 0)
    return number[:3] + "*" * hidden + number[-3:] if hidden else "*" * len(number)


def mask_phone(phone: str) -> str:
    """Return a phone number for lists, in the national form: `091****678`."""
    national = f"0{phone[3:]}" if phone.startswith("+84") else phone
    return mask_identity(national)


def mask_name(name: str) -> str:
    """Return a name for lists: initials, and the given name in full: `N*** V*** An`."""
    words = name.split()
    if len(words) < 2:
        return "".join(f"{word[:1]}***" for word in words)
    return " ".join([f"{word[:1]}***" for word in words[:-1]] + words[-1:])


def _personal_problem(number: str, birth: date | None, sex: str | None, on: date | None) -> str | None:
    if int(number[:3]) in _NO_PROVINCE:
        return mark("Ba chữ số đầu của số định danh không phải mã nơi đăng ký khai sinh.")
    born = 1900 + int(number[3]) // 2 * 100 + int(number[4:6])
    if on is not None and born > on.year:
        return mark("Năm sinh trong số định danh ở sau ngày hôm nay.")
    if birth is not None and birth.year != born:
        return mark("Năm sinh không khớp với số định danh cá nhân.")
    known = _SEXES.get(sex.strip().lower()) if sex else None
    if known is not None and known != int(number[3]) % 2:
        return mark("Giới tính không khớp với số định danh cá nhân.")
    return None


def _cmnd_problem(on: date | None) -> str | None:
    if on is not None and on > _CMND_ENDS:
        return mark(
            "Chứng minh nhân dân 9 số hết giá trị sau ngày 31/12/2024; hãy dùng số định danh 12 chữ số."
        )
    return None


def _passport_problem(number: str, *, foreign: bool) -> str | None:
    if _PASSPORT.fullmatch(number) or (foreign and _PASSPORT_FOREIGN.fullmatch(number)):
        return None
    return mark("Số giấy tờ không đúng: căn cước gồm 12 chữ số, hộ chiếu gồm một chữ cái và 7 hoặc 8 chữ số.")


def _tax_check(digits: str) -> int:
    """Return the check digit of Circular 105/2020; 10 when no valid code has these nine digits."""
    return 10 - sum(weight * int(digit) for weight, digit in zip(_TAX_WEIGHTS, digits, strict=True)) % 11
