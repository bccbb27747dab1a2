"""One act on the dossiers that were ticked on the desk, and a page that names those where it could not be done."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from motcua.dossiers.errors import Incomplete, NotAllowed
from motcua.dossiers.operations.together import Chosen, Outcome, do_together
from motcua.dossiers.queries.codes import codes_of
from motcua.dossiers.rules.permits import has_desk
from motcua.dossiers.rules.workflow import Act
from motcua.web.office.desk.offers import NAMES
from motcua.web.office.desk.views import place, way_back
from motcua.web.office.guard import officers_only
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@never_cache
@officers_only
@require_POST
def together(request: Viewed) -> HttpResponse:
    """Do it to each, go back to the list where all went well, else name what did not."""
    if not has_desk(request.actor):
        raise Http404
    try:
        what = Act(request.POST.get("do", ""))
        done = do_together(
            what=what,
            chosen=_chosen(request.POST.getlist("dossier")),
            holder=_id(request.POST.get("holder", "")),
            by=request.actor,
            at=request.at,
        )
    except (ValueError, NotAllowed) as error:
        raise Http404 from error
    except Incomplete as error:
        messages.warning(request, _(error.problems[0][1]))
        return redirect(way_back(request))
    return _answer(request, what, done)


def _answer(request: Viewed, what: Act, done: list[Outcome]) -> HttpResponse:
    failed = [one for one in done if one.problem]
    count = len(done) - len(failed)
    said = ngettext("%(act)s: %(count)s hồ sơ đã xong.", "%(act)s: %(count)s hồ sơ đã xong.", count)
    said %= {"act": _(NAMES[what]), "count": count}
    if not failed:
        messages.success(request, said)
        return redirect(way_back(request))
    context = {
        "said": said,
        "done": count,
        "failed": failed,
        "codes": codes_of([one.dossier_id for one in failed]),
        "back": way_back(request),
        **place(request),
    }
    return render(request, "office/desk/together.html", context, status=200 if count else 409)


def _chosen(texts: list[str]) -> list[Chosen]:
    """Read what was ticked: `id:version`. Raises ValueError for what no page of ours has sent."""
    pairs = (one.partition(":") for one in texts)
    return [Chosen(UUID(key), int(seen[:9])) for key, _colon, seen in pairs]


def _id(text: str) -> UUID | None:
    return UUID(text) if text else None
