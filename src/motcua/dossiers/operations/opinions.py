"""Asking another agency for its opinion, taking the question back, and answering it."""

from datetime import date, datetime
from typing import BinaryIO
from uuid import UUID

from motcua.directory.queries import agency, work_calendar
from motcua.dossiers import events
from motcua.dossiers.errors import Incomplete, NotAllowed, NotFound
from motcua.dossiers.models import Dossier, Opinion
from motcua.dossiers.operations.begin import doing
from motcua.dossiers.rules.opinions import MOST_DAYS, Question, may_answer, question_problems, sees_question
from motcua.dossiers.rules.texts import REASON_AT_LEAST, sha256
from motcua.dossiers.rules.workflow import ENDED, Act
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE, Limit, due_at
from motcua.ledger.acts import act
from motcua.papers.operations import store

SHORT = mark("Cần trả lời rõ, để cơ quan hỏi dùng được.")
CLOSED = mark("Câu hỏi này đã được trả lời, đã rút, hoặc hồ sơ đã kết thúc.")


def ask(*, dossier_id: UUID, seen: int, question: Question, by: Actor, at: datetime) -> Opinion:
    """Ask another agency, until the close of a working day of its own. Raises Incomplete."""
    with doing(what=Act.ASK_OPINION, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        until = _until(question, at)
        _require(question, it.dossier, until, at)
        assert until is not None
        text = question.text.strip()
        own = it.dossier.documents.filter(taken_out_at=None, id__in=question.documents)
        opinion = Opinion.objects.create(
            id=uuid7(at),
            dossier=it.dossier,
            agency_id=question.agency_id,
            question=text,
            documents=list(own.values_list("id", flat=True)),
            asked_by=by.id,
            asked_at=at,
            due_at=until,
        )
        it.write()
        it.deed.record(
            events.OpinionAsked(
                **it.subject,
                opinion_id=opinion.id,
                asked=opinion.agency_id,
                due_at=until.isoformat(),
                text_sha256=sha256(text),
            )
        )
    return opinion


def recall(*, dossier_id: UUID, seen: int, opinion_id: UUID, by: Actor, at: datetime) -> None:
    """Take a question back that nobody has answered."""
    with doing(what=Act.RECALL_OPINION, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        opinion = Opinion.objects.select_for_update().filter(id=opinion_id, dossier_id=dossier_id).first()
        if opinion is None or opinion.closed_at is not None:
            raise NotAllowed(CLOSED)
        opinion.closed_at, opinion.recalled = at, True
        opinion.save(update_fields=["closed_at", "recalled"])
        it.write()
        it.deed.record(events.OpinionRecalled(**it.subject, opinion_id=opinion.id, asked=opinion.agency_id))


def give(
    *, opinion_id: UUID, answer: str, stream: BinaryIO | None = None, name: str = "", by: Actor, at: datetime
) -> Opinion:
    """Answer for the asked agency. Raises NotFound for strangers, Incomplete, papers' Refused for a bad file."""
    text = answer.strip()
    with act(by=by, at=at) as deed:
        opinion = Opinion.objects.select_for_update().filter(id=opinion_id).first()
        if opinion is None or not sees_question(by, opinion.agency_id):
            raise NotFound
        if not may_answer(by, opinion.agency_id):
            raise NotAllowed
        dossier = opinion.dossier
        if opinion.closed_at is not None or dossier.stage in ENDED:
            raise NotAllowed(CLOSED)
        if len(text) < REASON_AT_LEAST:
            raise Incomplete([("answer", SHORT)])
        opinion.answer, opinion.answered_by, opinion.closed_at = text, by.id, at
        opinion.file = store(stream=stream, name=name, by=by, at=at) if stream else None
        opinion.save(update_fields=["answer", "answered_by", "closed_at", "file"])
        deed.record(
            events.OpinionGiven(
                dossier_id=dossier.id,
                agency_id=dossier.agency_id,
                opinion_id=opinion.id,
                asked=opinion.agency_id,
                on_time=at <= opinion.due_at,
                text_sha256=sha256(text),
            )
        )
    return opinion


def _until(question: Question, at: datetime) -> datetime | None:
    """Count the days in the asked agency's own calendar."""
    if question.days is None or not 1 <= question.days <= MOST_DAYS:
        return None
    calendar = work_calendar(question.agency_id, _day(at))
    return due_at(at, Limit(question.days, "working_day"), [], calendar)


def _require(question: Question, dossier: Dossier, until: datetime | None, at: datetime) -> None:
    known = agency(question.agency_id, _day(at)) is not None
    limit = dossier.due_at if dossier.due_at and dossier.due_at > at else None
    problems = question_problems(question, own=dossier.agency_id, known=known, until=until, limit=limit)
    if problems:
        raise Incomplete(problems)


def _day(moment: datetime) -> date:
    return moment.astimezone(ZONE).date()
