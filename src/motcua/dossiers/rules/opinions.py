"""Asking another agency: what must be said, until when it answers, and who may do what.

Waiting for another agency stops no clock (the whole limit is the agency's that received the dossier); each agency has
its own day within it, and a late one is late by itself.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.dossiers.rules.handouts import Problem
from motcua.dossiers.rules.permits import oversees, works_at
from motcua.dossiers.rules.texts import REASON_AT_LEAST
from motcua.kernel.actors import Actor
from motcua.kernel.words import mark

MOST_DAYS = 30


@dataclass(frozen=True, slots=True)
class Question:
    """Whom, what, how many working days for it, and which files of the dossier go along."""

    agency_id: str
    text: str
    days: int | None
    documents: tuple[UUID, ...] = ()


def question_problems(
    said: Question, *, own: str, known: bool, until: datetime | None, limit: datetime | None
) -> list[Problem]:
    """Name what is wrong: `until` is the day it comes to, `limit` the dossier's own, where it has one to come."""
    checks = [
        ("opinion-agency", not known, mark("Cần chọn cơ quan được hỏi.")),
        (
            "opinion-agency",
            known and said.agency_id == own,
            mark("Đây là chính cơ quan mình: hãy phân công trong cơ quan."),
        ),
        (
            "opinion-text",
            len(said.text.strip()) < REASON_AT_LEAST,
            mark("Cần hỏi rõ điều gì, để cơ quan kia trả lời được."),
        ),
        (
            "opinion-days",
            said.days is None or not 1 <= said.days <= MOST_DAYS,
            mark("Số ngày trả lời phải từ 1 đến 30 ngày làm việc."),
        ),
        (
            "opinion-days",
            until is not None and limit is not None and until > limit,
            mark("Ngày trả lời ở sau hạn trả kết quả của hồ sơ: hãy cho ít ngày hơn."),
        ),
    ]
    return [(field, problem) for field, fails, problem in checks if fails]


def may_answer(viewer: Actor, agency_id: str) -> bool:
    """Tell whether the viewer answers for the asked agency."""
    return works_at(viewer, agency_id) and viewer.has("specialist", "approver", "head")


def sees_question(viewer: Actor, agency_id: str) -> bool:
    """Tell whether the viewer reads what an agency was asked: who works there, and who oversees."""
    return works_at(viewer, agency_id) or oversees(viewer)
