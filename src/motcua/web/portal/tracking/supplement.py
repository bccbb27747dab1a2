"""Answering a request for more papers: each item gets its files, then the answer is sent once."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from motcua.catalogue.queries import version
from motcua.dossiers.errors import Incomplete, NotAllowed, NotFound, Stale
from motcua.dossiers.models import Document, SupplementItem
from motcua.dossiers.operations import answering
from motcua.papers.parts import Piece
from motcua.web.portal.filing.saving import seen as seen_version
from motcua.web.portal.people import today
from motcua.web.portal.tracking.standing import Seen, seen_or_404
from motcua.web.portal.uploads import Problems, component_of, piece_taken, taken
from motcua.web.shared.pages import render, wants_fragment
from motcua.web.shared.viewer import Viewed


@never_cache
@require_http_methods(["GET", "POST"])
def supplement(request: Viewed, code: str) -> HttpResponse:
    """Show what is asked with a place for its files, or send the answer."""
    found = seen_or_404(request, code)
    if found.view.open_hold("supplement") is None:
        return redirect("portal:dossier", code=found.view.code)
    if request.method == "GET":
        return _page(request, found)
    problems = _attach(request, found)
    if problems:
        return _page(request, seen_or_404(request, code), problems, status=422)
    try:
        answering.answer_supplement(seen=seen_version(request.POST), at=request.at, **found.act)
    except Incomplete as error:
        return _page(request, seen_or_404(request, code), error.problems, status=422)
    except (Stale, NotAllowed) as error:
        return _page(request, seen_or_404(request, code), [("", _(str(error)))], status=409)
    messages.success(request, _("Đã gửi giấy tờ bổ sung. Cơ quan tiếp tục giải quyết hồ sơ."))
    return redirect("portal:dossier", code=found.view.code)


@never_cache
@require_POST
def upload(request: Viewed, code: str) -> HttpResponse:
    """Take files for the answer at once."""
    found = seen_or_404(request, code)
    problems = _attach(request, found)
    if not wants_fragment(request):
        if problems:
            return _page(request, seen_or_404(request, code), problems, status=422)
        return redirect("portal:supplement", code=found.view.code)
    if problems:
        return HttpResponse(problems[0][1], status=422, content_type="text/plain; charset=utf-8")
    return _list(request, seen_or_404(request, code), component_of(request.POST.get("component", "")))


@never_cache
@require_POST
def piece(request: Viewed, code: str) -> HttpResponse:
    """Take a piece of a file for the answer; the last one is answered with the paper's list."""
    found = seen_or_404(request, code)

    def keep(component: int, piece: Piece) -> int | None:
        return answering.attach_answer_piece(component=component, piece=piece, at=request.at, **found.act)

    try:
        answer = piece_taken(request, _asked(found), keep)
    except NotFound as error:
        raise Http404 from error
    return answer or _list(
        request, seen_or_404(request, code), component_of(request.POST.get("component", ""))
    )


@never_cache
@require_POST
def take_out(request: Viewed, code: str, document_id: UUID) -> HttpResponse:
    """Take a file out of the answer again."""
    found = seen_or_404(request, code)
    row = next((one for one in found.view.documents if one.id == document_id), None)
    try:
        answering.take_out_answer(document_id=document_id, at=request.at, **found.act)
    except NotFound as error:
        raise Http404 from error
    if wants_fragment(request):
        return _list(request, seen_or_404(request, code), row.component if row else 0)
    return redirect("portal:supplement", code=found.view.code)


def _attach(request: Viewed, found: Seen) -> Problems:
    def attach(component: int, file: Any) -> None:
        answering.attach_answer(component=component, stream=file, name=file.name, at=request.at, **found.act)

    try:
        return taken(request, _asked(found), attach)
    except NotFound as error:
        raise Http404 from error


def _asked(found: Seen) -> set[int]:
    hold = found.view.open_hold("supplement")
    return {item.component for item in hold.items.all()} if hold else set()


def _shown(code: str, one: Document) -> dict[str, Any]:
    gone = reverse("portal:supplement_take_out", args=[code, one.id])
    return {"name": one.file.name, "size": one.file.size, "remove_url": gone}


def _given(found: Seen) -> dict[int, list[dict[str, Any]]]:
    given: dict[int, list[dict[str, Any]]] = {}
    for one in found.view.of_kind("supplement"):
        if one.sent_at is None:
            given.setdefault(one.component, []).append(_shown(found.view.code, one))
    return given


def _list(request: Viewed, found: Seen, component: int) -> HttpResponse:
    return render(request, "portal/filing/files.html", {"files": _given(found).get(component, [])})


def _page(request: Viewed, found: Seen, problems: Problems | None = None, status: int = 200) -> HttpResponse:
    hold = found.view.open_hold("supplement")
    items = list(hold.items.all()) if hold else []
    context = {
        "view": found.view,
        "dossier": found.view.dossier,
        "facts": version(found.view.dossier.version_id),
        "hold": hold,
        "today": today(request),
        "items": items,
        "files": _given(found),
        "problems": _named(items, problems or []),
        "errors": dict(problems or []),
        "upload_url": reverse("portal:supplement_upload", args=[found.view.code]),
    }
    return render(request, "portal/tracking/supplement.html", context, status=status)


def _named(items: list[SupplementItem], problems: Problems) -> Problems:
    """Put the paper's name before what is wrong, for the summary."""
    titles = {f"component-{item.component}": item.title for item in items}
    return [
        (field, f"{titles[field]}: {_(said)}" if field in titles else _(said)) for field, said in problems
    ]
