"""Outages of all agencies in some days, for who oversees: added up, one by one, and as a workbook."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from motcua.counter.queries.outages import Toll, outages_between, tolls
from motcua.counter.rules.outages import WHATS
from motcua.directory.queries import agency_known
from motcua.dossiers.rules.permits import oversees
from motcua.kernel.worktime import ZONE
from motcua.web.office.desk.views import place
from motcua.web.office.guard import officers_only
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed
from motcua.web.shared.workbooks import Leaf, Value, workbook

LATELY, MOST = 30, 366
"""Days shown when none are asked for, and at most."""
HEADS = ("Cơ quan", "Số sự cố", "Đang mất", "Tổng giờ", "Lâu nhất (giờ)", "Giấy viết tay", "Đã nhập")


@never_cache
@officers_only
@require_GET
def province(request: Viewed) -> HttpResponse:
    """Show the agencies with outages, or the outages of one."""
    first, last = _days(request)
    since, until = _moments(first, last, request)
    chosen = request.GET.get("agency", "")[:60]
    added = tolls(request.actor, since, until)
    context: dict[str, Any] = {
        "first": first,
        "last": last,
        "tolls": added,
        "hours": hours,
        "lines": outages_between(request.actor, since, until, chosen) if chosen else [],
        "chosen": chosen,
        "agencies_named": _names({one.agency_id for one in added} | {chosen}, last),
        "whats": WHATS,
        "until": until,
        "query": f"from={first}&to={last}",
        **place(request),
    }
    return render(request, "office/offline/province.html", context)


@never_cache
@officers_only
@require_GET
def sheet(request: Viewed) -> HttpResponse:
    """Give the same as a workbook."""
    first, last = _days(request)
    added = tolls(request.actor, *_moments(first, last, request))
    names = _names({one.agency_id for one in added}, last)
    rows = ([names[one.agency_id], *_numbers(one)] for one in added)
    return workbook(f"{_('Mất kết nối')} {first} {last}", Leaf("Mất kết nối", [HEADS, *rows]))


def _numbers(one: Toll) -> list[Value]:
    times = [hours(one.total), hours(one.longest)]
    return [one.outages, one.lasting, *times, one.handwritten, one.entered]


def hours(span: timedelta) -> float:
    """Give a time in hours, to a tenth."""
    return round(span.total_seconds() / 3600, 1)


def _days(request: Viewed) -> tuple[date, date]:
    """Read the days asked for; the last thirty when none or nonsense is given, a year at most. Raises Http404."""
    if not oversees(request.actor):
        raise Http404
    on = request.at.astimezone(ZONE).date()
    last = _day(request.GET.get("to", ""), on)
    first = _day(request.GET.get("from", ""), last - timedelta(days=LATELY))
    first, last = min(first, last), max(first, last)
    return max(first, last - timedelta(days=MOST)), last


def _day(text: str, otherwise: date) -> date:
    try:
        return min(max(date.fromisoformat(text), date(2000, 1, 1)), date(2100, 1, 1))
    except ValueError:
        return otherwise


def _moments(first: date, last: date, request: Viewed) -> tuple[datetime, datetime]:
    end = datetime.combine(last + timedelta(days=1), time(), ZONE)
    return datetime.combine(first, time(), ZONE), min(end, request.at)


def _names(ids: set[str], on: date) -> dict[str, str]:
    return {key: host.name if (host := agency_known(key, on)) else key for key in ids}
