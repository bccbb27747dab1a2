"""Words, segments, tries and masks."""

import string
from datetime import UTC, datetime, timedelta

import pytest

from motcua.messages.rules.masking import masked
from motcua.messages.rules.retrying import CLAIM_HOLDS, WAITS, next_try, too_late
from motcua.messages.rules.templates import TEMPLATES
from motcua.messages.rules.wording import Unwritable, fitting, segments, words

LONGEST = {
    "code": "H41.X17989.01AB-20261123-0012345",
    "due": "Thứ Năm, ngày 26/11/2026",
    "since": "Thứ Năm, ngày 26/11/2026",
    "promised": "Thứ Năm, ngày 26/11/2026",
    "call": "Điện thoại: 0238 3123 456",
    "number": "1234/QĐ-UBND",
    "procedure": "Thủ tục đăng ký khai sinh có yếu tố nước ngoài",
    "paper": "Giấy xác nhận thông tin về cư trú của người mẹ tại thời điểm sinh con",
    "law": "Khoản 1 Điều 16 Luật Hộ tịch số 60/2014/QH13",
    "head": "Hồ Quốc Bảo, Chủ tịch Ủy ban nhân dân xã",
    "agency": "Ủy ban nhân dân xã Thiên Nhẫn",
    "amount": "12.500.000.000 đồng",
    "one_time": "12345678",
    "helper": "Nguyễn Thị Thanh Huyền (Trưởng bản, xóm, khối)",
    "owner": "Nguyễn Thị Thanh Huyền",
    "matter": "Cơ quan yêu cầu bổ sung giấy tờ",
    "link": "ABCDE12345",
    "site": "https://dichvucong.nghean.gov.vn",
}
LONGER = {"consent_give": 4, "consent_given": 3, "dossier_submitted_for_owner": 3}
"""Whoever is asked to agree reads who asks, for what, and how it is taken back: plainness goes before shortness."""
ABOUT_NO_DOSSIER = (
    "helped_draft_near_end",
    *("sign_in_code", "draft_near_end", "factors_cleared", "question_answered"),
    *("consent_give", "consent_end", "consent_given", "consent_ended"),
)
AT = datetime(2026, 9, 8, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_short_message_with_the_longest_code_stays_within_two_parts(template, language):
    most = LONGER.get(template, 2)
    assert segments(words(template, "sms", language, LONGEST).text) <= most


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("channel", ["sms", "mail"])
def test_every_message_names_only_values_that_are_given(template, language, channel):
    said = words(template, channel, language, LONGEST)
    assert not set("{}") & set(said.subject + said.text)
    assert (said.subject == "") == (channel == "sms")


@pytest.mark.parametrize("template", [name for name in TEMPLATES if name not in ABOUT_NO_DOSSIER])
def test_a_letter_about_a_dossier_leads_to_its_page_and_names_it(template):
    text = words(template, "mail", "vi", LONGEST).text
    assert f"{LONGEST['site']}/h/{LONGEST['code']}" in text
    assert LONGEST["procedure"] in text


def test_the_tracking_secret_is_in_no_template():
    named = {
        name
        for one in TEMPLATES.values()
        for text in (one.vi, one.en)
        for part in (text.sms, text.subject, text.body)
        for _, name, _, _ in string.Formatter().parse(part)
        if name
    }
    assert named == set(LONGEST)


@pytest.mark.parametrize(
    "template",
    [
        *("dossier_submitted", "dossier_received", "dossier_received_no_date", "dossier_refused"),
        *("supplement_asked", "supplement_answered", "result_issued", "dossier_stopped", "dossier_withdrawn"),
        *(
            "withdrawal_declined",
            "dossier_near_due",
            "dossier_apology",
            "supplement_near_due",
            "other_paper_asked",
            "other_paper_declined",
            "supplement_overdue",
            "dossier_expired",
            "dossier_overdue",
            "secret_reprinted",
            "result_uncollected",
            "result_uncollected_online",
            "sign_in_code",
            "draft_near_end",
        ),
        *("consent_give", "consent_end", "consent_given", "consent_ended"),
        *("dossier_submitted_for_owner", "helped_news"),
        *("payment_asked", "payment_confirmed", "payment_cancelled", "payment_owed_back"),
        *("dossier_suspended", "dossier_resumed"),
    ],
)
def test_the_templates_that_other_rooms_name_exist(template):
    assert template in TEMPLATES


def test_without_a_date_no_date_is_promised():
    assert fitting("supplement_answered", {"due": ""}) == "supplement_answered_no_date"
    assert fitting("supplement_answered", {"due": "Thứ Năm"}) == "supplement_answered"
    assert fitting("dossier_refused", {}) == "dossier_refused"


def test_an_unknown_phone_leaves_no_gap():
    said = words("dossier_near_due", "sms", "vi", {**LONGEST, "call": ""}).text
    assert said.endswith("có thể trễ.")


def test_no_message_speaks_to_people_as_to_children():
    texts = [part for one in TEMPLATES.values() for part in (one.vi.sms, one.vi.subject, one.vi.body)]
    assert not [text for text in texts if "bạn" in text.casefold()]


def test_a_missing_value_or_template_is_told_at_once():
    with pytest.raises(Unwritable, match="code"):
        words("dossier_refused", "sms", "vi", {})
    with pytest.raises(Unwritable):
        words("khong-co", "sms", "vi", {})


def test_a_value_cannot_add_lines_or_braces():
    said = words("dossier_refused", "mail", "vi", {**LONGEST, "code": "A\r\nBcc: x@y {site}"})
    assert "\n" not in said.subject
    assert "A Bcc: x@y {site}" in said.subject


@pytest.mark.parametrize(
    ("text", "parts"), [("ă" * 70, 1), ("ă" * 71, 2), ("ă" * 135, 3), ("a" * 160, 1), ("a" * 161, 2)]
)
def test_parts_are_counted_as_carriers_count_them(text, parts):
    assert segments(text) == parts


def test_tries_lie_further_and_further_apart_and_end():
    assert list(WAITS) == sorted(WAITS)
    assert next_try("dossier_received", AT, 1, AT) == AT + timedelta(seconds=10)
    assert next_try("dossier_received", AT, len(WAITS) + 1, AT) is None


def test_a_code_that_has_run_out_is_not_sent():
    assert next_try("sign_in_code", AT, 4, AT + timedelta(minutes=3)) is None
    assert too_late("sign_in_code", AT, AT + timedelta(minutes=10))
    assert not too_late("dossier_received", AT, AT + timedelta(minutes=10))


def test_a_claim_outlives_a_slow_mail_server():
    assert timedelta(minutes=2) < CLAIM_HOLDS


@pytest.mark.parametrize(
    ("channel", "address", "shown"),
    [("sms", "+84912345678", "091****678"), ("mail", "nguyen.an@vi.du", "n***@vi.du")],
)
def test_addresses_are_masked(channel, address, shown):
    assert masked(channel, address) == shown
