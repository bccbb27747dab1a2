"""How the one-stop stands now, and how all of the province stood this morning."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from motcua.kernel.ids import uuid7
from motcua.kernel.words import mark
from motcua.oversight.errors import NotFound
from motcua.oversight.queries import readiness as queries
from motcua.oversight.queries.tickets import open_count
from motcua.oversight.rules.permits import oversees
from motcua.oversight.rules.readiness import NAMES, Finding, Light, light_of
from motcua.web.office.desk.views import place
from motcua.web.office.guard import officers_only
from motcua.web.shared import keyset
from motcua.web.shared.formats import moment
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

KINDS = {Light.GREEN: "ontime", Light.YELLOW: "soon", Light.RED: "late"}
PAGE = 50


@never_cache
@officers_only
@require_GET
def readiness(request: Viewed) -> HttpResponse:
    """Show each check of the agency worked for, the worst first."""
    return show(request)


def show(request: Viewed, *, status: int = 200, **more: Any) -> HttpResponse:
    """Render the page, with what went wrong in a trial if something did."""
    try:
        findings = queries.findings_of(request.actor, request.actor.unit or "", request.at)
    except NotFound as error:
        raise Http404 from error
    context = {
        "problems": {},
        "typed": {},
        "light": light_of(findings),
        "lines": [line(one) for one in findings],
        "names": NAMES,
        "kinds": KINDS,
        "test_id": uuid7(request.at),
        "tickets": open_count(request.actor),
        "oversees": oversees(request.actor),
        **place(request),
        **more,
    }
    return render(request, "office/readiness/readiness.html", context, status=status)


def line(finding: Finding) -> dict[str, Any]:
    """Put a finding into words, with the page where it is put right."""
    values = {
        key: moment(value) if isinstance(value, datetime) else value for key, value in finding.values.items()
    }
    return {"light": finding.light, "words": _(finding.words) % values, "href": _address(finding.page)}


def _address(page: str) -> str:
    try:
        return reverse(f"office:{page}") if page and page != "readiness" else ""
    except NoReverseMatch:
        return ""


@never_cache
@officers_only
@require_GET
def province(request: Viewed) -> HttpResponse:
    """Show how the one-stops of the province stood when they were last looked at, the worst first."""
    if not oversees(request.actor):
        raise Http404
    day = queries.last_day(request.at)
    after = keyset.decode(request.GET.get("after", ""), (int, str))
    rows = queries.province(request.actor, day, after=after, limit=PAGE + 1) if day else []  # type: ignore[arg-type]
    context = {
        "day": day,
        "rows": rows[:PAGE],
        "tally": queries.tally(request.actor, day) if day else {},
        "names": NAMES,
        "kinds": KINDS,
        "checks": CHECKS,
        "first_page": after is None,
        "after": keyset.encode(rows[PAGE - 1].key) if len(rows) > PAGE else "",
        **place(request),
    }
    return render(request, "office/readiness/province.html", context)


CHECKS = {
    "accounts": mark("Tài khoản cán bộ"),
    "seen": mark("Đăng nhập"),
    "unopened": mark("Hồ sơ trực tuyến"),
    "contact": mark("Liên hệ"),
    "duty": mark("Người trực"),
    "devices": mark("Máy in, máy quét"),
    "line": mark("Đường truyền"),
    "signing": mark("Ký số"),
}
