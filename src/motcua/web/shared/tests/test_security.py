"""No page runs or fetches anything that is not ours."""

from django.http import HttpResponse
from django.test import RequestFactory

from motcua.web.shared import security


def test_the_policy_allows_nothing_inline_and_nobody_else():
    sources = [
        source for values in security.CONTENT_SECURITY_POLICY["DIRECTIVES"].values() for source in values
    ]
    assert set(sources) == {"'self'", "'none'"}


def test_answers_carry_the_headers():
    answer = security.HeadersMiddleware(lambda request: HttpResponse())(RequestFactory().get("/"))
    assert "camera=()" in answer["Permissions-Policy"]
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"


def test_only_a_paper_may_stand_in_our_own_frame():
    answer = security.framed_by_us(lambda request: HttpResponse())(RequestFactory().get("/"))
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert answer._csp_replace["frame-ancestors"] == ["'self'"] or "'self'" in str(answer._csp_replace)
