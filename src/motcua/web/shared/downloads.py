"""Streaming a granted file: the owning room decided, this only answers."""

from django.http import FileResponse

from motcua.papers.grants import Grant
from motcua.papers.headers import disposition
from motcua.papers.opening import open as open_granted


def stream(grant: Grant, *, inline: bool = False) -> FileResponse:
    """Answer with a granted file, to be shown in the page (`inline`) or kept."""
    opened = open_granted(grant)
    answer = FileResponse(opened.stream, content_type=opened.media_type)
    answer["Content-Length"] = str(opened.length)
    answer["Content-Disposition"] = disposition(grant.name, inline=inline)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer
