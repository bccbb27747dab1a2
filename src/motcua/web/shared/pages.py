"""Answers: a whole page, or only the block that htmx asked for; the same page works either way."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render as django_render
from django.template import engines
from django.template.context_processors import csrf
from django.utils.cache import patch_vary_headers
from jinja2_fragments import render_block

Context = Mapping[str, Any]


def render(
    request: HttpRequest, template: str, context: Context | None = None, status: int = 200
) -> HttpResponse:
    """Answer with a whole page."""
    return django_render(request, template, dict(context or {}), status=status)


def fragment(
    request: HttpRequest, template: str, block: str, context: Context | None = None, status: int = 200
) -> HttpResponse:
    """Answer htmx with one block of the page, anybody else with the whole page."""
    if wants_fragment(request):
        answer = HttpResponse(rendered_block(request, template, block, context), status=status)
    else:
        answer = render(request, template, context, status)
    patch_vary_headers(answer, ["HX-Request"])
    return answer


def wants_fragment(request: HttpRequest) -> bool:
    """Tell whether htmx asks for a part; a page restored from history is wanted whole."""
    headers = request.headers
    return headers.get("HX-Request") == "true" and headers.get("HX-History-Restore-Request") != "true"


def rendered_block(request: HttpRequest, template: str, block: str, context: Context | None = None) -> str:
    """Render one block with what the page would know; imports and `set` outside the block are not run."""
    engine = engines["jinja2"]
    known: dict[str, Any] = {"request": request}
    token = csrf(request)["csrf_token"]
    known["csrf_token"] = token
    known["csrf_input"] = _CsrfInput(token)
    for processor in engine.template_context_processors:  # type: ignore[attr-defined]
        known.update(processor(request))
    return str(render_block(engine.env, template, block, known | dict(context or {})))  # type: ignore[attr-defined]


class _CsrfInput:
    """The hidden field, made only when a form shows it: no cookie before it is needed."""

    def __init__(self, token: object) -> None:
        self.token = token

    def __html__(self) -> str:
        return f'<input type="hidden" name="csrfmiddlewaretoken" value="{self.token}">'

    def __str__(self) -> str:
        return self.__html__()
