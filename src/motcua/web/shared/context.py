"""What every page knows: the viewer, the moment, the other language, and whether this is a demonstration."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.functional import SimpleLazyObject

from motcua.web.shared.environment import lang

LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}


def page(request: HttpRequest) -> dict[str, Any]:
    """Give each template `viewer`, `at`, `other_language`, what kind of installation this is; nothing too early."""
    return {
        "viewer": getattr(request, "actor", None),
        "at": getattr(request, "at", None),
        "other_language": SimpleLazyObject(lambda: other_language(request)),
        "demonstration": settings.DEMONSTRATION,
        "training": settings.TRAINING,
    }


def other_language(request: HttpRequest) -> dict[str, str]:
    """Give code, name and address of this page in the other language."""
    code = "vi" if lang() == "en" else "en"
    return {"code": code, "name": LANGUAGES[code], "href": translate_url(request.get_full_path(), code)}
