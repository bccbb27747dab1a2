"""Somebody with an account says once how messages are to come, and the next filing knows it."""

import re

import pytest

from motcua.dossiers.models import Dossier
from motcua.gateways import clock
from motcua.ledger.models import Event
from tests.stories.citizen import Citizen

PAGE = "/ho-so/thong-bao/"


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def an(cast):
    """Sit An down at the portal, signed in."""
    return Citizen(cast.an)


def chosen(page):
    """List the choices that are ticked on a page."""
    boxes = re.findall(r'<input type="radio"[^>]*>', page)
    return {
        (re.search(r'name="([^"]+)', one)[1], re.search(r'value="([^"]+)', one)[1])
        for one in boxes
        if "checked" in one
    }


def test_the_page_is_linked_from_my_dossiers_and_shows_what_holds(an):
    assert f'href="{PAGE}"' in an.text("/ho-so/")
    page = an.text(PAGE)
    assert chosen(page) == {("way", "sms"), ("language", "vi")}
    assert "0912 345 678" in page


def test_what_was_chosen_is_filled_in_at_the_next_filing_and_can_still_be_changed_there(an):
    answer = an.send(PAGE, {"way": "mail", "language": "en"})
    assert answer.headers["Location"] == "/ho-so/"
    assert "Đã lưu cách nhận thông báo" in an.text("/ho-so/")
    address = an.begin()
    assert chosen(an.text(f"{address}notices/")) == {("notices.by", "mail"), ("notices.language", "en")}
    code = an.file(**{"notices.by": "sms", "notices.language": "vi"})
    assert Dossier.objects.get(codes__code=code).notify_by == "sms"
    assert chosen(an.text(PAGE)) == {("way", "mail"), ("language", "en")}


def test_a_choice_moves_no_dossier_that_was_filed_before(an):
    code = an.file(**{"notices.by": "sms"})
    an.send(PAGE, {"way": "mail", "language": "en"})
    dossier = Dossier.objects.get(codes__code=code)
    assert (dossier.notify_by, dossier.language) == ("sms", "vi")


def test_the_choice_is_written_into_the_ledger(an):
    an.send(PAGE, {"way": "mail", "language": "en"})
    fact = Event.objects.get(name="accounts.NoticesChosen")
    assert (fact.facts["way"], fact.facts["language"]) == ("mail", "en")


def test_a_way_that_there_is_not_is_refused(an):
    answer = an.send(PAGE, {"way": "pigeon", "language": "vi"})
    assert answer.status_code == 422
    assert "error-summary" in answer.content.decode()
    assert chosen(an.text(PAGE)) == {("way", "sms"), ("language", "vi")}


def test_only_somebody_with_an_account_has_a_choice_to_keep(cast):
    for other in (Citizen(), Citizen(cast.binh)):
        assert other.get(PAGE, 302).headers["Location"] == f"/dang-nhap/?next={PAGE}"
        assert other.post(PAGE, {"way": "mail", "language": "en"}).status_code == 302
    assert not Event.objects.filter(name="accounts.NoticesChosen").exists()
    assert PAGE not in Citizen().text("/ho-so/")


def test_the_phone_one_signed_in_with_is_filled_in_and_a_guest_gets_nothing(an):
    assert 'value="0912345678"' in an.text(f"{an.begin()}submitter/")
    guest = Citizen()
    assert "0912345678" not in guest.text(f"{guest.begin()}submitter/")
