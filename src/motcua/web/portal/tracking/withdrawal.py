"""Asking to withdraw a dossier, after a question whether that is really meant."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from motcua.catalogue.queries import version
from motcua.dossiers.errors import NotAllowed, Stale
from motcua.dossiers.operations import answering
from motcua.dossiers.rules.workflow import Act
from motcua.web.portal.filing.saving import seen as seen_version
from motcua.web.portal.tracking.standing import Seen, seen_or_404
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@never_cache
@require_http_methods(["GET", "POST"])
def withdraw(request: Viewed, code: str) -> HttpResponse:
    """Ask whether the dossier is to be withdrawn, and send the request."""
    found = seen_or_404(request, code)
    if Act.ASK_WITHDRAWAL not in found.view.acts:
        return redirect("portal:dossier", code=found.view.code)
    if request.method == "GET":
        return _page(request, found)
    reason = request.POST.get("reason", "")[:2000]
    try:
        answering.ask_withdrawal(seen=seen_version(request.POST), reason=reason, at=request.at, **found.act)
    except (Stale, NotAllowed) as error:
        return _page(request, seen_or_404(request, code), _(str(error)), reason, status=409)
    messages.success(request, _("Đã gửi đề nghị rút hồ sơ. Cơ quan sẽ trả lời."))
    return redirect("portal:dossier", code=found.view.code)


def _page(
    request: Viewed, found: Seen, problem: str = "", reason: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "view": found.view,
        "dossier": found.view.dossier,
        "facts": version(found.view.dossier.version_id),
        "problem": problem,
        "reason": reason,
    }
    return render(request, "portal/tracking/withdraw.html", context, status=status)
