"""While the database is away, people are told to wait a moment; any other failure is called a failure."""

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client

from motcua.web.portal.home import browsing


@pytest.fixture
def failing(monkeypatch):
    """Let the list of fields fail in a given way."""

    def fail(error: Exception) -> None:
        def fields(on):
            raise error

        monkeypatch.setattr(browsing, "all_fields", fields)

    return fail


@pytest.mark.django_db
@pytest.mark.parametrize("error", [OperationalError("starting up"), InterfaceError("closed")])
def test_a_database_that_restarts_is_told_as_such(failing, error):
    failing(error)
    answer = Client(raise_request_exception=False).get("/linh-vuc/")
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "15"
    assert "Hệ thống đang khởi động lại" in answer.text


@pytest.mark.django_db
def test_another_failure_is_called_a_failure(failing):
    failing(ValueError("a mistake of ours"))
    answer = Client(raise_request_exception=False).get("/linh-vuc/")
    assert answer.status_code == 500
    assert "Hệ thống đang gặp lỗi" in answer.text
