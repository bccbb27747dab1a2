"""Every part in every state renders, strictly, in both languages, without inline style or script."""

import re

import pytest
from django.template import engines
from django.test import RequestFactory
from django.utils import translation

from motcua.web.shared import errors, pages, parts_page

REQUESTS = RequestFactory()
FORBIDDEN = re.compile(
    r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=|javascript:|hx-on|https?://[^\"]*\.(?:js|css|woff)"
)
ADDRESSES = ["", *parts_page.SAMPLES]


def _page(sample, language):
    request = REQUESTS.get("/_parts/", {"lang": language})
    answer = parts_page.sample(request, sample) if sample else parts_page.parts(request)
    return answer.content.decode()


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("sample", ADDRESSES)
def test_page_says_its_language_and_has_nothing_inline(sample, language):
    page = _page(sample, language)
    assert f'<html lang="{language}">' in page
    assert FORBIDDEN.search(page) is None
    assert page.count("<main") == page.count("<h1") == 1 or sample == ""
    assert 'href="#content"' in page
    assert 'id="content"' in page


@pytest.mark.parametrize("sample", ADDRESSES)
def test_every_name_on_a_page_is_given_once(sample):
    ids = re.findall(r'\sid="([^"]+)"', _page(sample, "vi"))
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("sample", ADDRESSES)
def test_people_are_never_called_by_a_familiar_word(sample):
    assert re.search(r"\b[Bb]ạn\b", _page(sample, "vi")) is None


def test_what_a_person_typed_is_shown_as_text():
    evil = "<script>alert(1)</script>"
    page = (
        _environment()
        .from_string("{{ ui.field('a', 'b', v) }}{{ v|t }}{{ ui.timeline([{'what': v}]) }}")
        .render(v=evil)
    )
    assert "<script>" not in page
    assert page.count("&lt;script&gt;") == 3


def test_a_form_that_is_not_shown_needs_no_cookie():
    assert "csrfmiddlewaretoken" not in _page("home", "vi")


@pytest.mark.parametrize(
    ("view", "status"),
    [(errors.forbidden, 403), (errors.not_found, 404), (errors.broken, 500), (errors.csrf_failure, 403)],
)
@pytest.mark.parametrize("address", ["/", "/office/x/", "/en/office/x/"])
def test_errors_say_what_happened_and_what_to_do(view, status, address):
    with translation.override("vi"):
        answer = view(REQUESTS.get(address))
    page = answer.content.decode()
    assert answer.status_code == status
    assert "<li>" in page
    assert ('href="/office/"' in page) == ("office" in address)


def test_htmx_gets_the_block_and_everybody_else_the_page():
    whole = pages.fragment(REQUESTS.get("/"), "shared/samples/home.html", "content", parts_page.example())
    part = pages.fragment(
        REQUESTS.get("/", headers={"HX-Request": "true"}),
        "shared/samples/home.html",
        "content",
        parts_page.example(),
    )
    assert part.content.decode().strip() in whole.content.decode()
    assert "<html" not in part.content.decode()
    assert whole["Vary"] == part["Vary"] == "HX-Request"


def test_a_page_restored_from_history_comes_whole():
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    answer = pages.fragment(
        REQUESTS.get("/", headers=headers), "shared/samples/home.html", "content", parts_page.example()
    )
    assert "<html" in answer.content.decode()


def _environment():
    return engines["jinja2"].env
