"""`motcua due`: when a dossier is due, and why, for one case or for many."""

import argparse
import json
import sys
from collections.abc import Iterable
from contextlib import nullcontext
from datetime import date
from functools import lru_cache
from pathlib import Path

from motcua.commands.due_cases import Answer, Case, answer, answer_line, moment_from, pause_from
from motcua.commands.registry import Needs
from motcua.directory import queries
from motcua.kernel.references import agency_code
from motcua.kernel.worktime import WorkCalendar, limit_from

NAME = "due"
HELP = "Compute a due date, with its reasons."
NEEDS: Needs = "django"
WRONG_USAGE = 2
BAD_DATA = 4


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the arguments."""
    one = parser.add_mutually_exclusive_group(required=True)
    one.add_argument(
        "--received", metavar="MOMENT", help="when it was received, as 2021-08-30T09:00 (Vietnam)"
    )
    one.add_argument(
        "--file", metavar="CASES.jsonl", help="one JSON case a line, one answer a line; - reads stdin"
    )
    parser.add_argument(
        "--limit",
        metavar="LIMIT",
        help='"3 working_day", units working_day, day, working_hour, month, same_day; "" for none',
    )
    parser.add_argument(
        "--pause",
        metavar="FROM/UNTIL",
        action="append",
        default=[],
        help="a pause; without UNTIL it still runs",
    )
    parser.add_argument("--unit", metavar="CODE", help="the agency or unit whose calendar counts")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="language of the reasons")
    parser.add_argument("--json", action="store_true", help='print {"due_at", "due_date", "trail"}')


def run(args: argparse.Namespace) -> int:
    """Answer one case, or every line of a file in its order."""
    if args.file is not None:
        return _many(args.file, args.lang)
    if args.limit is None:
        return _refuse('--limit is missing (write --limit "" for none)', WRONG_USAGE, as_json=args.json)
    try:
        pauses = tuple(pause_from(pair) for pair in args.pause)
        case = Case(moment_from(args.received), limit_from(args.limit), pauses, args.unit or None)
    except ValueError as problem:
        return _refuse(str(problem), WRONG_USAGE, as_json=args.json)
    try:
        found = answer(case, calendar_of, args.lang)
    except ValueError as problem:
        return _refuse(str(problem), BAD_DATA, as_json=args.json)
    print(_json(found) if args.json else "\n".join(found["trail"]))
    return 0


@lru_cache(maxsize=4096)
def calendar_of(code: str | None, on: date) -> WorkCalendar:
    """Return the calendar of an agency or unit on a day; raise ValueError for a code nobody ever bore.

    The code is an agency's id, its identifier (`H41`), or a unit's code, which has the province's calendar.
    An agency that has not begun on the day, or has ended, still has its calendar.
    """
    agency_id = code and _agency_id(code, on)
    try:
        return queries.work_calendar(agency_id or None, on)
    except LookupError as error:
        raise ValueError("Chưa có lịch làm việc; hãy nạp dữ liệu bằng “motcua load”.") from error


def _agency_id(code: str, on: date) -> str | None:
    if queries.agency(code, on) or queries.agency_known(code, date.max):
        return code
    if queries.unit(code, on) or queries.unit(code, date.max):
        return None
    official = agency_code(code)
    for agency in queries.agencies(on):
        if official and agency.code == official:
            return agency.id
    raise ValueError(f"Không có cơ quan hay đơn vị nào mang mã “{code}”.")


def _many(path: str, lang: str) -> int:
    source = sys.stdin.buffer if path == "-" else None
    try:
        with nullcontext(source) if source else Path(path).open("rb") as lines:
            return BAD_DATA if _answer_all(lines, lang) else 0
    except BrokenPipeError:
        raise  # the reader of the answers has seen enough; it is not the file
    except OSError as problem:
        return _refuse(f"cannot read {path}: {problem.strerror}", WRONG_USAGE, as_json=False)


def _answer_all(lines: Iterable[bytes], lang: str) -> int:
    """Print one answer a line; return how many lines were bad."""
    bad = 0
    for line in lines:
        found = answer_line(line, calendar_of, lang)
        bad += "error" in found
        print(_json(found), flush=True)  # who asks line by line waits for each answer
    return bad


def _refuse(sentence: str, code: int, *, as_json: bool) -> int:
    if as_json:
        print(_json({"error": sentence}))
    print(f"motcua due: {sentence}", file=sys.stderr)
    return code


def _json(found: Answer) -> str:
    return json.dumps(found, ensure_ascii=False)
