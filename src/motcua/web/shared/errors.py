"""The pages for when something went wrong: what happened, why, what to do. None of them asks the database."""

import sys

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    HttpResponseForbidden,
    HttpResponseNotFound,
    HttpResponseServerError,
)
from django.template import engines

from motcua.web.shared.context import LANGUAGES


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that what came cannot be read."""
    del exception
    return HttpResponseBadRequest(_page("400", request))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that this page is not for this person; the reason stays inside."""
    del exception
    return HttpResponseForbidden(_page("403", request))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that there is no such page, or none that may be shown."""
    del exception
    return HttpResponseNotFound(_page("404", request))


RETRY_AFTER_SECONDS = 15


def broken(request: HttpRequest) -> HttpResponse:
    """Say that the machine failed and that nothing acknowledged is lost.

    A database that restarts or recovers is away for a moment: that is told as such, and when to come again.
    """
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        away = HttpResponse(_page("503", request), status=503)
        away.headers["Retry-After"] = str(RETRY_AFTER_SECONDS)
        return away
    return HttpResponseServerError(_page("500", request))


def too_often(request: HttpRequest, seconds: int) -> HttpResponse:
    """Say that one asks more often than leaves room for others, and when to come again."""
    return HttpResponse(_page("429", request, minutes=-(-seconds // 60)))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that the form is no longer valid and how to send it again."""
    del reason
    return HttpResponseForbidden(_page("csrf", request))


def _page(name: str, request: HttpRequest, **more: object) -> str:
    """Render without context processors, so that a broken database or session cannot break this page too."""
    template = engines["jinja2"].env.get_template(f"shared/errors/{name}.html")  # type: ignore[attr-defined]
    other = other_side(request.path)
    return str(
        template.render(
            office=request.path.removeprefix("/en").startswith("/office"),
            hotline=settings.PORTAL_PHONE,
            training=settings.TRAINING,
            other_language={"code": other[0], "name": LANGUAGES[other[0]], "href": other[1]},
            **more,
        )
    )


def other_side(path: str) -> tuple[str, str]:
    """Give language and address of a path in the other language; also of one that leads nowhere."""
    english = path == "/en" or path.startswith("/en/")
    return ("vi", path.removeprefix("/en") or "/") if english else ("en", f"/en{path}")
