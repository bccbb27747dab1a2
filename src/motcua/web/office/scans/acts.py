"""Acts on scans: upload a stack, bind loose pages, put pages aside."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from motcua.dossiers.errors import Incomplete, NotFound
from motcua.dossiers.operations import scanning
from motcua.dossiers.operations.scanning import Stack
from motcua.dossiers.rules.stacks import sheet_of
from motcua.papers.errors import Refused
from motcua.web.office.guard import officers_only
from motcua.web.office.scans.views import show, show_part
from motcua.web.shared.viewer import Viewed


@never_cache
@officers_only
@require_POST
def stack(request: Viewed) -> HttpResponse:
    """Take in a stack; the worker splits it at its separator sheets."""
    try:
        scanning.add_scan(stack=stack_of(request), by=request.actor, at=request.at)
    except NotFound as error:
        raise Http404 from error
    except Incomplete as error:
        return show(request, status=422, problems=_said(error))
    except Refused as error:
        return show(request, status=422, problems={"files": _(str(error))})
    messages.success(request, _("Đã nhận tập quét. Hệ thống đang tách theo tờ phân tách."))
    return redirect("office:scans")


def stack_of(request: Viewed, code: str = "", component: int = 0) -> Stack:
    """Gather the files of the post in the order in which they were chosen."""
    files = [(one.name or "", one) for one in request.FILES.getlist("files")]
    return Stack(files=files, code=code, component=component)  # type: ignore[arg-type]


@never_cache
@officers_only
@require_POST
def binding(request: Viewed, part_id: UUID) -> HttpResponse:
    """Bind loose pages to a paper of a dossier."""
    code, component = request.POST.get("code", "")[:100], number(request.POST.get("component", ""))
    sheet = sheet_of(code)
    plain = sheet.code if sheet else code
    try:
        if component is None:
            raise Incomplete([("component", _("Xin chọn giấy tờ."))])
        scanning.bind_part(part_id=part_id, code=plain, component=component, by=request.actor, at=request.at)
    except NotFound as error:
        raise Http404 from error
    except Incomplete as error:
        return show_part(request, part_id, code=code, status=422, problems=_said(error))
    messages.success(request, _("Đã gắn vào hồ sơ %(code)s.") % {"code": plain})
    return redirect("office:scans")


@never_cache
@officers_only
@require_POST
def removal(request: Viewed, part_id: UUID) -> HttpResponse:
    """Put pages aside that belong to no dossier."""
    reason = request.POST.get("reason", "")[:1000]
    try:
        scanning.drop_part(part_id=part_id, reason=reason, by=request.actor, at=request.at)
    except NotFound as error:
        raise Http404 from error
    except Incomplete as error:
        return show_part(request, part_id, code="", status=422, problems=_said(error))
    messages.success(request, _("Đã bỏ các trang này khỏi danh sách; tệp vẫn được giữ."))
    return redirect("office:scans")


def number(text: str) -> int | None:
    """Read the number of a paper."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else None


def _said(error: Incomplete) -> dict[str, str]:
    return {field: _(text) for field, text in error.problems}
