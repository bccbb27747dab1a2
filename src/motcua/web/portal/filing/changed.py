"""The procedure has changed since the draft was begun: what that means, and going on under the version in force."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from motcua.catalogue.rules.forms import value_text
from motcua.dossiers.errors import NotAllowed, NotFound
from motcua.dossiers.operations import drafting
from motcua.dossiers.queries.following import Moving, moving
from motcua.web.portal.filing.opening import Filing, opened, unit_name
from motcua.web.portal.people import filer
from motcua.web.portal.procedures.figures import fee_figure, time_figure
from motcua.web.shared.environment import lang
from motcua.web.shared.formats import day_short
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@never_cache
@require_http_methods(["GET", "POST"])
def changed(request: Viewed, draft_id: UUID) -> HttpResponse:
    """Say what has changed and from which day; posting moves the draft there, to be checked again."""
    filing = opened(request, draft_id)
    found = moving(filing.draft, filing.on)
    if found is None:
        return redirect("portal:draft", draft_id=draft_id)
    if request.method == "GET":
        return render(request, "portal/filing/changed.html", _context(filing, found))
    try:
        drafting.follow(draft_id=draft_id, by=filer(request, draft_id), at=request.at)
    except NotFound as error:
        raise Http404 from error
    except NotAllowed:
        return redirect("portal:draft", draft_id=draft_id)
    day = day_short(found.now.valid_from)
    messages.success(
        request, _("Đã chuyển sang quy định áp dụng từ %(day)s. Vui lòng kiểm tra lại.") % {"day": day}
    )
    return redirect("portal:check", draft_id=draft_id)


def _context(filing: Filing, found: Moving) -> dict[str, Any]:
    naming = unit_name(filing.on)
    return {
        "draft": filing.draft,
        "before": found.before,
        "now": found.now,
        "new": [one.label(lang()) for one in found.moved.new],
        "papers": [one.name for one in found.moved.papers],
        "gone": [
            (one.label(lang()), value_text(one, filing.answers, lang(), naming)) for one in found.moved.gone
        ],
        "unseated": [
            one.name
            for one in found.before.components
            if filing.given[one.seq] and not found.moved.seats[one.seq]
        ],
        "time": (time_figure(found.before), time_figure(found.now)),
        "fee": (fee_figure(found.before), fee_figure(found.now)),
    }
