"""A question on a draft: asked from any of its steps, answered in the draft itself."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from motcua.feedback.errors import Incomplete, NotAllowed
from motcua.feedback.operations.asking import Question, ask_about_draft, hide_draft
from motcua.feedback.queries.reading import asked_on_draft
from motcua.web.portal.filing.opening import Filing, opened
from motcua.web.portal.people import person
from motcua.web.shared.origin import asker
from motcua.web.shared.pages import render
from motcua.web.shared.places import reached_for
from motcua.web.shared.viewer import Viewed


@never_cache
@require_http_methods(["GET", "POST"])
def ask(request: Viewed, draft_id: UUID) -> HttpResponse:
    """Show what was asked and answered on a draft, and take a question."""
    filing = opened(request, draft_id)
    if request.method == "GET":
        return _page(request, filing)
    typed = {name: request.POST.get(name, "")[:1200] for name in ("text", "phone", "step", "shows")}
    question = Question(typed["text"], typed["step"][:60], typed["shows"] == "yes", typed["phone"])
    try:
        ask_about_draft(
            draft_id=draft_id, question=question, asker=asker(request), by=person(request), at=request.at
        )
    except Incomplete as error:
        problems = {field: _(text) for field, text in error.problems}
        return _page(request, filing, typed=typed, problems=problems, status=422)
    except NotAllowed as error:
        return _page(request, filing, typed=typed, problems={"text": _(str(error))}, status=429)
    return redirect("portal:ask", draft_id=draft_id)


@never_cache
@require_POST
def hide(request: Viewed, draft_id: UUID, request_id: UUID) -> HttpResponse:
    """Let officers see the draft no longer."""
    opened(request, draft_id)
    hide_draft(request_id=request_id, draft_id=draft_id, by=person(request), at=request.at)
    return redirect("portal:ask", draft_id=draft_id)


def _page(request: Viewed, filing: Filing, *, status: int = 200, **more: Any) -> HttpResponse:
    context: dict[str, Any] = {
        "typed": {"step": request.GET.get("buoc", "")[:60]},
        "problems": {},
        "draft": filing.draft,
        "asked": asked_on_draft(person(request), filing.draft.id),
        "places": reached_for(filing.draft.agency_id, request.at)[:1],
        **more,
    }
    return render(request, "portal/helpdesk/ask.html", context, status=status)
