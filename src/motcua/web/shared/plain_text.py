"""Text that no keyboard types: a request with a NUL in it is refused before a database could stumble over it."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, QueryDict

NUL = "\0"


class PlainTextMiddleware:
    """Refuses NUL in addresses, queries and forms; forms are read here only after their token was checked."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_view(self, request: HttpRequest, _view: Any, _args: Any, _kwargs: Any) -> None:
        """Refuse."""
        if NUL in request.path:
            raise Http404
        if _has_nul(request.GET) or _has_nul(request.POST):
            raise BadRequest("NUL in the request")


def _has_nul(data: QueryDict) -> bool:
    return any(NUL in text for name, values in data.lists() for text in (name, *map(str, values)))
