"""Pages are compressed on the wire; files and small answers are left alone."""

import gzip

from django.http import FileResponse, HttpResponse
from django.test import RequestFactory

from motcua.web.shared.compression import CompressionMiddleware

PAGE = "<p>Cổng Dịch vụ công</p>" * 100


def _through(answer, encoding="gzip, br"):
    request = RequestFactory().get("/", headers={"Accept-Encoding": encoding})
    return CompressionMiddleware(lambda _request: answer)(request)


def test_a_page_is_compressed_for_browsers_that_take_it():
    answer = _through(HttpResponse(PAGE))
    assert answer["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.content).decode() == PAGE
    assert "Accept-Encoding" in answer["Vary"]
    assert len(answer.content) < len(PAGE) / 2


def test_a_browser_that_does_not_take_it_gets_the_page_as_it_is():
    answer = _through(HttpResponse(PAGE), "identity")
    assert answer.content.decode() == PAGE
    assert not answer.has_header("Content-Encoding")


def test_files_and_small_answers_are_left_alone(tmp_path):
    path = tmp_path / "anh.jpg"
    path.write_bytes(b"\xff\xd8\xff" * 1000)
    with path.open("rb") as stream:
        assert not _through(FileResponse(stream)).has_header("Content-Encoding")
    assert not _through(HttpResponse("<p>ok</p>")).has_header("Content-Encoding")
    assert not _through(HttpResponse("{}" * 500, content_type="application/json")).has_header(
        "Content-Encoding"
    )
