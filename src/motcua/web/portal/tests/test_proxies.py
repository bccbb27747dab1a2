"""Whose address counts behind a proxy, and how large a request may be."""

from types import SimpleNamespace

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from motcua.web.shared import origin
from motcua.web.shared.proxies import LARGEST, ProxyMiddleware


def _seen(near, forwarded=None, **more):
    request = RequestFactory().get("/", REMOTE_ADDR=near, **more)
    if forwarded is not None:
        request.META["HTTP_X_FORWARDED_FOR"] = forwarded
    answer = ProxyMiddleware(lambda _: HttpResponse("in"))(request)
    return request.META, answer


@pytest.mark.parametrize(
    ("near", "forwarded", "seen"),
    [
        ("127.0.0.1", "203.0.113.7", "203.0.113.7"),
        ("127.0.0.1", "10.1.1.1, 203.0.113.7, 127.0.0.1", "203.0.113.7"),
        ("127.0.0.1", "203.0.113.7, <script>", "127.0.0.1"),
        ("127.0.0.1", None, "127.0.0.1"),
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("", "198.51.100.1", ""),
    ],
)
def test_only_our_own_proxy_is_believed_and_only_about_its_neighbour(near, forwarded, seen):
    assert _seen(near, forwarded)[0]["REMOTE_ADDR"] == seen


def test_a_stranger_cannot_claim_a_safe_connection():
    assert "HTTP_X_FORWARDED_PROTO" not in _seen("203.0.113.9", HTTP_X_FORWARDED_PROTO="https")[0]
    assert "HTTP_X_FORWARDED_PROTO" in _seen("127.0.0.1", HTTP_X_FORWARDED_PROTO="https")[0]


def test_more_than_a_dossier_is_refused_before_it_is_read():
    answer = Client().generic("POST", "/tra-cuu/", b"", CONTENT_LENGTH=str(LARGEST + 1))
    assert answer.status_code == 413
    assert "100 MB" in answer.content.decode()


@pytest.mark.parametrize(
    ("address", "kind", "office"),
    [("10.40.1.7", "guest", True), ("203.0.113.7", "guest", False), ("203.0.113.7", "officer", True)],
)
def test_a_filing_from_an_office_is_marked_from_its_first_moment(settings, address, kind, office):
    settings.OFFICE_NETWORKS = ["10.40.0.0/16"]
    request = SimpleNamespace(
        session=SimpleNamespace(session_key="k"),
        META={"REMOTE_ADDR": address},
        actor=SimpleNamespace(kind=kind),
    )
    assert origin.trace(request).office_network is office
