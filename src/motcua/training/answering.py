"""Fills in any form as an invented person would: the usual case, with a family whose members fit each other."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from motcua.accounts.operations.parties import Person
from motcua.catalogue.rules.forms import FormFacts, Question, visible_fields
from motcua.catalogue.rules.forms.shapes import Answer
from motcua.kernel.text import fold
from motcua.training.people import person

ROUNDS = 5
PLAIN: Mapping[str, str] = {
    "number": "1",
    "money": "150000000",
    "yes_no": "no",
    "tax_code": "0100109106",
    "long_text": "Theo giấy tờ kèm theo.",
}
USUAL: Mapping[str, str] = {
    "copies.wanted": "yes",
    "copies.number": "2",
    "wish.copies": "2",
    "papers.pages": "4",
    "papers.copies": "3",
    "business.workers": "2",
    "tax.address_same": "yes",
    "need.group": "elderly",
    "land.area": "180",
    "house.floors": "2",
    "house.floor_area": "92",
    "house.total_area": "184",
    "house.height": "7,5",
    "works.months": "8",
}
"""What most people say, where the first choice or the smallest number would be an odd case."""
WORDS: Mapping[str, str] = {
    "plot": "125",
    "sheet": "14",
    "place_name": "Trạm Y tế",
    "purpose": "bổ sung hồ sơ vay vốn",
    "partner": "Trần Minh Đức, sinh ngày 12/5/1996, đăng ký tại Ủy ban nhân dân phường Thành Vinh",
    "residences": "Thường trú tại phường Thành Vinh từ khi sinh ra đến nay",
    "living": "Sống cùng con gái, con gái chăm sóc",
    "schooling": "Ở nhà",
    "certificate": "CT 012345, cấp ngày 12/3/2019",
    "designer": "Công ty Tư vấn xây dựng Sông Lam, chứng chỉ NAN-00012345",
    "setback": "Lùi 2,4 m so với chỉ giới đường đỏ",
    "list": "Bằng tốt nghiệp THPT\nGiấy khai sinh",
    "lines": "Bán lẻ hàng tạp hóa",
    "content": "Cấp lại do bản cũ bị hỏng",
}
LEFT_OUT = frozenset({"website", "account"})
"""Optional questions that nobody answers."""
MALE, FEMALE = 0, 1
YOUNGEST, OLDEST = 24, 39


def filer(on: date, rng: Random) -> Person:
    """Invent somebody of an age to marry, have children, build a house."""
    return _grown(rng, on, MALE if rng.random() < 0.5 else FEMALE)


def fill_in(form: FormFacts, *, unit: str, filer: Person, on: date, rng: Random) -> dict[str, Answer]:
    """Answer every question that shows, until no new one appears."""
    answers: dict[str, Answer] = {"return.way": "online", "notices.by": "sms", "notices.language": "vi"}
    people = household(filer, on, rng)
    for _ in range(ROUNDS):
        for question in visible_fields(form, answers):
            if question.key in LEFT_OUT:
                continue
            section = question.name.partition(".")[0]
            known = people.setdefault(section, person(rng))
            for name, value in _answer(question, known, unit, on, rng).items():
                answers.setdefault(name, value)
    return answers


def household(filer: Person, on: date, rng: Random) -> dict[str, Person]:
    """Put a family around whoever files: by the keys under which forms ask for its members."""
    sex = sex_of(filer)
    other = _grown(rng, on, 1 - sex)
    man, woman = (filer, other) if sex == MALE else (other, filer)
    child = person(rng)
    child = replace(child, name=f"{man.name.split()[0]} {child.name.partition(' ')[2]}")
    pairs = {"father": man, "male": man, "mother": woman, "female": woman}
    return {"submitter": filer, "child": child, **pairs}


def sex_of(known: Person) -> int:
    """Read the sex out of an identity number: 0 male, 1 female."""
    return int(known.number[3]) % 2


def _grown(rng: Random, on: date, sex: int) -> Person:
    """Invent a man or a woman of that age; the number tells sex and year."""
    found = person(rng)
    while sex_of(found) != sex:
        found = person(rng)
    years = YOUNGEST + int(rng.random() * (OLDEST - YOUNGEST))
    born = on - timedelta(days=365 * years + int(rng.random() * 365))
    century = sex + (2 if born.year >= 2000 else 0)
    number = f"{found.number[:3]}{century}{born.year % 100:02d}{found.number[6:]}"
    return replace(found, born=born, number=number)


def _answer(question: Question, known: Person, unit: str, on: date, rng: Random) -> dict[str, Answer]:
    if question.kind == "address":
        return {question.names[0]: unit, question.names[1]: f"Khối {1 + int(rng.random() * 12)}"}
    if question.kind == "choices":
        return {question.name: [question.choices[0].value]}
    return {question.name: _single(question, known, on, rng)}


def _single(question: Question, known: Person, on: date, rng: Random) -> str:
    if question.name in USUAL:
        return USUAL[question.name]
    match question.kind:
        case "choice":
            return _choice(question, known)
        case "number" if question.min:
            return str(question.min)
        case "date":
            return _day(question, known, on, rng)
        case "phone":
            return known.phone
        case "email":
            return f"{fold(known.name).replace(' ', '')}@example.vn"
        case "identity":
            return known.number
        case "text" | "long_text":
            return _text(question, known)
    return PLAIN[question.kind]


def _day(question: Question, known: Person, on: date, rng: Random) -> str:
    if question.name == "child.born":
        return (on - timedelta(days=5 + int(rng.random() * 40))).isoformat()
    if question.key == "born" and known.born:
        return known.born.isoformat()
    back = 400 + int(rng.random() * 2000)
    return (on - timedelta(days=back) if question.past else on + timedelta(days=20)).isoformat()


def _choice(question: Question, known: Person) -> str:
    """Take the first choice; what depends on the sex is read from the identity number."""
    woman = sex_of(known) == FEMALE
    told = {"sex": ("male", "female"), "relation": ("father", "mother"), "side": ("male", "female")}
    usual = told.get(question.key, ("", ""))[woman]
    return usual if usual in {one.value for one in question.choices} else question.choices[0].value


def _text(question: Question, known: Person) -> str:
    if question.key == "name" and question.name != "business.name":
        return known.name
    if question.kind == "long_text":
        return WORDS.get(question.key) or question.example or PLAIN["long_text"]
    return WORDS.get(question.key) or question.example or known.name
