"""The check page, and the submission."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from motcua.catalogue.rules.forms import value_text, visible_fields
from motcua.dossiers.errors import Incomplete, NotAllowed, NotFound, Stale, Superseded
from motcua.dossiers.operations import intake
from motcua.dossiers.queries.shared_phones import asks_whose
from motcua.web.portal.doors import filing_door
from motcua.web.portal.filing.files import by_component
from motcua.web.portal.filing.opening import CHECK, PAPERS, Filing, frame, opened, unit_name
from motcua.web.portal.filing.returned import lessons
from motcua.web.portal.filing.saving import seen
from motcua.web.portal.people import filer, remember_opened, today
from motcua.web.portal.tracking.addresses import filed_address
from motcua.web.shared.environment import lang
from motcua.web.shared.limits import limited
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@never_cache
@require_safe
def check(request: Viewed, draft_id: UUID) -> HttpResponse:
    """Show all that was answered and added, with links to change it and to what is still missing."""
    filing = opened(request, draft_id)
    if filing.draft.dossier_id:
        return redirect(filed_address(filing.draft.dossier_id))
    if filing.outdated:
        return redirect("portal:changed", draft_id=draft_id)
    return _page(request, filing)


@never_cache
@limited("filing")
@require_POST
def submit(request: Viewed, draft_id: UUID) -> HttpResponse:
    """File the draft, once; sending it again leads to the same receipt."""
    by = filer(request, draft_id)
    if "declared" not in request.POST or not filing_door(today(request)).open:
        return _held_back(request, opened(request, draft_id))
    try:
        said = request.POST.get("phone_is", "")
        filed = intake.submit(draft_id=draft_id, seen=seen(request.POST), phone_is=said, by=by, at=request.at)
    except NotFound as error:
        raise Http404 from error
    except Superseded:
        return redirect("portal:changed", draft_id=draft_id)
    except Incomplete:
        return _page(request, opened(request, draft_id), status=422)
    except (Stale, NotAllowed) as error:
        return _page(request, opened(request, draft_id), _(str(error)), 409)
    if by.kind == "guest":
        remember_opened(request, filed.dossier_id)
    return redirect("portal:receipt", code=filed.code)


def _held_back(request: Viewed, filing: Filing) -> HttpResponse:
    """Say why the draft is not filed: the door is closed today, or the declaration is not ticked."""
    if filing.draft.dossier_id:
        return redirect(filed_address(filing.draft.dossier_id))
    if filing_door(today(request)).open:
        return _page(request, filing, _("Vui lòng đánh dấu vào ô cam đoan trước khi nộp."), 422, "declared")
    return _page(
        request, filing, _("Từ hôm nay việc nộp hồ sơ thực hiện tại Cổng Dịch vụ công quốc gia."), 409
    )


def _page(
    request: Viewed, filing: Filing, problem: str = "", status: int = 200, at_field: str = ""
) -> HttpResponse:
    files = by_component(filing.draft)
    problems = _problems(filing, {component: len(given) for component, given in files.items()})
    wrong = {one["field"]: one["short"] for one in problems}
    if problem:
        problems.insert(
            0, {"field": at_field, "message": problem, "href": f"#{at_field}" if at_field else ""}
        )
    context = frame(filing, CHECK) | {
        "blocks": _blocks(filing, wrong),
        "papers": [
            (one, files.get(one.seq, []), wrong.get(f"component-{one.seq}", "")) for one in filing.papers
        ],
        "others": files.get(0, []),
        "papers_href": filing.address(PAPERS),
        "problems": problems,
        "ready": not wrong,
        "declaration": filing.form.declaration(lang()) if filing.form.declaration else "",
        "declared_error": problem if at_field == "declared" else "",
        "door": filing_door(today(request)),
        "lessons": lessons(filing, request.at),
        "looked_at": request.POST.getlist("looked_at"),
        "asks_whose": not filing.helped and not wrong and asks_whose(filing.form, filing.answers, request.at),
        "phone_is": request.POST.get("phone_is", ""),
    }
    return render(request, "portal/filing/check.html", context, status=status)


def _problems(filing: Filing, given: dict[int, int]) -> list[dict[str, str]]:
    """List what is wrong, each with the address of the very field on its page, and whose it is: several have names."""
    titles = {one.key: one.title(lang()) for one in filing.sections}
    found = [
        {
            "field": one.field,
            "message": f"{titles.get(one.field.split('.', 1)[0], '')} – {filing.named_problem(one)}",
            "short": one.message,
            "href": f"{filing.address(one.field.split('.', 1)[0])}?sua=1#{one.field}",
        }
        for one in filing.problems()
    ]
    papers = filing.address(PAPERS)
    return found + [
        {
            "field": field,
            "message": message,
            "short": message.rsplit(": ", 1)[-1],
            "href": f"{papers}?sua=1#{field}",
        }
        for field, message in filing.named_missing(given)
    ]


def _blocks(filing: Filing, wrong: dict[str, str]) -> list[dict[str, Any]]:
    """Give the answers section by section, each with its link to change."""
    shown = {one.name for one in visible_fields(filing.form, filing.answers)}
    naming = unit_name(filing.on)
    return [
        {
            "title": section.title(lang()),
            "href": f"{filing.address(section.key)}?sua=1",
            "rows": [
                {
                    "label": one.label(lang()),
                    "value": value_text(one, filing.answers, lang(), naming),
                    "wrong": next((wrong[name] for name in (one.name, *one.names) if name in wrong), ""),
                    "href": f"{filing.address(section.key)}?sua=1#{one.name}",
                }
                for one in section.questions
                if one.name in shown
            ],
        }
        for section in filing.sections
    ]
