"""Fills in any form as an invented person would."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from motcua.accounts.operations.parties import Person
from motcua.catalogue.rules.forms import FormFacts, Question, visible_fields
from motcua.catalogue.rules.forms.shapes import Answer
from motcua.commands.generating.people import person

ROUNDS = 5
PLAIN: Mapping[str, str] = {
    "number": "1",
    "money": "150000000",
    "yes_no": "yes",
    "email": "hoso@example.vn",
    "tax_code": "0100109106",
    "long_text": "Theo giấy tờ kèm theo.",
}
WORDS: Mapping[str, str] = {
    "plot": "125",
    "sheet": "14",
    "place_name": "Trạm Y tế",
    "purpose": "bổ sung hồ sơ vay vốn",
    "list": "Bằng tốt nghiệp THPT\nGiấy khai sinh",
    "lines": "Bán lẻ hàng tạp hóa",
    "content": "Cấp lại do bản cũ bị hỏng",
}


def fill_in(form: FormFacts, *, unit: str, filer: Person, on: date, rng: Random) -> dict[str, Answer]:
    """Answer every question that shows, until no new one appears."""
    answers: dict[str, Answer] = {"return.way": "online", "notices.by": "sms", "notices.language": "vi"}
    people: dict[str, Person] = {"submitter": filer}
    for _ in range(ROUNDS):
        for question in visible_fields(form, answers):
            section = question.name.partition(".")[0]
            known = people.setdefault(section, person(rng))
            for name, value in _answer(question, known, unit, on, rng).items():
                answers.setdefault(name, value)
    return answers


def _answer(question: Question, known: Person, unit: str, on: date, rng: Random) -> dict[str, Answer]:
    if question.kind == "address":
        return {question.names[0]: unit, question.names[1]: f"Khối {1 + int(rng.random() * 12)}"}
    if question.kind == "choices":
        return {question.name: [question.choices[0].value]}
    return {question.name: _single(question, known, on, rng)}


def _single(question: Question, known: Person, on: date, rng: Random) -> str:
    match question.kind:
        case "choice":
            return _choice(question, known)
        case "number" if question.min:
            return str(question.min)
        case "date":
            return _day(question, known, on, rng)
        case "phone":
            return known.phone
        case "identity":
            return known.number
        case "text":
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
    """Take the first choice; the sex is the one the identity number tells."""
    if question.key == "sex":
        return "female" if int(known.number[3]) % 2 else "male"
    return question.choices[0].value


def _text(question: Question, known: Person) -> str:
    if question.key == "name" and question.name != "business.name":
        return known.name
    return WORDS.get(question.key) or question.example or known.name
