"""Consent to be helped: asked of the owner's own phone, on paper or in a call; bounded, and taken back at once."""

import io
from datetime import date, timedelta

import pytest
from PIL import Image

from motcua.accounts.errors import Incomplete, NotAllowed, NotFound
from motcua.accounts.models import Consent, ConsentCode
from motcua.accounts.operations import consenting
from motcua.accounts.operations.asking import send_again
from motcua.accounts.operations.signing_in import Refused
from motcua.accounts.queries.consents import helpers_of, helping, to_confirm, usable
from motcua.accounts.rules.consents import Asked, covers
from motcua.accounts.tests.factories import CODE, agreed, asked, citizen
from motcua.kernel.actors import SYSTEM
from motcua.ledger.models import Event
from motcua.messages.models import Message
from motcua.messages.sealing import open_words

OWNER, PHONE = "Nguyễn Thị An", "0912345678"


@pytest.fixture
def nam(cast, at):
    """Nam, head of a hamlet, who helps An."""
    return citizen("Vi Văn Nam", "0977777777", at=at)


def photo() -> io.BytesIO:
    stream = io.BytesIO()
    Image.new("RGB", (640, 480), "white").save(stream, "JPEG")
    stream.seek(0)
    return stream


def test_the_owner_reads_who_asks_for_what_and_how_to_take_it_back(nam, at):
    one = asked(nam, OWNER, PHONE, at=at)
    [row] = Message.objects.filter(template="consent_give")
    said = open_words(row.id, bytes(row.text_sealed)).text
    assert "Vi Văn Nam (Trưởng bản, xóm, khối)" in said
    assert "Đăng ký khai sinh" in said
    assert f"/th/{one.link}" in said
    assert not one.holds


def test_a_code_read_out_gives_the_consent_and_a_wrong_one_does_not(nam, at):
    one = asked(nam, OWNER, PHONE, at=at)
    with pytest.raises(Refused):
        consenting.give_by_code(consent_id=one.id, code="000000", by=nam, at=at)
    assert consenting.give_by_code(consent_id=one.id, code=CODE, by=nam, at=at).holds
    fact = Event.objects.get(name="accounts.ConsentGiven")
    assert OWNER not in str(fact.facts)


def test_after_five_wrong_codes_the_right_one_comes_too_late(nam, at):
    one = asked(nam, OWNER, PHONE, at=at)
    for _ in range(5):
        with pytest.raises(Refused):
            consenting.give_by_code(consent_id=one.id, code="000000", by=nam, at=at)
    with pytest.raises(Refused):
        consenting.give_by_code(consent_id=one.id, code=CODE, by=nam, at=at)
    assert ConsentCode.objects.get().tries == 5


def test_codes_are_sent_with_a_pause_between(nam, at):
    one = asked(nam, OWNER, PHONE, at=at, asker=b"here")
    with pytest.raises(Refused, match="vừa được gửi"):
        send_again(consent_id=one.id, matter="", asker=b"here", by=nam, at=at + timedelta(seconds=20))
    send_again(consent_id=one.id, matter="", asker=b"here", by=nam, at=at + timedelta(minutes=2))
    assert Message.objects.filter(template="consent_give").count() == 2


def test_the_helpers_own_phone_is_not_the_owners(nam, at):
    with pytest.raises(Incomplete) as refused:
        asked(nam, OWNER, "0977 777 777", at=at)
    assert [field for field, _ in refused.value.problems] == ["phone"]


def test_a_guest_does_not_help_on_record_and_a_citizen_is_no_officer(nam, at):
    with pytest.raises(NotAllowed):
        asked(nam, OWNER, PHONE, at=at, kind="officer")
    with pytest.raises(Incomplete):
        asked(nam, OWNER, PHONE, at=at, way="voice")


def test_a_signed_paper_gives_the_consent(nam, chi, at):
    one = asked(nam, OWNER, at=at)
    with pytest.raises(NotFound):
        consenting.give_on_paper(consent_id=one.id, stream=photo(), name="giay.jpg", by=chi, at=at)
    done = consenting.give_on_paper(consent_id=one.id, stream=photo(), name="giay.jpg", by=nam, at=at)
    assert done.holds
    assert done.paper is not None


