"""Headers that keep a page to itself: content policy, permissions, and who may show it in a frame."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from csp.constants import NONE, SELF
from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.views.decorators.clickjacking import xframe_options_exempt, xframe_options_sameorigin

CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "media-src": [SELF],
        "connect-src": [SELF],
        "frame-src": [SELF],
        "manifest-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in (
        *("accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "geolocation"),
        *("gyroscope", "magnetometer", "microphone", "midi", "payment", "usb"),
    )
)
"""A camera photo chosen through a file field needs no permission."""

View = Callable[..., HttpResponse]


class HeadersMiddleware:
    """Adds the headers that Django has no setting for."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


def framed_by_us(view: View) -> View:
    """Let our own pages show this answer in a frame: the viewer of papers on the dossier page."""
    framed = csp_replace({"frame-ancestors": [SELF]})(xframe_options_sameorigin(view))

    @wraps(view)
    def shown(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        return cast("HttpResponse", framed(request, *args, **kwargs))

    return shown


def framed_by_all(view: View) -> View:
    """Let any page show this answer in a frame: the widget of a receiving place, and nothing else."""
    framed = csp_replace({"frame-ancestors": ["*"]})(xframe_options_exempt(view))

    @wraps(view)
    def shown(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        answer = cast("HttpResponse", framed(request, *args, **kwargs))
        answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return answer

    return shown
