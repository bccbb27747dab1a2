"""Results that wait for their owner: of the agency worked for; to who oversees, of every agency."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from motcua.catalogue.queries import procedure_names
from motcua.custody.queries.handovers import results_at
from motcua.custody.rules.ways import Place
from motcua.directory.queries import agency_known
from motcua.dossiers.queries.uncollected import (
    Key,
    sees_uncollected,
    uncollected,
    uncollected_by_agency,
    uncollected_counts,
)
from motcua.dossiers.rules.permits import oversees
from motcua.dossiers.rules.reception import RETURN_WAYS
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE
from motcua.ledger.access import note_read
from motcua.web.office.desk.views import place
from motcua.web.office.guard import officers_only
from motcua.web.shared import keyset
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed

PAGE = 50
WAYS = {
    "counter": mark("Nhận tại quầy"),
    "post": mark("Qua bưu chính"),
    "online": mark("Tải bản điện tử"),
}


@never_cache
@officers_only
@require_GET
def page(request: Viewed) -> HttpResponse:
    """Show the list of one agency; who oversees chooses it from the counts of all."""
    asked = request.GET.get("agency", "")[:40] if oversees(request.actor) else request.actor.unit or ""
    if not asked:
        return _all(request)
    if not sees_uncollected(request.actor, asked):
        raise Http404
    return _one(request, asked)


def _all(request: Viewed) -> HttpResponse:
    on = request.at.astimezone(ZONE).date()
    rows = [(one, agency_known(one.agency_id, on)) for one in uncollected_by_agency(request.actor)]
    total = sum(one.count for one, _name in rows)
    context = {"rows": rows, "total": total, **place(request)}
    return render(request, "office/uncollected/agencies.html", context)


def _one(request: Viewed, agency_id: str) -> HttpResponse:
    viewer, way = request.actor, request.GET.get("way", "")
    way = way if way in RETURN_WAYS else ""
    found = uncollected(viewer, agency_id, at=request.at, way=way, after=_after(request), limit=PAGE + 1)
    shown = found[:PAGE]
    counts = uncollected_counts(viewer, agency_id)
    if shown:
        note_read(viewer, [("dossier", str(one.dossier_id)) for one in shown], "uncollected", request.at)
    last = shown[-1].key if len(found) > PAGE else None
    lies = results_at([one.dossier_id for one in shown])
    context: dict[str, Any] = {
        "host": agency_known(agency_id, request.at.astimezone(ZONE).date()),
        "elsewhere": agency_id != viewer.unit,
        "way": way,
        "ways": WAYS,
        "counts": {"": sum(counts.values()), **counts},
        "rows": shown,
        "procedures": procedure_names({one.procedure for one in shown}, request.at.astimezone(ZONE).date()),
        "at_unit": {key for key, where in lies.items() if where == Place.UNIT},
        "query": f"agency={agency_id}&way=",
        "after": keyset.encode((last[0].isoformat(), str(last[1]))) if last else "",
        "first_page": "after" not in request.GET,
        **place(request),
    }
    return render(request, "office/uncollected/uncollected.html", context)


def _after(request: Viewed) -> Key | None:
    key: Any = keyset.decode(request.GET.get("after", ""), (str, str))
    try:
        moment = datetime.fromisoformat(key[0]) if key else None
        return (moment, UUID(key[1])) if moment and moment.tzinfo else None
    except (ValueError, TypeError):
        return None