def test_a_call_is_written_down_and_waits_five_working_days_for_its_paper(binh, chi, dung, nam, at):
    one = asked(binh, OWNER, at=at, kind="officer", way="voice", place="phone")
    with pytest.raises(NotFound):
        consenting.give_by_call(consent_id=one.id, called_at=at, said="Hỏi gì, đáp gì", by=nam, at=at)
    with pytest.raises(Incomplete):
        consenting.give_by_call(consent_id=one.id, called_at=at + timedelta(hours=1), said="", by=binh, at=at)
    said = "Hỏi: có nhờ nộp giúp không? Trả lời: có."
    done = consenting.give_by_call(consent_id=one.id, called_at=at, said=said, by=binh, at=at)
    assert done.confirm_by.date() == date(2026, 9, 15)
    assert [each.id for each in to_confirm(binh)] == [one.id]
    assert to_confirm(chi) == to_confirm(dung) == []
    with pytest.raises(NotFound):
        consenting.confirm_call(consent_id=one.id, stream=photo(), name="giay.jpg", by=chi, at=at)
    consenting.confirm_call(consent_id=one.id, stream=photo(), name="giay.jpg", by=binh, at=at)
    assert to_confirm(binh) == []


def test_the_owner_sees_who_helps_and_takes_it_back_and_a_stranger_does_not(cast, nam, at):
    one = agreed(nam, OWNER, PHONE, at=at)
    assert [each.id for each in helpers_of(cast.an)] == [one.id]
    assert helpers_of(nam) == []
    stranger = citizen("Hồ Thị Lan", "0987654321", at=at)
    with pytest.raises(NotFound):
        consenting.end(consent_id=one.id, by=stranger, at=at)
    ended = consenting.end(consent_id=one.id, by=cast.an, at=at)
    assert (ended.ended_how, ended.holds) == ("account", False)
    assert [each.id for each in helping(nam)] == [one.id]


def test_an_end_is_final_and_noted_once(cast, nam, at):
    one = agreed(nam, OWNER, PHONE, at=at)
    consenting.end(consent_id=one.id, by=cast.an, at=at)
    consenting.end(consent_id=one.id, by=nam, at=at + timedelta(days=1))
    assert Consent.objects.get().ended_at == at
    assert Event.objects.filter(name="accounts.ConsentEnded").count() == 1


def test_without_an_account_a_code_on_the_phone_ends_it(nam, at):
    one = agreed(nam, OWNER, PHONE, at=at)
    consenting.send_end_code(consent_id=one.id, asker=b"elsewhere", by=SYSTEM, at=at + timedelta(days=1))
    with pytest.raises(Refused):
        consenting.end_by_code(consent_id=one.id, code=CODE, by=SYSTEM, at=at + timedelta(days=1))
    [row] = Message.objects.filter(template="consent_end")
    code = open_words(row.id, bytes(row.text_sealed)).text.split()[0]
    consenting.end_by_code(consent_id=one.id, code=code, by=SYSTEM, at=at + timedelta(days=1))
    assert Consent.objects.get().ended_how == "code"


def test_a_consent_until_a_day_ends_with_that_day(nam, at):
    one = agreed(nam, OWNER, PHONE, at=at, scope="until", until=date(2026, 9, 10))
    assert usable(nam, "1.000894", date(2026, 9, 10)) == [one]
    assert usable(nam, "1.000894", date(2026, 9, 11)) == []
    assert consenting.end_passed(by=SYSTEM, at=at + timedelta(days=2)) == 0
    assert consenting.end_passed(by=SYSTEM, at=at + timedelta(days=3)) == 1


def test_nobody_agrees_for_longer_than_the_row_says(nam, at):
    with pytest.raises(Incomplete) as refused:
        asked(nam, OWNER, PHONE, at=at, scope="until", until=date(2028, 9, 10))
    assert [field for field, _ in refused.value.problems] == ["until"]


@pytest.mark.parametrize("scope", ["one", "procedure", "until"])
@pytest.mark.parametrize("same", [True, False])
@pytest.mark.parametrize("used", [True, False])
@pytest.mark.parametrize("late", [True, False])
def test_a_consent_is_never_wider_than_what_was_asked(scope, same, used, late):
    until = None if scope == "one" else date(2026, 9, 10)
    terms = Asked("relative", "home", "code", scope, "1.001193", "X", until)
    on = date(2026, 9, 11) if late else date(2026, 9, 9)
    given = covers(terms, procedure="1.001193" if same else "1.000894", used=used, on=on)
    allowed = {
        "one": same and not used,
        "procedure": same and not late,
        "until": not late,
    }
    assert given == allowed[scope]
