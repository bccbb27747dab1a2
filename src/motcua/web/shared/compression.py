"""Pages leave compressed; files do not, they are compressed already or streamed as they lie."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.text import compress_string

SMALLEST = 500
PADDING = 100
"""Up to so many random bytes are added, so that the length of a page tells nothing about the secrets on it."""


class CompressionMiddleware:
    """Compresses whole answers of HTML for browsers that take gzip."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.answer(request)
        if response.streaming or not response.get("Content-Type", "").startswith("text/html"):
            return response
        patch_vary_headers(response, ["Accept-Encoding"])
        if "gzip" not in request.headers.get("Accept-Encoding", "") or len(response.content) < SMALLEST:
            return response
        response.content = compress_string(response.content, max_random_bytes=PADDING)
        response["Content-Length"] = str(len(response.content))
        response["Content-Encoding"] = "gzip"
        return response
