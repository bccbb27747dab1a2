"""The officers' pages: the head keeps the own agency's people, and everybody the own password."""

from datetime import timedelta

import pytest
from django.test import Client

from motcua.accounts.models import Account, Role
from motcua.accounts.rules.passwords import VALID_FOR
from motcua.accounts.tests.factories import PASSWORD, account_of
from motcua.gateways import clock

STAFF, DESK, OWN = "/office/staff/", "/office/", "/office/password/"
SINCE = {"since.day": "8", "since.month": "9", "since.year": "2026"}
LAN = {"name": "Moong Thị Lan", "username": "lan", "role": "reception", **SINCE}
GOOD = "hoa-sen-dau-ngo"


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


def _in(actor):
    client = Client()
    client.force_login(account_of(actor))
    return client


def _shown_password(answer):
    return answer.content.decode().split('id="one-time">')[1].split("<")[0]


def _page_of(actor):
    return f"{STAFF}{actor.id}/"


def _sign_in(name, password):
    client = Client()
    client.answer = client.post("/office/sign-in/", {"name": name, "password": password})
    return client


def test_a_newcomer_signs_in_once_with_the_told_password_and_chooses_another(cast):
    password = _shown_password(_in(cast.bao).post(f"{STAFF}officers/", LAN))
    lan = _sign_in("lan", password)
    assert lan.answer.status_code == 302
    assert lan.get(DESK).headers["Location"] == OWN
    wrong = lan.post(OWN, {"old": password, "new": GOOD, "again": "khac"})
    assert wrong.status_code == 422
    assert lan.get(DESK).headers["Location"] == OWN
    assert lan.post(OWN, {"old": password, "new": GOOD, "again": GOOD}).headers["Location"] == DESK
    assert lan.get(DESK).status_code == 200
    assert _sign_in("lan", password).answer.status_code == 422
    assert _sign_in("lan", GOOD).answer.status_code == 302


def test_a_one_time_password_that_waited_too_long_opens_nothing(cast, at):
    password = _shown_password(_in(cast.bao).post(f"{STAFF}officers/", LAN))
    with clock.set_to(at + VALID_FOR + timedelta(minutes=1)):
        late = _sign_in("lan", password)
    assert late.answer.status_code == 422
    assert "hết hạn" in late.answer.content.decode()
    assert late.get(DESK).headers["Location"].startswith("/office/sign-in/")


def test_a_reset_password_ends_the_sessions_that_are_open(cast):
    binh = _sign_in("binh", PASSWORD)
    assert binh.get(DESK).status_code == 200
    password = _shown_password(_in(cast.bao).post(f"{_page_of(cast.binh)}passwords/"))
    assert binh.get(DESK).status_code == 302
    assert _sign_in("binh", PASSWORD).answer.status_code == 422
    assert _sign_in("binh", password).answer.status_code == 302


def test_the_password_is_on_the_page_once_and_in_no_later_one(cast):
    bao = _in(cast.bao)
    answer = bao.post(f"{STAFF}officers/", LAN)
    password = _shown_password(answer)
    assert "no-store" in answer.headers["Cache-Control"]
    lan = Account.objects.get(username="lan")
    assert password not in bao.get(f"{STAFF}{lan.id}/").content.decode()


def test_what_is_wrong_is_said_and_what_was_typed_stays(cast):
    typed = {**LAN, "username": "binh", "since.day": "31"}
    page = _in(cast.bao).post(f"{STAFF}officers/", typed)
    assert page.status_code == 422
    assert 'href="#since"' in page.content.decode()
    page = _in(cast.bao).post(f"{STAFF}officers/", LAN | {"username": "binh"})
    text = page.content.decode()
    assert page.status_code == 422
    assert 'href="#username"' in text
    assert 'value="Moong Thị Lan"' in text
    assert 'id="since.day" name="since.day" value="08"' in text


@pytest.mark.parametrize("path", ["roles/", "roles/{role}/endings/"])
@pytest.mark.parametrize("typed", [{}, {"role": "x", "since.day": "²"}, {"until-{role}.year": "2026"}])
def test_nonsense_changes_nothing(cast, path, typed):
    role = Role.objects.get(officer_id=cast.binh.id)
    address = f"{_page_of(cast.binh)}{path.format(role=role.id)}"
    before = list(Role.objects.order_by("id").values_list("id", "valid_to"))
    answer = _in(cast.bao).post(address, {name.format(role=role.id): value for name, value in typed.items()})
    assert answer.status_code == 422
    assert "error-summary" in answer.content.decode()
    assert list(Role.objects.order_by("id").values_list("id", "valid_to")) == before


def test_a_role_is_given_and_ended_on_the_page_and_both_are_seen_there(cast):
    bao, page = _in(cast.bao), _page_of(cast.binh)
    assert bao.post(f"{page}roles/", {"role": "specialist", **SINCE}).headers["Location"] == page
    role = Role.objects.get(officer_id=cast.binh.id, role="reception")
    field = f"until-{role.id}"
    yesterday = {f"{field}.day": "7", f"{field}.month": "9", f"{field}.year": "2026"}
    assert bao.post(f"{page}roles/{role.id}/endings/", yesterday).headers["Location"] == page
    text = bao.get(page).content.decode()
    assert "Đã kết thúc" in text
    assert "Đang làm" in text


def test_the_last_head_is_told_why_the_role_stays(cast, at):
    role = Role.objects.get(officer_id=cast.bao.id, role="head")
    field = f"until-{role.id}"
    today = {f"{field}.day": "8", f"{field}.month": "9", f"{field}.year": "2026"}
    answer = _in(cast.bao).post(f"{_page_of(cast.bao)}roles/{role.id}/endings/", today)
    assert answer.status_code == 409
    assert "không còn người đứng đầu" in answer.content.decode()
    role.refresh_from_db()
    assert role.valid_to is None


def test_a_number_of_another_agencys_role_ends_nothing(cast):
    theirs = Role.objects.filter(officer_id=cast.chi.id).first()
    address = f"{_page_of(cast.binh)}roles/{theirs.id}/endings/"
    field = f"until-{theirs.id}"
    today = {f"{field}.day": "8", f"{field}.month": "9", f"{field}.year": "2026"}
    assert _in(cast.bao).post(address, today).status_code == 404


def test_only_who_keeps_accounts_is_shown_the_way_there(cast):
    for actor, shown in ((cast.bao, True), (cast.chi, True), (cast.binh, False), (cast.dung, False)):
        assert (f'href="{STAFF}"' in _in(actor).get(DESK).content.decode()) is shown


def test_guessing_the_old_password_is_slowed(cast):
    binh = _in(cast.binh)
    for _ in range(7):
        answer = binh.post(OWN, {"old": "sai", "new": GOOD, "again": GOOD})
    assert "thử lại sau" in answer.content.decode()
    assert account_of(cast.binh).check_password(PASSWORD)
