"""Answers held against a form: which questions show, and what is wrong with what was answered."""

import re
from collections.abc import Collection, Iterator
from datetime import date

from motcua.catalogue.rules.forms.shapes import (
    ELSEWHERE,
    Answers,
    FormFacts,
    Problem,
    Question,
    Section,
)
from motcua.kernel.references import identity_problem, phone_normal, tax_code_problem
from motcua.kernel.words import mark

_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WRITTEN = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_UNIT = re.compile(r"\d{5}")
OLDEST = 1880


def text_of(answers: Answers, name: str) -> str:
    """Give an answer as one text, without the spaces around it."""
    given = answers.get(name, "")
    return (given if isinstance(given, str) else ", ".join(given)).strip()


def day_of(text: str) -> date | None:
    """Read a day written 2026-09-01, 1/9/2026 or 01.09.2026; None when it is none."""
    iso, written = _ISO.fullmatch(text.strip()), _WRITTEN.fullmatch(text.strip())
    parts = iso.groups() if iso else written.groups()[::-1] if written else None
    if parts is None:
        return None
    try:
        return date(*(int(part) for part in parts))
    except ValueError:
        return None


def visible_sections(form: FormFacts, answers: Answers) -> list[Section]:
    """List the sections that show, given the answers."""
    kept = shown_answers(form, answers)
    return [one for one in form.sections if one.show_if is None or one.show_if.holds(kept)]


def visible_fields(form: FormFacts, answers: Answers) -> list[Question]:
    """List the questions that show, given the answers; answers to hidden ones do not count."""
    return [one for one, _ in _shown(form, answers)]


def shown_answers(form: FormFacts, answers: Answers) -> Answers:
    """Keep the answers to questions that show: what another answer hid after typing falls away."""
    return {
        name: answers[name] for one in visible_fields(form, answers) for name in one.names if name in answers
    }


def _shown(form: FormFacts, answers: Answers) -> Iterator[tuple[Question, Section]]:
    kept: dict[str, str | list[str]] = {}
    for section in form.sections:
        if section.show_if is not None and not section.show_if.holds(kept):
            continue
        for one in section.questions:
            if one.show_if is None or one.show_if.holds(kept):
                kept.update({name: answers[name] for name in one.names if name in answers})
                yield one, section


def evaluate(
    form: FormFacts,
    answers: Answers,
    *,
    on: date | None = None,
    units: Collection[str] | None = None,
    section: str | None = None,
) -> list[Problem]:
    """List what is wrong with the answers, in the order of the form: of all sections, or of one page.

    `on` is the day of filing (days of birth and the like must not be after it); `units` are the codes of the
    communes in force that day. Without them these two are not checked.
    """
    kept = shown_answers(form, answers)
    found: list[Problem] = []
    for one, place in _shown(form, answers):
        if section is None or place.key == section:
            found += _problems(one, place, kept, on, units)
    return found


def _problems(
    one: Question, section: Section, answers: Answers, on: date | None, units: Collection[str] | None
) -> Iterator[Problem]:
    if one.kind == "address":
        yield from _address_problems(one, answers, units)
        return
    text = text_of(answers, one.name)
    if not text:
        if one.demanded(answers):
            yield Problem(one.name, _missing(one))
        return
    message = _too_long(one, text) or _wrong(one, section, answers, text, on)
    if message:
        yield Problem(one.name, message)


def _missing(one: Question) -> str:
    if one.kind in ("choice", "choices", "yes_no"):
        return mark("Vui lòng chọn một câu trả lời.")
    if one.kind == "date":
        return mark("Vui lòng nhập đủ ngày, tháng, năm.")
    return mark("Vui lòng nhập thông tin này.")


def _too_long(one: Question, text: str) -> str | None:
    if one.kind in ("text", "long_text", "email") and len(text) > one.max_length:
        return mark("Nội dung quá dài. Vui lòng viết ngắn hơn.")
    return None


def _wrong(one: Question, section: Section, answers: Answers, text: str, on: date | None) -> str | None:
    match one.kind:
        case "date":
            return _date_problem(one, text, on)
        case "choice" | "choices" | "yes_no":
            return _choice_problem(one, answers)
        case "number" | "money":
            return _number_problem(one, text)
        case "phone":
            return None if phone_normal(text) else mark("Số điện thoại không đúng. Ví dụ đúng: 0912 345 678.")
        case "email":
            return (
                None
                if _EMAIL.fullmatch(text)
                else mark("Địa chỉ thư điện tử không đúng. Ví dụ đúng: an@vidu.vn.")
            )
        case "identity":
            return _identity_problem(one, section, answers, text, on)
        case "tax_code":
            return tax_code_problem(text, on)
    return None


def _date_problem(one: Question, text: str, on: date | None) -> str | None:
    day = day_of(text)
    if day is None or day.year < OLDEST:
        return mark("Ngày không đúng. Ví dụ đúng: ngày 5 tháng 9 năm 2021.")
    if one.past and on is not None and day > on:
        return mark("Ngày này ở sau ngày hôm nay. Vui lòng kiểm tra lại.")
    return None


def _choice_problem(one: Question, answers: Answers) -> str | None:
    given = answers[one.name]
    allowed = {choice.value for choice in one.choices} if one.choices else {"yes", "no"}
    chosen = [given] if isinstance(given, str) else given
    if len(chosen) > 1 and one.kind != "choices":
        return mark("Vui lòng chỉ chọn một câu trả lời.")
    return None if set(chosen) <= allowed else mark("Vui lòng chọn một trong các câu trả lời đã cho.")


def _number_problem(one: Question, text: str) -> str | None:
    digits = re.sub(r"[\s.]", "", text)
    if not re.fullmatch(r"\d{1,15}(,\d+)?" if one.kind == "number" else r"\d{1,15}", digits):
        return mark("Vui lòng chỉ nhập số. Ví dụ: 1.500.000.")
    number = float(digits.replace(",", "."))
    if (one.min is not None and number < one.min) or (one.max is not None and number > one.max):
        return mark("Số này nằm ngoài khoảng cho phép. Vui lòng kiểm tra lại.")
    return None


def _identity_problem(
    one: Question, section: Section, answers: Answers, text: str, on: date | None
) -> str | None:
    born = day_of(text_of(answers, f"{section.key}.born")) if section.person else None
    sex = text_of(answers, f"{section.key}.sex") if section.person else ""
    return identity_problem(text, born, sex or None, on=on, foreign=one.foreign)


def _address_problems(one: Question, answers: Answers, units: Collection[str] | None) -> Iterator[Problem]:
    name, place = one.names
    unit, detail = text_of(answers, name), text_of(answers, place)
    if not unit and not detail and not one.demanded(answers):
        return
    known = unit == ELSEWHERE or (unit in units if units is not None else _UNIT.fullmatch(unit) is not None)
    if not unit:
        yield Problem(name, mark("Vui lòng chọn xã, phường; nếu ở tỉnh khác, chọn “Ngoài tỉnh Nghệ An”."))
    elif not known:
        yield Problem(name, mark("Xã, phường này không có trong danh sách. Vui lòng chọn lại."))
    if not detail:
        yield Problem(
            place, mark("Vui lòng ghi số nhà, đường hoặc xóm, bản, khối; ở tỉnh khác thì ghi đủ địa chỉ.")
        )
    elif len(detail) > one.max_length:
        yield Problem(place, mark("Nội dung quá dài. Vui lòng viết ngắn hơn."))
