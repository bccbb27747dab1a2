"""A result is signed and sealed; whoever holds it learns whether it is genuine, and a forger is caught."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from zxingcpp import read_barcodes

from motcua.accounts.models import Account
from motcua.dossiers.models import Result, SigningOrder
from motcua.dossiers.operations import answering, signing
from motcua.gateways import clock, registry
from motcua.ledger.models import Event
from motcua.ledger.verify import verify
from motcua.papers.grants import Grant
from motcua.papers.opening import open as open_paper
from tests.stories.citizen import Citizen
from tests.stories.officer import REASON, Officer, address, at_stage, boxes, form, fresh, pdf, unsigned


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def approved(cast, at):
    return at_stage(cast, "approved", at)


def prepared(cast, dossier, **more):
    Officer(cast.bich).send(dossier, "signing-requests", **form("signing-requests") | more)
    return SigningOrder.objects.get(dossier=dossier, closed_at=None)


def worked(order, at):
    """What the worker does."""
    signing.carry_out(order_id=order.id, at=at)
    order.refresh_from_db()
    return order


def signed(cast, dossier, at):
    """A result of An's, signed by the head and sealed; gives its row and its bytes."""
    order = prepared(cast, dossier)
    Officer(cast.bao).send(dossier, "signatures")
    assert worked(order, at).state == "issued"
    return bytes_of(dossier)


def bytes_of(dossier):
    row = Result.objects.get(dossier=dossier, void_at=None)
    file = row.document.file
    with open_paper(
        Grant(file_id=file.id, variant="original", name=file.name, viewer="test")
    ).stream as stream:
        return row, stream.read()


def checked(paper, path="/v/", status=200):
    file = SimpleUploadedFile("ket-qua.pdf", paper, "application/pdf")
    answer = Client().post(path, {"file": file})
    assert answer.status_code == status
    return answer.content.decode()


def test_the_result_bears_both_signatures_a_code_and_the_address_where_anybody_verifies_it(
    cast, approved, at
):
    row, paper = signed(cast, approved, at)
    assert (fresh(approved).stage, fresh(approved).status) == ("issued", 9)
    assert row.code.startswith("KQ.H41.")
    assert row.code.endswith(".000001")
    page = checked(paper)
    assert "Đúng là kết quả cơ quan đã cấp" in page
    assert "Hồ Quốc Bảo" in page
    assert "Dấu của cơ quan" in page
    assert "có dấu thời gian" in page
    assert row.code in page
    picture = pypdfium2.PdfDocument(paper)[0].render(scale=4).to_pil()
    assert f"{settings.PUBLIC_ADDRESS}/v/{row.document_id}/" in {one.text for one in read_barcodes(picture)}
    assert verify().findings == []


def test_the_page_of_a_result_names_what_stands_on_it_and_not_whose_it_is(cast, approved, at):
    row, _ = signed(cast, approved, at)
    page = Citizen().text(f"/v/{row.document_id}/")
    for words in (row.code, "12/2026", "Ủy ban nhân dân xã Thiên Nhẫn", "Còn hiệu lực"):
        assert words in page
    assert approved.owner_name not in page
    assert fresh(approved).codes.get().code not in page
    answer = Client().post("/v/", {"code": f" {row.code.lower()} "})
    assert answer.headers["Location"] == f"/v/{row.document_id}/"
    assert Client().post("/v/", {"code": "KQ.H41.99.000009"}).status_code == 404
    assert Client().get(f"/v/{approved.id}/").status_code == 404


@pytest.mark.parametrize("place", [0.2, 0.5, 0.9, 0.999])
def test_a_byte_that_was_changed_is_found(cast, approved, at, place):
    _, paper = signed(cast, approved, at)
    spot = int(len(paper) * place)
    forged = paper[:spot] + bytes([paper[spot] ^ 1]) + paper[spot + 1 :]
    page = checked(forged)
    assert "notice-done" not in page
    assert "Đúng là" not in page


