"""The papers of a draft: each file goes up when it is chosen, is checked at once, and can be taken out again."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from motcua.dossiers.errors import NotAllowed, NotFound
from motcua.dossiers.models import Draft, DraftFile
from motcua.dossiers.operations import drafting, reusing
from motcua.dossiers.queries.drafts import kept_files
from motcua.dossiers.queries.own_results import own_results
from motcua.papers.errors import Gone, Refused
from motcua.papers.parts import Piece
from motcua.web.portal.filing.opening import CHECK, PAPERS, Filing, frame, opened
from motcua.web.portal.filing.returned import lessons
from motcua.web.portal.people import filer
from motcua.web.portal.tracking.addresses import filed_address
from motcua.web.portal.uploads import FIELD, Problems, component_of, piece_taken, taken
from motcua.web.shared.limits import limited
from motcua.web.shared.pages import render, wants_fragment
from motcua.web.shared.viewer import Viewed


@never_cache
@require_http_methods(["GET", "POST"])
def papers(request: Viewed, draft_id: UUID) -> HttpResponse:
    """Show a block for each paper; going on takes files that were chosen but not sent yet."""
    filing = opened(request, draft_id)
    if filing.draft.dossier_id:
        return redirect(filed_address(filing.draft.dossier_id))
    if request.method == "GET" and filing.outdated:
        return redirect("portal:changed", draft_id=draft_id)
    if request.method == "GET":
        problems = filing.named_missing(filing.given) if "sua" in request.GET else []
        return _page(request, filing, problems)
    problems = _attach(request, filing)
    if problems:
        return _page(request, filing, problems, status=422)
    if filing.outdated:
        return redirect("portal:changed", draft_id=draft_id)
    return redirect(filing.address(CHECK) if "to_check" in request.POST else filing.after(PAPERS))


@never_cache
@limited("upload")
@require_POST
def upload(request: Viewed, draft_id: UUID) -> HttpResponse:
    """Take chosen files at once; the script is answered with the paper's list or a sentence."""
    filing = opened(request, draft_id)
    problems = _attach(request, filing)
    component = component_of(request.POST.get("component", ""))
    if not wants_fragment(request):
        if problems:
            return _page(request, filing, problems, status=422)
        return redirect(f"{reverse('portal:papers', args=[draft_id])}#{FIELD}{component}")
    if problems:
        return HttpResponse(problems[0][1], status=422, content_type="text/plain; charset=utf-8")
    return _list(request, filing.draft, component)


@never_cache
@limited("piece")
@require_POST
def piece(request: Viewed, draft_id: UUID) -> HttpResponse:
    """Take a piece of a file; the last one is answered with the paper's list, like a whole upload."""
    filing = opened(request, draft_id)

    def keep(component: int, piece: Piece) -> int | None:
        return drafting.attach_piece(
            draft_id=draft_id, component=component, piece=piece, by=filing.by, at=request.at
        )

    answer = piece_taken(request, _asked(filing), keep)
    return answer or _list(request, filing.draft, component_of(request.POST.get("component", "")))


@never_cache
@limited("upload")
@require_POST
def reuse(request: Viewed, draft_id: UUID) -> HttpResponse:
    """Take a result from one's own store instead of a photo of it."""
    filing = opened(request, draft_id)
    seat = request.POST.get("stored-for", "")
    component = component_of(seat)
    try:
        result_id = UUID(request.POST.get("stored", ""))
    except ValueError:
        return _page(request, filing, [("stored", _("Xin chọn một kết quả."))], status=422)
    if seat not in map(str, _asked(filing)):  # nothing chosen is not "other papers"
        return _page(request, filing, [("stored-for", _("Xin chọn dùng thay giấy tờ nào."))], status=422)
    try:
        reusing.reuse(
            draft_id=draft_id, component=component, result_id=result_id, by=filing.by, at=request.at
        )
    except (NotFound, Gone) as error:
        raise Http404 from error
    except (Refused, NotAllowed) as error:
        return _page(request, filing, [("stored", _(str(error)))], status=422)
    return redirect(f"{reverse('portal:papers', args=[draft_id])}#{FIELD}{component}")


@never_cache
@require_POST
def take_out(request: Viewed, draft_id: UUID, file_id: UUID) -> HttpResponse:
    """Take a file out again."""
    try:
        drafting.take_out(
            draft_id=draft_id, draft_file_id=file_id, by=filer(request, draft_id), at=request.at
        )
    except NotFound as error:
        raise Http404 from error
    except NotAllowed:
        return redirect("portal:papers", draft_id=draft_id)
    draft = opened(request, draft_id).draft
    file = draft.files.filter(id=file_id).first()
    component = file.component if file else 0
    if wants_fragment(request):
        return _list(request, draft, component)
    return redirect(f"{reverse('portal:papers', args=[draft_id])}#{FIELD}{component}")


def by_component(draft: Draft) -> dict[int, list[dict[str, Any]]]:
    """Group the draft's files by paper, as the parts of the page show them."""
    found: dict[int, list[dict[str, Any]]] = {}
    for one in kept_files(draft).select_related("file").order_by("id"):
        found.setdefault(one.component, []).append(_shown(one))
    return found


def _shown(one: DraftFile) -> dict[str, Any]:
    gone = reverse("portal:take_out", args=[one.draft_id, one.id])
    return {"name": one.file.name, "size": one.file.size, "remove_url": gone}


def _attach(request: Viewed, filing: Filing) -> Problems:
    def attach(component: int, file: Any) -> None:
        drafting.attach(
            draft_id=filing.draft.id,
            component=component,
            stream=file,
            name=file.name,
            by=filing.by,
            at=request.at,
        )

    return taken(request, _asked(filing), attach)


def _asked(filing: Filing) -> set[int]:
    return {one.seq for one in filing.papers} | {0}


def _list(request: Viewed, draft: Draft, component: int) -> HttpResponse:
    files = by_component(draft).get(component, [])
    return render(request, "portal/filing/files.html", {"files": files})


def _page(request: Viewed, filing: Filing, problems: Problems, status: int = 200) -> HttpResponse:
    learned = lessons(filing, request.at)
    context = frame(filing, PAPERS) | {
        "hints": learned.hints if learned else {},
        "papers": filing.papers,
        "files": by_component(filing.draft),
        "stored": own_results(filing.by, request.at, valid=True),
        "stored_typed": request.POST if problems else {},
        "problems": problems,
        "errors": dict(problems),
        "back_to_check": "sua" in request.GET or "to_check" in request.POST,
    }
    return render(request, "portal/filing/papers.html", context, status=status)
