"""Dossiers for tests: drafts filled in as their form demands, with real small files."""

import io
from datetime import datetime
from typing import Any

from PIL import Image

from motcua.accounts.operations.parties import Person
from motcua.catalogue.queries import form_of, version
from motcua.catalogue.rules.forms import Question, visible_fields
from motcua.catalogue.rules.matching import asked
from motcua.dossiers.models import Dossier, Draft
from motcua.dossiers.operations import drafting, intake
from motcua.dossiers.operations.reception import CounterCase
from motcua.dossiers.rules.reception import Given
from motcua.dossiers.trace import Trace
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7

BIRTH = "1.001193"
IDENTITY, BORN = "040090123456", "1990-03-15"
EXAMPLES = {
    "text": "Nguyễn Văn Hòa",
    "long_text": "Đăng ký theo quy định",
    "number": "1",
    "money": "50000",
    "yes_no": "yes",
    "phone": "0912345678",
    "email": "an@example.vn",
    "identity": IDENTITY,
    "tax_code": "0100109106",
}


def photo(colour: str = "white") -> io.BytesIO:
    """Make a small real JPEG."""
    stream = io.BytesIO()
    Image.new("RGB", (640, 480), colour).save(stream, "JPEG")
    stream.seek(0)
    return stream


def answer_to(question: Question) -> dict[str, str | list[str]]:
    """Answer one question as its kind demands."""
    if question.kind == "address":
        return {question.names[0]: "17989", question.names[1]: "Xóm 3"}
    if question.kind == "choice":
        return {question.name: question.choices[0].value}
    if question.kind == "choices":
        return {question.name: [question.choices[0].value]}
    if question.kind == "date":
        return {question.name: BORN if question.past else "2026-09-10"}
    return {question.name: EXAMPLES[question.kind]}


def filled(draft: Draft) -> dict[str, str | list[str]]:
    """Answer every question that shows, until no new one appears."""
    form = form_of(version(draft.version_id))
    answers: dict[str, str | list[str]] = {"return.way": "online", "notices.by": "sms"}
    for _ in range(4):
        for question in visible_fields(form, answers):
            for name, value in answer_to(question).items():
                answers.setdefault(name, value)
    return answers


def drafted(by: Actor, *, at: datetime, procedure: str = BIRTH, agency_id: str = "UBND25-17989") -> Draft:
    """Make a draft that is ready to be filed."""
    draft = drafting.start(procedure=procedure, agency_id=agency_id, trace=Trace(session="s"), by=by, at=at)
    draft = drafting.save(draft_id=draft.id, seen=draft.version, answers=filled(draft), by=by, at=at)
    facts = version(draft.version_id)
    for one in asked(form_of(facts), facts.components, filled(draft)):
        if one.kind == "required":
            drafting.attach(
                draft_id=draft.id, component=one.seq, stream=photo(), name="anh.jpg", by=by, at=at
            )
    return draft


def filed(by: Actor, *, at: datetime, **more: str) -> tuple[Dossier, intake.Filed]:
    """File a ready draft."""
    draft = drafted(by, at=at, **more)
    done = intake.submit(draft_id=draft.id, seen=draft.version, by=by, at=at)
    return Dossier.objects.get(id=done.dossier_id), done


def counter_case(at: datetime, **more: Any) -> CounterCase:
    """Write down a complete case at the counter: a birth, with its paper form."""
    known: dict[str, Any] = {
        "id": uuid7(at),
        "channel": "direct",
        "procedure": BIRTH,
        "owner": Person(name="Lầu Y Mỷ", number=IDENTITY, phone="0912345678", address="Mường Xén"),
        "papers": (Given(7, originals=1),),
    }
    return CounterCase(**known | more)
