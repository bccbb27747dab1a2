"""The register: on the screen page by page, as a workbook, and printed as the circular's form."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from motcua.catalogue.queries import procedure_names
from motcua.directory.queries import agency_known, paper_form, unit
from motcua.dossiers.queries.handouts import HandedOut
from motcua.dossiers.queries.register import Line, Span, register, register_counts, whole_register
from motcua.dossiers.rules.permits import works_at
from motcua.dossiers.rules.workflow import STATUS_NAMES
from motcua.kernel.references import phone_printed
from motcua.kernel.words import date_short, mark
from motcua.kernel.worktime import ZONE
from motcua.ledger.access import note_read
from motcua.web.office.desk.views import place
from motcua.web.office.guard import officers_only
from motcua.web.shared import keyset
from motcua.web.shared.pages import render
from motcua.web.shared.sheets import pdf
from motcua.web.shared.viewer import Viewed
from motcua.web.shared.workbooks import Leaf, Value, workbook

PAGE, MOST_LINES, MOST_PRINTED = 50, 20_000, 1000
CHANNEL_NAMES = {"direct": mark("Trực tiếp"), "online": mark("Trực tuyến"), "post": mark("Bưu chính")}
GIVEN_NAMES = {
    "counter": mark("Tại quầy"),
    "online": mark("Trực tuyến"),
    "post": mark("Bưu chính"),
    "": mark("Không rõ"),
}
BOOKS = [("returned", mark("Ngày trả kết quả"))]
"""By what the lines can be found beside the day of reception."""
RETURN_NAMES = {"counter": "tại nơi tiếp nhận", "post": "qua bưu chính", "online": "bản điện tử"}
HEADS = (
    *("STT", "Mã hồ sơ", "Thủ tục", "Nội dung", "Tổ chức, cá nhân", "Địa chỉ", "Số điện thoại", "Cách nộp"),
    *("Nhận hồ sơ", "Hẹn trả", "Hẹn lại", "Chuyển xử lý", "Nhận kết quả", "Trả kết quả"),
    *("Cách nhận", "Người nhận", "Tình trạng"),
)


@never_cache
@officers_only
@require_GET
def page(request: Viewed) -> HttpResponse:
    """Show the dossiers received in some days, of all channels or of one."""
    span = _span(request)
    lines = register(request.actor, span, after=_after(request), limit=PAGE + 1)
    shown = lines[:PAGE]
    _noted(request, shown)
    last = shown[-1].key(span) if len(lines) > PAGE else None
    counts = register_counts(request.actor, span)
    context = {
        "span": span,
        "books": BOOKS,
        "channels": [(key, _names(span)[key]) for key in span.channels],
        "names": CHANNEL_NAMES,
        "given": GIVEN_NAMES,
        "statuses": STATUS_NAMES,
        "counts": [
            (_names(span)[key], count, _query(replace(span, channel=key))) for key, count in counts.items()
        ],
        "total": counts[span.channel] if span.channel else sum(counts.values()),
        "lines": shown,
        "procedures": procedure_names({one.procedure for one in shown}, span.last),
        "query": _query(span),
        "after": keyset.encode((last[0].isoformat(), str(last[1]))) if last else "",
        "first_page": "after" not in request.GET,
        **place(request),
    }
    return render(request, "office/register/register.html", context)


@never_cache
@officers_only
@require_GET
def sheet(request: Viewed) -> HttpResponse:
    """Give the register of some days as a workbook."""
    span = _span(request)
    lines = list(whole_register(request.actor, span, at_most=MOST_LINES))
    _noted(request, lines)
    names = procedure_names({one.procedure for one in lines}, span.last)
    rows: Iterator[Sequence[Value]] = (
        (number, *_cells(one, names)) for number, one in enumerate(lines, start=1)
    )
    leaf = Leaf("Sổ theo dõi", [HEADS, *rows])
    return workbook(f"Sổ theo dõi hồ sơ {span.first} {span.last}", leaf)


@never_cache
@officers_only
@require_GET
def printed(request: Viewed) -> HttpResponse:
    """Give the register of some days as the circular's form."""
    span, on = _span(request), request.at.astimezone(ZONE).date()
    host = agency_known(request.actor.unit or "", on)
    if host is None:
        raise Http404
    lines = list(whole_register(request.actor, span, at_most=MOST_PRINTED))
    _noted(request, lines)
    names, form, stands = (
        procedure_names({one.procedure for one in lines}, span.last),
        paper_form("register", on),
        unit(host.unit_code, on),
    )
    counts = register_counts(request.actor, span)
    title = form.title if form else "Sổ theo dõi hồ sơ"
    values = {
        "flipped": True,
        "parent": "",
        "agency": host.name,
        "number": "",
        "place_date": f"{stands.name if stands else 'Nghệ An'}, ngày {date_short(on)}",
        "title": title,
        "subtitle": f"{_what(span)} từ ngày {date_short(span.first)} đến ngày {date_short(span.last)}",
        "first": 1,
        "lines": [_printed(one, names) for one in lines],
        "total": len(lines),
        "by_channel": ", ".join(f"{_names(span)[key].lower()} {count}" for key, count in counts.items()),
    }
    return pdf("register", values, name=title, at=request.at)


