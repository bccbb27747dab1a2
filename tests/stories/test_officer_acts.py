"""Each act by whom it is for, refused to everybody else, and nothing typed is ever lost."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.html import escape

from motcua.accounts.models import Role
from motcua.dossiers.models import Document
from motcua.dossiers.operations import answering
from motcua.dossiers.tests.factories import filed
from motcua.gateways import clock
from motcua.ledger.models import Event
from motcua.ledger.verify import verify
from tests.stories.officer import ACTS, ITEM, REASON, Officer, address, at_stage, form, fresh, pdf

STAFF = ("binh", "bich", "bao")


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


WAY = [
    ("submitted", "receptions", "received", {"binh", "bao"}),
    ("submitted", "refusals", "refused", {"binh", "bao"}),
    ("submitted", "supplements", "submitted", {"binh", "bao"}),
    ("received", "transfers", "handling", {"binh", "bao"}),
    ("handling", "supplements", "handling", {"bich", "bao"}),
    ("handling", "proposals", "approving", {"bich", "bao"}),
    ("handling", "stops", "stopped", {"bao"}),
    ("handling", "payment-requests", "handling", {"bich", "bao"}),
    ("approving", "payment-requests", "approving", {"bao"}),
    ("received", "suspensions", "received", {"bao"}),
    ("approved", "suspensions", "approved", {"bao"}),
    ("approving", "approvals", "approved", {"bao"}),
    ("approving", "returns-to-sender", "handling", {"bao"}),
    ("approved", "results", "issued", {"bich", "bao"}),
    ("issued", "handovers", "returned", {"binh", "bao"}),
]


@pytest.mark.parametrize(("stage", "noun", "then", "may"), WAY, ids=[f"{one[1]}-{one[0]}" for one in WAY])
def test_an_act_is_done_by_its_role_and_refused_to_all_others(cast, at, stage, noun, then, may):
    dossier = at_stage(cast, stage, at)
    for who in STAFF:
        if who not in may:
            assert f"/{noun}/" not in Officer(getattr(cast, who)).open(dossier)
            Officer(getattr(cast, who)).send(dossier, noun, 409, **form(noun))
    Officer(cast.chi).send(dossier, noun, 404, **form(noun))
    Officer(cast.dung).send(dossier, noun, 409, **form(noun))
    assert fresh(dossier).stage == stage
    actor = getattr(cast, min(may))
    assert f"/{noun}/" in Officer(actor).open(dossier)
    Officer(actor).send(dossier, noun, **form(noun))
    assert fresh(dossier).stage == then


def test_the_whole_way_is_gone_with_forms_alone(cast, at):
    dossier, _ = filed(cast.an, at=at)
    binh, bich, bao = Officer(cast.binh), Officer(cast.bich), Officer(cast.bao)
    binh.send(dossier, "receptions")
    assert "Đã tiếp nhận hồ sơ" in binh.open(dossier)
    binh.send(dossier, "transfers", holder=cast.bich.id)
    assert fresh(dossier).holder_id is not None
    bich.send(dossier, "proposals", holder=cast.bao.id)
    bao.send(dossier, "returns-to-sender", **form("returns-to-sender"))
    assert REASON in bich.open(dossier)
    bich.send(dossier, "proposals")
    bao.send(dossier, "approvals")
    bich.send(dossier, "results", **form("results"))
    page = binh.open(dossier)
    assert "12/2026" in page
    binh.send(dossier, "handovers", **form("handovers"))
    assert "Hồ sơ đã kết thúc" in binh.open(dossier)
    assert verify().findings == []


def test_to_an_officer_elsewhere_it_is_as_if_the_dossier_did_not_exist(cast, at):
    dossier, chi = at_stage(cast, "submitted", at), Officer(cast.chi)
    nowhere = address(dossier).replace(str(dossier.id)[-4:], "0000")

    def told(answer) -> bytes:
        """What the page says, but for its own address in the switch of language."""
        return answer.content.replace(nowhere.encode(), address(dossier).encode())

    assert told(chi.get(address(dossier), 404)) == told(chi.get(nowhere, 404))
    for noun in ACTS:
        here = chi.client.post(f"{address(dossier)}{noun}/", {"seen": dossier.version, **form(noun)})
        there = chi.client.post(f"{nowhere}{noun}/", {"seen": dossier.version, **form(noun)})
        assert (here.status_code, told(here)) == (there.status_code, told(there)), noun
        assert here.status_code == 404, noun


def test_an_act_on_what_a_colleague_has_just_changed_is_not_done(cast, at):
    dossier, binh = at_stage(cast, "submitted", at), Officer(cast.binh)
    shown = dossier.version
    Officer(cast.bao).send(dossier, "supplements", **ITEM)
    answer = binh.send(
        dossier, "refusals", 409, seen=shown, **{"refuse-reason": "Không thuộc thẩm quyền <của> xã này."}
    )
    page = answer.content.decode()
    assert "vừa được thay đổi ở nơi khác" in page
    assert escape("Không thuộc thẩm quyền <của> xã này.") in page
    assert fresh(dossier).stage == "submitted"


def test_what_was_typed_into_a_stale_form_stays_and_can_be_sent_again(cast, at):
    dossier, bao = at_stage(cast, "handling", at), Officer(cast.bao)
    shown = dossier.version
    Officer(cast.bich).send(dossier, "assignments", holder=cast.bich.id)
    page = bao.send(dossier, "stops", 409, seen=shown, **form("stops")).content.decode()
    assert REASON in page
    assert f'name="seen" value="{fresh(dossier).version}"' in page
    bao.send(dossier, "stops", **form("stops"))
    assert fresh(dossier).stage == "stopped"


@pytest.mark.parametrize("seen", ["", "x", "-1", "9" * 30, "1.0", "٣"])
def test_a_form_without_a_version_that_was_seen_does_nothing(cast, at, seen):
    dossier = at_stage(cast, "submitted", at)
    Officer(cast.binh).send(dossier, "receptions", 409, seen=seen)
    assert fresh(dossier).stage == "submitted"


def test_pressing_twice_does_it_once(cast, at):
    dossier, binh = at_stage(cast, "submitted", at), Officer(cast.binh)
    shown = dossier.version
    binh.send(dossier, "receptions", seen=shown)
    binh.send(dossier, "receptions", 409, seen=shown)
    assert Event.objects.filter(thread=dossier.id, name="dossiers.DossierReceived").count() == 1


def test_a_supplement_form_with_faults_keeps_all_that_was_typed(cast, at):
    dossier, binh = at_stage(cast, "submitted", at), Officer(cast.binh)
    typed = {
        "component": ["4", "5"],
        "title-4": "Giấy chứng sinh",
        "reason-4": REASON,
        "title-5": "Giấy tờ khác",
        "reason-5": "mờ",
    }
    page = binh.send(dossier, "supplements", 422, **typed).content.decode()
    assert REASON in page
    assert "mờ</textarea>" in page
    assert page.count('name="component" value="4" checked') == 1
    assert 'href="#reason-5"' in page
    assert 'id="reason-5"' in page
    assert fresh(dossier).status == 1


def test_a_supplement_request_asks_for_something(cast, at):
    dossier, binh = at_stage(cast, "submitted", at), Officer(cast.binh)
    page = binh.send(dossier, "supplements", 422).content.decode()
    assert "ít nhất một giấy tờ" in page


def test_one_complete_list_goes_out_and_the_owner_reads_these_very_words(cast, at):
    dossier, binh = at_stage(cast, "received", at), Officer(cast.binh)
    binh.send(
        dossier,
        "supplements",
        **ITEM,
    )
    page = binh.open(dossier)
    assert REASON in page
    assert "/supplements/" not in page
    binh.send(dossier, "supplements", 409, **ITEM)
    assert fresh(dossier).holds.count() == 1


@pytest.mark.parametrize(("noun", "field"), [("refusals", "refuse-reason"), ("stops", "stop-reason")])
def test_no_reason_no_ending(cast, at, noun, field):
    dossier = at_stage(cast, "submitted" if noun == "refusals" else "handling", at)
    for reason in ("", "   ", "Thiếu"):
        page = Officer(cast.bao).send(dossier, noun, 422, **{field: reason}).content.decode()
        assert f'href="#{field}"' in page
        assert f'id="{field}"' in page
        assert "nêu rõ lý do" in page
    assert fresh(dossier).ended_at is None


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (SimpleUploadedFile("kq.pdf", b"%PDF-1.4 broken", "application/pdf"), "kq"),
        (SimpleUploadedFile("kq.exe", b"MZ\x90\x00", "application/pdf"), ""),
        (SimpleUploadedFile("kq.pdf", b"", "application/pdf"), ""),
        (None, "chọn tệp"),
    ],
    ids=["broken", "program", "empty", "none"],
)
def test_a_result_with_a_bad_file_is_refused_and_its_number_is_kept(cast, at, file, why):
    dossier = at_stage(cast, "approved", at)
    data = {"number": "12/2026"} | ({"file": file} if file else {})
    page = Officer(cast.bich).send(dossier, "results", 422, **data).content.decode()
    assert 'href="#file"' in page
    assert 'value="12/2026"' in page
    assert fresh(dossier).stage == "approved"
    assert not Document.objects.filter(dossier=dossier, kind="result").exists()


def test_a_result_needs_its_number(cast, at):
    dossier = at_stage(cast, "approved", at)
    page = Officer(cast.bich).send(dossier, "results", 422, number=" ", file=pdf()).content.decode()
    assert 'href="#number"' in page


def test_work_is_given_to_colleagues_of_the_same_agency_only(cast, at):
    dossier, bao = at_stage(cast, "handling", at), Officer(cast.bao)
    for holder in (cast.chi.id, cast.an.id, "x", "", str(dossier.id)):
        bao.send(dossier, "assignments", 422, holder=holder)
    assert fresh(dossier).holder_id is None
    bao.send(dossier, "assignments", holder=cast.bich.id)
    assert str(fresh(dossier).holder_id) == cast.bich.id


def test_a_wish_to_withdraw_is_answered_before_anything_else(cast, at):
    dossier, bich = at_stage(cast, "handling", at), Officer(cast.bich)
    answering.ask_withdrawal(dossier_id=dossier.id, seen=dossier.version, reason="", by=cast.an, at=at)
    bich.send(dossier, "proposals", 409)
    page = bich.send(
        dossier, "withdrawals", 422, **{"answer": "decline", "withdrawal-reason": "không"}
    ).content.decode()
    assert "không</textarea>" in page
    bich.send(dossier, "withdrawals", **{"answer": "decline", "withdrawal-reason": REASON})
    bich.send(dossier, "proposals")
    assert fresh(dossier).stage == "approving"


def test_acts_answer_to_forms_only(cast, at):
    dossier, binh = at_stage(cast, "submitted", at), Officer(cast.binh)
    for noun in ACTS:
        assert binh.client.get(f"{address(dossier)}{noun}/").status_code == 405
    assert fresh(dossier).stage == "submitted"


def test_a_role_that_has_ended_opens_nothing(cast, at):
    dossier = at_stage(cast, "submitted", at)
    binh = Officer(cast.binh)
    Role.objects.filter(officer_id=cast.binh.id).update(valid_to=at.date().replace(day=7))
    binh.send(dossier, "receptions", 302)
    assert "/sign-in/" in binh.client.get(address(dossier)).headers["Location"]
    assert fresh(dossier).stage == "submitted"
