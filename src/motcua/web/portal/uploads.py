"""Files that come with a post, one field for each paper: each is handed on, and what is refused is said."""

from collections.abc import Callable, Collection
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from motcua.dossiers.errors import NotAllowed
from motcua.papers.errors import Refused
from motcua.web.shared.pages import wants_fragment
from motcua.web.shared.viewer import Viewed

FIELD = "component-"
Problems = list[tuple[str, str]]
Attach = Callable[[int, Any], object]


def taken(request: Viewed, allowed: Collection[int], attach: Attach) -> Problems:
    """Attach every file of the post to its paper; gives what was refused: the field and the reason.

    The script shows the reason beside the file's name; on a whole page the name stands before it.
    """
    problems: Problems = []
    for field in request.FILES:
        component = component_of(field)
        for file in request.FILES.getlist(field) if component in allowed else []:
            problem = _refusal(file, component, attach)
            if problem:
                said = problem if wants_fragment(request) else f"{file.name}: {problem}"
                problems.append((f"{FIELD}{component}", said))
    return problems


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