def _what(span: Span) -> str:
    return "Trả kết quả" if span.by == "returned" else "Nhận hồ sơ"


def _names(span: Span) -> dict[str, str]:
    return GIVEN_NAMES if span.by == "returned" else CHANNEL_NAMES


def _noted(request: Viewed, lines: list[Line]) -> None:
    if lines:
        note_read(request.actor, [("dossier", str(one.dossier_id)) for one in lines], "register", request.at)


def _cells(one: Line, names: dict[str, str]) -> list[str]:
    return [
        *(one.code, names.get(one.procedure, one.procedure), one.matter, one.owner, one.address),
        *(phone_printed(one.phone) if one.phone else "", CHANNEL_NAMES.get(one.channel, one.channel)),
        *map(_moment, (one.received_at, one.due_at, one.new_due_at)),
        *map(_moment, (one.transferred_at, one.result_at, one.returned_at)),
        *(
            RETURN_NAMES.get(one.return_way, one.return_way),
            _taker(one.taker),
            STATUS_NAMES.get(one.status, ""),
        ),
    ]


def _printed(one: Line, names: dict[str, str]) -> dict[str, str]:
    phone = phone_printed(one.phone) if one.phone else ""
    return {
        "code": one.code,
        "what": one.matter or names.get(one.procedure, one.procedure),
        "who": one.owner,
        "reached": ", ".join(part for part in (one.address, phone) if part),
        "received": _moment(one.received_at),
        "due": _moment(one.due_at),
        "transferred": _moment(one.transferred_at),
        "result": _moment(one.result_at),
        "returned": "\n".join(part for part in (_moment(one.returned_at), _taker(one.taker)) if part),
        "note": _put_off(one)
        + f"{CHANNEL_NAMES.get(one.channel, '')}; {RETURN_NAMES.get(one.return_way, one.return_way)}",
    }


def _put_off(one: Line) -> str:
    """Say in the form's last column that the day was put off: the form has no column of its own for it."""
    return f"hẹn lại {_moment(one.new_due_at)}; " if one.new_due_at else ""


def _taker(taker: HandedOut | None) -> str:
    """Say on paper who signed for the result; empty for a download."""
    return f"{taker.who}: {taker.name}" if taker and taker.name else taker.who if taker else ""


def _moment(moment: datetime | None) -> str:
    return f"{moment.astimezone(ZONE):%d/%m/%Y %H:%M}" if moment else ""


def _span(request: Viewed) -> Span:
    """Read the days asked for: today when none or nonsense is given, a year at most."""
    if not works_at(request.actor, request.actor.unit or ""):
        raise Http404
    on = request.at.astimezone(ZONE).date()
    first, last = _day(request.GET.get("from", ""), on), _day(request.GET.get("to", ""), on)
    first, last = min(first, last), max(first, last)
    days = Span(
        max(first, last - timedelta(days=366)),
        last,
        by="returned" if request.GET.get("by") == "returned" else "received",
    )
    channel = request.GET.get("channel", "")
    return replace(days, channel=channel) if channel in days.channels else days


def _day(text: str, otherwise: date) -> date:
    try:
        return min(max(date.fromisoformat(text), date(2000, 1, 1)), date(2100, 1, 1))
    except ValueError:
        return otherwise


def _query(span: Span) -> str:
    return f"by={span.by}&from={span.first}&to={span.last}&channel={span.channel}"


def _after(request: Viewed) -> tuple[datetime, UUID] | None:
    key: Any = keyset.decode(request.GET.get("after", ""), (str, str))
    try:
        return (datetime.fromisoformat(key[0]), UUID(key[1])) if key else None
    except ValueError:
        return None
