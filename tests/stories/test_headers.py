"""Every answer, page, error, download or style, says what a browser may do with it; personal ones are kept nowhere."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.test import Client

from motcua.gateways import clock
from motcua.web.shared import limits
from tests.stories import test_roles
from tests.stories.test_roles import GET, POST, WHO, path_of, typed

scene, people, things = test_roles.scene, test_roles.people, test_roles.things

PUBLIC = {
    *("office:help", "portal:home", "portal:search", "portal:suggest", "portal:life_event", "portal:fields"),
    *("portal:field", "portal:help", "portal:procedure", "portal:guide", "portal:contacts", "portal:place"),
    *("portal:poster", "portal:how_to", "office:how_to"),
}
FRAMED = {"office:file", "office:scan_pages"}
"""The viewer of papers on the dossier page is a frame of our own; nobody else's."""

EXCEPT = {"portal:widget": ["unsafe", "frames", "old frames"]}
"""The widget is made to stand on pages of agencies: public contacts, no script, no form, no cookie."""


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


def wrong_with(answer, *, framed=False):
    """Name what an answer lacks."""
    given = answer.headers
    policy = given.get("Content-Security-Policy", "")
    mine = {part.split()[0]: part.split()[1:] for part in policy.split(";") if part.strip()}
    found = {
        "no policy": not policy,
        "unsafe": "unsafe" in policy or "*" in policy,
        "scripts of others": mine.get("script-src") != ["'self'"],
        "frames": mine.get("frame-ancestors") != (["'self'"] if framed else ["'none'"]),
        "old frames": given.get("X-Frame-Options") != ("SAMEORIGIN" if framed else "DENY"),
        "sniffed": given.get("X-Content-Type-Options") != "nosniff",
        "referrer": given.get("Referrer-Policy") != "same-origin",
        "permissions": "camera=()" not in given.get("Permissions-Policy", ""),
    }
    return [name for name, is_so in found.items() if is_so]


def loose(answer):
    """Name cookies that a script or another site could use."""
    return [
        name
        for name, one in answer.cookies.items()
        if one.value and not (one["httponly"] and one["samesite"] == "Lax" and one["path"] == "/")
    ]


@pytest.mark.parametrize("name", GET)
def test_every_page_to_everybody(people, things, name):
    for who in WHO:
        answer = people[who].get(path_of(name, things))
        framed = name in FRAMED and answer.status_code in (200, 302)
        assert wrong_with(answer, framed=framed) == EXCEPT.get(name, []), who
        assert loose(answer) == [], who
        if name not in PUBLIC and answer.status_code == 200 and name not in EXCEPT:
            assert "no-store" in answer.headers.get("Cache-Control", ""), who


@pytest.mark.parametrize("name", POST)
def test_every_answer_to_a_form(people, things, name):
    path = path_of(name, things)
    for who in WHO:
        answer = people[who].post(path, typed(name, path))
        assert wrong_with(answer) == [], who
        assert loose(answer) == [], who


@pytest.mark.parametrize(
    ("path", "status"), [("/khong-co/", 404), ("/static/one.css", 200), ("/static/khong.css", 404)]
)
def test_errors_and_styles_too(db, path, status, settings, tmp_path):
    (tmp_path / "one.css").write_text("p {}")
    settings.STATIC_ROOT = str(tmp_path)
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": plain}  # also where the product has run before
    answer = Client().get(path)
    assert answer.status_code == status
    assert wrong_with(answer) == []


def test_refused_forms_and_waiting_too(db):
    refused = Client(enforce_csrf_checks=True).post("/tra-cuu/", {"code": "x", "secret": "y"})
    assert refused.status_code == 403
    assert wrong_with(refused) == []
    limits.forget()
    for _ in range(31):
        client = Client(REMOTE_ADDR="203.0.113.77")
        client.cookies[settings.SESSION_COOKIE_NAME] = "c" * 32  # a name nobody knows is taken back at once
        answer = client.post("/tra-cuu/", {"code": "x", "secret": "y"})
    limits.forget()
    assert answer.status_code == 429
    assert wrong_with(answer) == []


def test_in_production_every_cookie_is_bound_to_this_host_over_tls():
    """Read from a process of its own: settings are made once a process."""
    ask = (
        "from motcua.config import settings as s; import json; print(json.dumps([s.SESSION_COOKIE_NAME, "
        "s.CSRF_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.CSRF_COOKIE_HTTPONLY, "
        "s.SECURE_HSTS_SECONDS > 0, s.SECOND_FACTOR, s.DEBUG]))"
    )
    env = {**os.environ, "MOTCUA_ENV": "production"}
    done = subprocess.run([sys.executable, "-c", ask], env=env, capture_output=True, text=True, check=True)
    names = ["__Host-motcua", "__Host-csrftoken"]
    assert json.loads(done.stdout) == [*names, True, True, True, True, "required", False]
