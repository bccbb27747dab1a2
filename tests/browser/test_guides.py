"""The guides can be followed: every step they tell works, every picture they show is taken, in both languages.

`make guides` plays the same and keeps the pictures in `docs/guide/pictures`.
"""

import os
from pathlib import Path

import pytest

from docs.pictures.camera import CHROMIUM
from tests.browser.conftest import QUIET
from tests.browser.guides import citizen, clerk, head, officer
from tests.browser.guides.follower import LANGUAGES, Album, Followers
from tests.browser.guides.people import DAY, settle
from tests.browser.week.province import opened, province

pytestmark = pytest.mark.browser


@pytest.fixture(params=LANGUAGES)
def album(request, tmp_path):
    return Album(Path(os.environ.get("MOTCUA_GUIDES") or tmp_path), request.param)


@pytest.fixture
def speaking(chromium, album):
    """A browser whose own words, on date and file fields, are in the guide's language."""
    args = [*QUIET, f"--lang={album.language}"]
    browser = chromium.browser_type.launch(executable_path=CHROMIUM, args=args)
    yield browser
    browser.close()


@pytest.fixture
def morning(speaking, django_db_setup, django_db_blocker, tmp_path):
    var = tmp_path / "var"
    with province(django_db_blocker, lambda: settle(str(var / "files"))) as name:
        yield lambda day, clock: opened(speaking, var, name, day, clock)


def test_the_guides(album, morning):
    with morning(DAY, "7:30") as found:
        people = Followers(found, album)
        head.morning(people)
        officer.sign_in(people)
        officer.desk(people)
        officer.contacts(people)
        filed_online(people)
        at_counter(people)
        citizen.resume(people)
        citizen.call_back(people)
        citizen.withdraw(people)
        citizen.help_to_file(people)
        officer.answer_calls(people)
        officer.second_factor(people)
        officer.help_to_file(people)
        officer.ask_for_another_paper(people, "Lương Văn Quang")
        head.decide(people, "Lương Văn Quang")
        head.accounts(people)
        head.recover(people)
        head.oversee(people)
    with morning(DAY, "16:40") as found:
        clerk.evening(Followers(found, album))


def filed_online(people):
    """Follow one dossier from the search for its procedure to its result."""
    citizen.find(people)
    one, kept = citizen.file(people)
    officer.receive(people, kept)
    citizen.follow(people.citizen(), kept)
    officer.ask(people, kept)
    citizen.answer(one, kept)
    officer.handle(people, kept)
    citizen.collect(one, kept)


def at_counter(people):
    """Follow two dossiers on paper, and the day without a line."""
    stays, goes = clerk.take_in(people)
    clerk.send_home(people)
    clerk.reprint(people, stays)
    clerk.scan(people, stays)
    clerk.hand_over(people, goes)
    clerk.finish(people, goes)
    clerk.uncollected(people)
    clerk.slips(people)
    clerk.without_line(people)
