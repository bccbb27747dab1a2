"""Cases of `motcua due` as people and files write them, and their answers; bad ones are told in words."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from motcua.kernel.worktime import Limit, Pause, WorkCalendar, due, limit_from, local, words

CalendarOf = Callable[[str | None, date], WorkCalendar]
Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One question: received when, with which limit, paused when, at which agency."""

    received: datetime
    limit: Limit | None
    pauses: tuple[Pause, ...] = ()
    unit: str | None = None


def case_from(line: str | bytes) -> Case:
    """Read a JSON line `{"received", "limit", "pauses", "unit"}`; raise ValueError with a sentence."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError("Dòng này không phải là JSON hợp lệ.") from error
    if not isinstance(found, dict):
        raise ValueError("Mỗi dòng phải là một đối tượng JSON có “received” và “limit”.")
    limit, unit, pauses = found.get("limit"), found.get("unit"), found.get("pauses")
    if not isinstance(limit, str | None):
        raise ValueError("“limit” phải là một câu như “3 working_day”, hoặc để trống.")
    if not isinstance(unit, str | None):
        raise ValueError("“unit” phải là mã cơ quan, hoặc để trống.")
    if not isinstance(pauses, list | None):
        raise ValueError("“pauses” phải là danh sách các cặp [từ, đến].")
    stretches = tuple(pause_from(pair) for pair in pauses or ())
    return Case(moment_from(found.get("received")), limit_from(limit), stretches, unit or None)


def pause_from(pair: object) -> Pause:
    """Read a pause from a pair of moments, or from `FROM/UNTIL`; without an end it still runs."""
    if isinstance(pair, str):
        pair = pair.split("/")
    if not isinstance(pair, list) or len(pair) != 2:
        raise ValueError("Mỗi lần tạm dừng phải có đúng hai thời điểm: từ và đến.")
    return Pause(moment_from(pair[0]), moment_from(pair[1]) if pair[1] not in (None, "") else None)


def moment_from(text: object) -> datetime:
    """Read an ISO moment as Vietnamese time; raise ValueError with a sentence."""
    if not isinstance(text, str) or not text.strip():
        raise ValueError("Thiếu thời điểm; hãy viết như “2021-08-30T09:00”.")
    try:
        return local(datetime.fromisoformat(text.strip()))
    except (ValueError, OverflowError) as error:
        raise ValueError(f"Không đọc được thời điểm “{text}”; hãy viết như “2021-08-30T09:00”.") from error


def answer(case: Case, calendar_of: CalendarOf, lang: str = "vi") -> Answer:
    """Return `{"due_at", "due_date", "trail"}`; raise ValueError (CalendarEnds among them) in words."""
    calendar = calendar_of(case.unit, case.received.date())
    found = due(case.received, case.limit, case.pauses, calendar)
    return {
        "due_at": found.due_at and found.due_at.isoformat(),
        "due_date": found.due_date and found.due_date.isoformat(),
        "trail": words(found.trail, lang),
    }


def answer_line(line: str | bytes, calendar_of: CalendarOf, lang: str = "vi") -> Answer:
    """Return the answer to a line, or `{"error": sentence}` when the line is bad."""
    try:
        return answer(case_from(line), calendar_of, lang)
    except ValueError as problem:
        return {"error": str(problem)}