def test_a_page_that_was_changed_by_an_update_behind_the_signatures_is_found(cast, approved, at):
    row, paper = signed(cast, approved, at)
    made = BytesIO()
    with pikepdf.open(BytesIO(paper)) as read:
        read.pages[0].contents_add(b"0 0 600 800 re f")
        read.save(made)
    assert "Đúng là" not in checked(made.getvalue())
    page = checked(made.getvalue(), f"/v/{row.document_id}/")
    assert "Không phải tệp đã cấp" in page or "Tệp đã bị sửa" in page
    added = paper + b"\n% more\n"
    assert "Tệp đã bị sửa sau khi ký" in checked(added)


def test_a_file_whose_signatures_were_stripped_is_not_confirmed(cast, approved, at):
    _, paper = signed(cast, approved, at)
    made = BytesIO()
    with pikepdf.open(BytesIO(paper)) as read:
        del read.Root.AcroForm
        for page in read.pages:
            if "/Annots" in page:
                del page["/Annots"]
        read.save(made)
    page = checked(made.getvalue())
    assert "Không xác nhận được tệp này" in page or "Tệp đã bị sửa" in page
    assert "Đúng là" not in page


def test_another_genuine_result_does_not_pass_on_the_page_of_this_one(cast, approved, at):
    row, _ = signed(cast, approved, at)
    other = at_stage(cast, "approved", at)
    other_row, other_paper = signed(cast, other, at)
    assert other_row.code.endswith(".000002")
    assert "Không phải tệp đã cấp với mã này" in checked(other_paper, f"/v/{row.document_id}/")


