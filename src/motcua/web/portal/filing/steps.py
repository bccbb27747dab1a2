"""The steps of the form: one group of questions a page, saved as one types."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from motcua.catalogue.rules.forms import Problem, Question, Section
from motcua.directory.queries import units
from motcua.dossiers.errors import Stale
from motcua.dossiers.models import Draft
from motcua.dossiers.queries.drafts import Answers
from motcua.web.portal.filing.likely import likely
from motcua.web.portal.filing.opening import Filing, frame, opened
from motcua.web.portal.filing.saving import keep
from motcua.web.portal.filing.typed import basis, typed
from motcua.web.portal.tracking.addresses import filed_address
from motcua.web.shared.environment import lang
from motcua.web.shared.formats import clock
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@never_cache
@require_safe
def resume(request: Viewed, draft_id: UUID) -> HttpResponse:
    """Go to the first page that is not complete, or to the receipt of what was filed."""
    filing = opened(request, draft_id)
    if filing.draft.dossier_id:
        return redirect(filed_address(filing.draft.dossier_id))
    if filing.outdated:
        return redirect("portal:changed", draft_id=draft_id)
    wrong = {problem.field.split(".", 1)[0] for problem in filing.problems()}
    step = next((one.key for one in filing.sections if one.key in wrong), None)
    return redirect(filing.address(step) if step else reverse("portal:papers", args=[draft_id]))


@never_cache
@require_http_methods(["GET", "POST"])
def section(request: Viewed, draft_id: UUID, section: str) -> HttpResponse:
    """Show one section of the form, or save it and go on."""
    filing = opened(request, draft_id)
    found = next((one for one in filing.sections if one.key == section), None)
    if filing.draft.dossier_id:
        return _already_filed(request, filing)
    if found is None:
        raise Http404
    if request.method == "POST":
        return _saved(request, filing, found)
    if filing.outdated:
        return redirect("portal:changed", draft_id=draft_id)
    shown = _page(filing, found) | {"back_to_check": "sua" in request.GET}
    if "sua" in request.GET:
        shown |= _wrong(filing, filing.problems(section))
    return render(request, "portal/filing/section.html", shown)


def _saved(request: Viewed, filing: Filing, found: Section) -> HttpResponse:
    now, names = typed(found, request.POST), names_of(found)
    try:
        draft = keep(draft=filing.draft, now=now, names=names, request=request)
    except Stale as stale:
        return _stale(request, filing, found, now, stale)
    if autosaving(request):
        return autosaved(draft, {**filing.answers, **now}, names)
    if filing.outdated:
        return redirect("portal:changed", draft_id=draft.id)
    fresh = Filing(draft, filing.facts, filing.form, {**filing.answers, **now}, filing.by, filing.on)
    problems = fresh.problems(found.key)
    to_check = "to_check" in request.POST
    if problems:
        shown = _page(fresh, found) | _wrong(fresh, problems) | {"back_to_check": to_check}
        return render(request, "portal/filing/section.html", shown, status=422)
    return redirect(reverse("portal:check", args=[draft.id]) if to_check else fresh.after(found.key))


def _stale(request: Viewed, filing: Filing, found: Section, now: Answers, stale: Stale) -> HttpResponse:
    """Say what was changed elsewhere; what was typed here stays on the page and is saved if sent again."""
    if autosaving(request):
        return JsonResponse({"problem": _(str(stale))}, status=409)
    fresh = opened(request, filing.draft.id)
    changed = [
        one for one in found.questions if any(fresh.answers.get(n, "") != now.get(n, "") for n in one.names)
    ]
    shown = _page(
        Filing(fresh.draft, fresh.facts, fresh.form, {**fresh.answers, **now}, fresh.by, fresh.on), found
    )
    shown |= {"changed": changed, "elsewhere": fresh.answers, "back_to_check": "to_check" in request.POST}
    return render(request, "portal/filing/section.html", shown, status=409)


def _page(filing: Filing, found: Section) -> dict[str, Any]:
    return {
        **frame(filing, found.key),
        "section": found,
        "answers": {**likely(filing, found), **filing.answers},
        "basis": basis(filing.answers, names_of(found)),
        "communes": [(one.code, one.full_name) for one in units(filing.on, level="commune")],
        "language": lang(),
        "options": options,
        "changed": [],
        "elsewhere": {},
    }


def autosaving(request: Viewed) -> bool:
    """Tell whether the script saves while the person goes on typing."""
    return request.headers.get("X-Autosave") == "1"


def options(one: Question) -> list[tuple[str, str, str]]:
    """Give the choices of a question as the parts take them: value, label, hint."""
    return [(each.value, each.label(lang()), each.hint(lang()) if each.hint else "") for each in one.choices]


def names_of(found: Section) -> list[str]:
    """List the names of a section's answers."""
    return [name for one in found.questions for name in one.names]


def autosaved(draft: Draft, answers: Answers, names: Iterable[str]) -> HttpResponse:
    """Tell the script when it was saved, and renew the hidden fields."""
    fields = {"seen": str(draft.version), "basis": basis(answers, names)}
    return JsonResponse({"saved": clock(draft.saved_at), "seen": draft.version, "fields": fields})


def _already_filed(request: Viewed, filing: Filing) -> HttpResponse:
    if autosaving(request):
        return JsonResponse({"problem": _("Hồ sơ này đã được nộp.")}, status=409)
    return (
        redirect(filed_address(filing.draft.dossier_id))
        if filing.draft.dossier_id
        else redirect("portal:mine")
    )


def _wrong(filing: Filing, problems: list[Problem]) -> dict[str, Any]:
    """Give the messages: at each field as they are, in the summary with the field's name before them."""
    return {
        "problems": [(one.field, filing.named_problem(one)) for one in problems],
        "errors": {one.field: one.message for one in reversed(problems)},
    }
