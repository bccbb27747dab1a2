"""The pages of verification: a result by its address or code, and a file held against what was issued and signed."""

from hashlib import sha256
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from motcua.dossiers.queries.results import Issued, result_at, result_by_code, result_by_digest
from motcua.dossiers.rules.results import WORDS
from motcua.gateways.registry import signing_roots
from motcua.papers.verifying import MOST_BYTES, verify_pdf
from motcua.papers.verifying.trust import Trust
from motcua.web.portal.verifying.findings import finding
from motcua.web.shared.limits import limited
from motcua.web.shared.pages import render
from motcua.web.shared.viewer import Viewed


@never_cache
@limited("verify")
@require_http_methods(["GET", "POST"])
def verify(request: Viewed) -> HttpResponse:
    """Ask for the code on a result or for its file, and tell what it is worth."""
    if request.method == "GET":
        return _page(request)
    if request.FILES.get("file") is not None:
        return _checked(request, None)
    code = request.POST.get("code", "").strip()[:60]
    if not code:
        return _page(request, problems={"code": _("Xin ghi mã kết quả, hoặc chọn tệp PDF.")}, status=422)
    found = result_by_code(code, request.at)
    if found is None:
        said = _("Không có kết quả nào mang mã này. Xin xem lại mã trên giấy, hoặc hỏi nơi đã cấp.")
        return _page(request, code=code, problems={"code": said}, status=404)
    return redirect("portal:result", result_id=found.id)


@never_cache
@limited("verify")
@require_http_methods(["GET", "POST"])
def result(request: Viewed, result_id: UUID) -> HttpResponse:
    """Tell what a result is worth, without a word of whose it is; hold a file against it."""
    issued = result_at(result_id, request.at)
    if issued is None:
        raise Http404
    if request.method == "GET":
        return _page(request, issued=issued)
    if request.FILES.get("file") is None:
        return _page(request, issued=issued, problems={"file": _("Xin chọn tệp PDF.")}, status=422)
    return _checked(request, issued)


def _checked(request: Viewed, issued: Issued | None) -> HttpResponse:
    """Judge the file; nothing of it is kept."""
    file = request.FILES["file"]
    assert isinstance(file, UploadedFile)
    if file.size is None or file.size > MOST_BYTES:
        return _page(request, issued=issued, problems={"file": _("Tệp lớn hơn 20 MB.")}, status=422)
    pdf = file.read()
    verdict = verify_pdf(pdf, trust=Trust(signing_roots()), at=request.at)
    known = result_by_digest(sha256(pdf).digest(), request.at)
    found = finding(verdict, known, issued)
    return _page(request, issued=issued, checked=found, verdict=verdict, known=known, name=file.name or "")


def _page(request: Viewed, *, status: int = 200, **more: Any) -> HttpResponse:
    none: dict[str, Any] = {"issued": None, "checked": None, "problems": {}, "code": "", "words": WORDS}
    return render(request, "portal/verifying/verify.html", {**none, **more, "here": "verify"}, status=status)