@pytest.mark.parametrize(
    "nonsense", [b"x", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n" + b"0" * 400, b"%PDF-" + b"A" * 70_000]
)
def test_what_is_no_pdf_is_told_in_words(db, nonsense):
    page = checked(nonsense)
    assert "Không đọc được tệp này" in page or "Không xác nhận được tệp này" in page
    assert Client().post("/v/", {}).status_code == 422


def test_a_result_that_was_taken_back_says_so_and_leads_to_the_one_in_its_place(cast, approved, at):
    row, paper = signed(cast, approved, at)
    bao, bich = Officer(cast.bao), Officer(cast.bich)
    bao.send(approved, "reopenings", **form("reopenings"))
    assert "Đã bị thu hồi" in Citizen().text(f"/v/{row.document_id}/")
    assert "Kết quả này đã bị thu hồi" in checked(paper)
    bich.send(approved, "proposals")
    bao.send(approved, "approvals")
    fresh_row, fresh_paper = signed(cast, approved, at)
    page = Citizen().text(f"/v/{row.document_id}/")
    assert "Đã được thay bằng kết quả khác" in page
    assert f"/v/{fresh_row.document_id}/" in page
    assert "Kết quả này đã được thay" in checked(paper)
    assert "Đúng là kết quả cơ quan đã cấp" in checked(fresh_paper)


def test_a_result_whose_time_is_over_says_so(cast, approved, at):
    last = boxes("valid-until", at.date())
    Officer(cast.bich).send(approved, "results", **form("results") | last)
    row, _ = bytes_of(approved)
    assert "Còn hiệu lực" in Citizen().text(f"/v/{row.document_id}/")
    with clock.set_to(at.replace(day=at.day + 1)):
        assert "Đã hết thời hạn" in Citizen().text(f"/v/{row.document_id}/")


def test_what_was_signed_outside_or_is_a_scan_is_known_by_its_bytes(cast, approved, at):
    Officer(cast.bich).send(approved, "results", **form("results"))
    _, paper = bytes_of(approved)
    page = checked(paper)
    assert "Đúng là tệp cơ quan đã cấp" in page
    assert "Không đọc thấy chữ ký số" in page


def test_where_no_authority_is_trusted_a_genuine_result_is_known_but_its_signature_is_not_vouched_for(
    cast, approved, at, monkeypatch
):
    _, paper = signed(cast, approved, at)
    monkeypatch.setattr("motcua.web.portal.verifying.views.signing_roots", tuple)
    page = checked(paper)
    assert "Đúng là tệp cơ quan đã cấp" in page
    assert "chưa xác nhận được" in page
    assert "Không đọc thấy chữ ký số" not in page
    assert "không được tin cậy" in page


def test_only_who_may_sign_signs_and_who_is_elsewhere_sees_nothing(cast, approved, at):
    order = prepared(cast, approved)
    assert "Đang chờ" not in Officer(cast.bao).open(approved)
    assert "Ký số và ban hành" in Officer(cast.bao).open(approved)
    assert "đang chờ ký số" in Officer(cast.binh).open(approved)
    for who in (cast.binh, cast.bich, cast.dung):
        Officer(who).send(approved, "signatures", 409)
    Officer(cast.chi).send(approved, "signatures", 404)
    an = Citizen(cast.an)
    code = fresh(approved).codes.get().code
    an.get(f"/h/{code}/tep/{order.document_id}/", status=404)
    Officer(cast.bao).get(f"{address(approved)}files/{order.document_id}/")
    Officer(cast.bich).send(approved, "results", 409, **form("results"))
    Officer(cast.bao).send(approved, "returns-to-sender", 409, **form("returns-to-sender"))


def test_a_signature_that_fails_leaves_the_dossier_waiting_visibly_and_it_is_tried_again(cast, approved, at):
    order = prepared(cast, approved)
    Account.objects.filter(id=cast.bao.id).update(username="bao.003")
    Officer(cast.bao).send(approved, "signatures")
    assert "Đang ký số" in Officer(cast.bao).open(approved)
    assert worked(order, at).state == "failed"
    page = Officer(cast.bao).open(approved)
    assert "thiết bị hoặc dịch vụ ký số không trả lời" in page
    assert fresh(approved).stage == "approved"
    Account.objects.filter(id=cast.bao.id).update(username="bao.004")
    Officer(cast.bao).send(approved, "signatures")
    assert "bị từ chối" in worked(order, at).problem
    Account.objects.filter(id=cast.bao.id).update(username="bao")
    Officer(cast.bao).send(approved, "signatures")
    assert worked(order, at).state == "issued"
    assert Event.objects.filter(thread=approved.id, name="dossiers.ResultSigningFailed").count() == 2
    assert worked(order, at).state == "issued"
    assert Result.objects.filter(dossier=approved).count() == 1


def test_a_wish_to_withdraw_that_comes_while_it_is_signed_is_answered_first(cast, approved, at):
    order = prepared(cast, approved)
    Officer(cast.bao).send(approved, "signatures")
    answering.ask_withdrawal(
        dossier_id=approved.id, seen=fresh(approved).version, reason="", by=cast.an, at=at
    )
    assert worked(order, at).state == "failed"
    assert "hồ sơ vừa có thay đổi" in order.problem
    assert fresh(approved).stage == "approved"
    Officer(cast.bao).send(approved, "withdrawals", answer="decline", **{"withdrawal-reason": REASON})
    Officer(cast.bao).send(approved, "signatures")
    assert worked(order, at).state == "issued"


def test_a_result_is_taken_back_unsigned_and_what_is_no_pdf_is_not_signed(cast, approved, at):
    bich = Officer(cast.bich)
    answer = bich.send(approved, "signing-requests", 422, **{"unsigned-number": "", "unsigned": unsigned()})
    assert "Cần ghi số của giấy tờ kết quả." in answer.content.decode()
    answer = bich.send(approved, "signing-requests", 422, **{"unsigned-number": "1", "unsigned": pdf()})
    assert "phải là PDF" in answer.content.decode()
    order = prepared(cast, approved)
    bich.send(approved, "signing-requests/recalls")
    order.refresh_from_db()
    assert order.state == "recalled"
    signing.carry_out(order_id=order.id, at=at)
    assert fresh(approved).stage == "approved"
    prepared(cast, approved)


def test_where_nothing_is_signed_here_the_form_is_not_offered_and_the_outside_one_serves(
    cast, approved, monkeypatch
):
    monkeypatch.setitem(settings.GATEWAYS, "signing", "off")
    page = Officer(cast.bich).open(approved)
    assert "signing-requests" not in page
    Officer(cast.bich).send(approved, "signing-requests", 409, **form("signing-requests"))
    Officer(cast.bich).send(approved, "results", **form("results"))
    assert registry.simulated_signing_keys() is None
