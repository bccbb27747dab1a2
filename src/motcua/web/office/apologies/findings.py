"""Who was late without an apology, by agency: numbers that open their dossiers, on the screen and as a workbook."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from motcua.catalogue.queries import procedure_names
from motcua.directory.queries import agency_known
from motcua.dossiers.queries.lateness import (
    FINDINGS,
    KINDS,
    Days,
    LateLine,
    all_late_lines,
    late_lines,
    tallies,
    total,
)
from motcua.dossiers.rules.permits import oversees, sees_lateness
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE
from motcua.ledger.access import note_read
from motcua.web.office.desk.views import place
from motcua.web.office.guard import officers_only
from motcua.web.shared import keyset
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed
from motcua.web.shared.workbooks import Leaf, Value, workbook

PAGE, MOST_LINES = 50, 20_000
HEADS = (
    *("Phát hiện", "Mã hồ sơ", "Cơ quan", "Thủ tục", "Hẹn lần đầu", "Hẹn lại"),
    *("Số thư", "Gửi lúc", "Kết thúc"),
)
NAMES = {
    "without": mark("Trễ mà không xin lỗi"),
    "sent_late": mark("Xin lỗi muộn"),
    "again": mark("Trễ cả ngày hẹn lại"),
    "sent": mark("Đã xin lỗi"),
}


@never_cache
@officers_only
@require_GET
def page(request: Viewed) -> HttpResponse:
    """Show the numbers of some days: of every agency to those who oversee, of the own one to its head."""
    days = _days(request)
    found = tallies(request.actor, days, at=request.at)
    on = request.at.astimezone(ZONE).date()
    context = {
        "days": days,
        "kinds": KINDS,
        "names": NAMES,
        "rows": [(one, _agency(one.agency_id, on)) for one in found],
        "total": total(found),
        "all": oversees(request.actor),
        "query": _query(days),
        **place(request),
    }
    return render(request, "office/apologies/findings.html", context)


@never_cache
@officers_only
@require_GET
def dossiers(request: Viewed) -> HttpResponse:
    """Show the dossiers behind a number."""
    days, kind = _days(request), request.GET.get("kind", "")
    kind = kind if kind in KINDS else "without"
    after = _after(request)
    lines = late_lines(request.actor, kind, days, at=request.at, after=after, limit=PAGE + 1)
    shown, on = lines[:PAGE], request.at.astimezone(ZONE).date()
    _noted(request, shown)
    last = shown[-1] if len(lines) > PAGE else None
    context = {
        "days": days,
        "kind": kind,
        "name": NAMES[kind],
        "lines": [(one, _agency(one.agency_id, on)) for one in shown],
        "host": _agency(days.agency_id, on) if days.agency_id else "",
        "procedures": procedure_names({one.procedure for one in shown}, on),
        "query": _query(days),
        "after": keyset.encode((last.promised.isoformat(), str(last.dossier_id))) if last else "",
        "first_page": after is None,
        **place(request),
    }
    return render(request, "office/apologies/dossiers.html", context)


@never_cache
@officers_only
@require_GET
def sheet(request: Viewed) -> HttpResponse:
    """Give numbers and findings of some days as a workbook."""
    days, on = _days(request), request.at.astimezone(ZONE).date()
    counted = tallies(request.actor, days, at=request.at)
    numbers = [[_agency(one.agency_id, on), *(getattr(one, kind) for kind in KINDS)] for one in counted]
    return workbook(
        f"Thư xin lỗi {days.first} {days.last}",
        Leaf("Theo cơ quan", [["Cơ quan", *(NAMES[kind] for kind in KINDS)], *numbers]),
        Leaf("Hồ sơ", [HEADS, *_found(request, days, on)]),
    )


def _found(request: Viewed, days: Days, on: date) -> Iterator[Sequence[Value]]:
    for kind in FINDINGS:
        lines = list(all_late_lines(request.actor, kind, days, at=request.at, at_most=MOST_LINES))
        _noted(request, lines)
        names = procedure_names({one.procedure for one in lines}, on)
        yield from ((NAMES[kind], *_cells(line, names, on)) for line in lines)


def _cells(one: LateLine, names: dict[str, str], on: date) -> list[str]:
    procedure = names.get(one.procedure, one.procedure)
    return [
        *(one.code, _agency(one.agency_id, on), procedure, _moment(one.promised), _moment(one.new_due)),
        *(one.number, _moment(one.sent_at), _moment(one.ended_at)),
    ]


def _moment(moment: datetime | None) -> str:
    return f"{moment.astimezone(ZONE):%d/%m/%Y %H:%M}" if moment else ""


def _noted(request: Viewed, lines: list[LateLine]) -> None:
    if lines:
        note_read(request.actor, [("dossier", str(one.dossier_id)) for one in lines], "lateness", request.at)


def _agency(agency_id: str, on: date) -> str:
    found = agency_known(agency_id, on)
    return found.name if found else agency_id


def _days(request: Viewed) -> Days:
    """Read the days asked for: this month when none or nonsense is given, a year at most."""
    if not sees_lateness(request.actor):
        raise Http404
    on = request.at.astimezone(ZONE).date()
    begin, end = on.replace(day=1), on.replace(day=monthrange(on.year, on.month)[1])
    first, last = _day(request.GET.get("from", ""), begin), _day(request.GET.get("to", ""), end)
    first, last = min(first, last), max(first, last)
    return Days(max(first, last - timedelta(days=366)), last, request.GET.get("agency", "")[:40])


def _day(text: str, otherwise: date) -> date:
    try:
        return min(max(date.fromisoformat(text), date(2000, 1, 1)), date(2100, 1, 1))
    except ValueError:
        return otherwise


def _query(days: Days) -> str:
    return f"from={days.first}&to={days.last}"


def _after(request: Viewed) -> tuple[datetime, UUID] | None:
    key: Any = keyset.decode(request.GET.get("after", ""), (str, str))
    try:
        return (datetime.fromisoformat(key[0]), UUID(key[1])) if key else None
    except ValueError:
        return None
