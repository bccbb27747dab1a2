"""Files that come with a post, one field for each paper: each is handed on, and what is refused is said."""

from collections.abc import Callable, Collection
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from motcua.dossiers.errors import NotAllowed
from motcua.kernel.words import mark
from motcua.papers.errors import Refused
from motcua.papers.parts import OutOfStep, Piece
from motcua.web.shared.pages import wants_fragment
from motcua.web.shared.viewer import Viewed

FIELD = "component-"
PIECE_LIMIT = 4 * 1024 * 1024
"""The script sends smaller ones; a piece is taken into memory."""
NOT_ASKED = mark("Giấy tờ này không phải nộp kèm trong trường hợp của ông/bà, nên tệp không được nhận.")
Problems = list[tuple[str, str]]
Attach = Callable[[int, Any], object]
Keep = Callable[[int, Piece], int | None]


def taken(request: Viewed, allowed: Collection[int], attach: Attach) -> Problems:
    """Attach every file of the post to its paper; gives what was refused: the field and the reason.

    The script shows the reason beside the file's name; on a whole page the name stands before it.
    """
    problems: Problems = []
    for field in request.FILES:
        component = component_of(field)
        for file in request.FILES.getlist(field):
            problem = _refusal(file, component, attach) if component in allowed else _(NOT_ASKED)
            if problem:
                said = problem if wants_fragment(request) else f"{file.name}: {problem}"
                problems.append((f"{FIELD}{component}", said))
    return problems


def piece_taken(request: Viewed, allowed: Collection[int], keep: Keep) -> HttpResponse | None:
    """Keep a piece of a file that a weak line brings bit by bit; None says that the file is whole and attached.

    The script learns from `have` where to go on, also after a break.
    """
    component, piece = component_of(request.POST.get("component", "")), _piece(request)
    if piece is None or component not in allowed:
        return _plain(_("Chưa gửi được tệp này. Vui lòng tải lại trang rồi chọn lại tệp."), 400)
    try:
        have = keep(component, piece)
    except OutOfStep as error:
        return JsonResponse({"have": error.have}, status=409)
    except (Refused, NotAllowed) as error:
        return _plain(_(str(error)), 422)
    return None if have is None else JsonResponse({"have": have})


def _piece(request: Viewed) -> Piece | None:
    data, key = request.FILES.get("piece"), request.POST.get("key", "")[:300]
    size, offset = (_number(request.POST.get(name, "")) for name in ("size", "offset"))
    if data is None or (data.size or 0) > PIECE_LIMIT or size is None or offset is None:
        return None
    name = request.POST.get("name", "")[:300]
    return Piece(key=key, name=name, size=size, offset=offset, data=data.read())


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 12 else None


def _plain(text: str, status: int) -> HttpResponse:
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")


def component_of(field: str) -> int:
    """Read the paper's number from a field's name; 0 stands for other papers."""
    text = field.removeprefix(FIELD)
    return int(text) if text.isdecimal() and len(text) < 5 else 0


def _refusal(file: UploadedFile, component: int, attach: Attach) -> str | None:
    try:
        attach(component, file)
    except (Refused, NotAllowed) as error:
        return _(str(error))
    return None
