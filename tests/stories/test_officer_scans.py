"""An officer prints separator sheets, scans the stack, and finds each paper in its dossier."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.dossiers.models import Document, ScanPart
from motcua.dossiers.reactions import split_scan
from motcua.dossiers.rules.stacks import sheet_text
from motcua.dossiers.tests.factories import filed
from motcua.dossiers.tests.scanning import loose_pages
from motcua.gateways import clock
from motcua.ledger.delivery import Heard, read_back
from motcua.ledger.models import Event
from motcua.ledger.wiring import kinds
from motcua.papers.tests import scans as paper
from tests.stories.citizen import Citizen
from tests.stories.officer import Officer, address, notes

SCANS = "/office/scans/"


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def dossier(cast, at):
    made, done = filed(cast.an, at=at)
    made.code = done.code
    return made


def sent(*pages):
    return SimpleUploadedFile("tap.pdf", paper.pdf_of(*pages), "application/pdf")


def work():
    """Let the worker hear of every stack that came."""
    for event in Event.objects.filter(name="dossiers.ScanArrived"):
        split_scan(Heard(event, read_back(kinds()[event.name], event.facts)))


def test_a_stack_is_uploaded_split_and_shown_in_its_dossier_to_officer_and_owner(cast, dossier):
    binh = Officer(cast.binh)
    sheets = binh.text(f"{address(dossier)}separators/")
    assert f'aria-label="{sheet_text(dossier.code, 4)}"' in sheets
    assert "Giấy chứng sinh" in sheets
    pages = [paper.sheet(sheet_text(dossier.code, 4)), paper.page(seed=1), paper.page(seed=2)]
    assert binh.client.post(f"{SCANS}stacks/", {"files": [sent(*pages)]}).status_code == 302
    assert "Đang tách" in binh.text(SCANS)
    work()
    assert dossier.code in binh.text(SCANS)
    page = binh.open(dossier)
    assert "quét ngày 08/9/2026, Lê Văn Bình" in page
    assert "Đã số hóa giấy tờ" in page
    assert "Đã số hóa giấy tờ" in Citizen(cast.an).text(f"/h/{dossier.code}/")


def test_photos_chosen_for_one_paper_go_straight_into_the_dossier(cast, dossier):
    bich = Officer(cast.bich)
    path = f"{address(dossier)}scans/files/"
    photos = [SimpleUploadedFile(f"{n}.jpg", paper.jpeg(paper.page(seed=n)), "image/jpeg") for n in (1, 2)]
    assert bich.client.post(path, {"files": photos}).status_code == 422
    photos = [SimpleUploadedFile(f"{n}.jpg", paper.jpeg(paper.page(seed=n)), "image/jpeg") for n in (1, 2)]
    assert bich.client.post(path, {"component": "4", "files": photos}).status_code == 302
    work()
    made = Document.objects.get(dossier=dossier, digitised_at__isnull=False)
    assert (made.component, made.file.pages) == (4, 2)


def test_loose_pages_are_bound_by_scanning_the_code_of_the_sheet(cast, dossier, at):
    binh, part = Officer(cast.binh), loose_pages(cast.binh, at)
    assert "không có tờ phân tách" in binh.text(SCANS)
    page = binh.text(f"{SCANS}{part}/", data={"code": sheet_text(dossier.code, 4)})
    assert re.search(r'value="4" checked', page)
    assert binh.get(f"{SCANS}{part}/file/").headers["Content-Type"] == "application/pdf"
    answer = binh.client.post(f"{SCANS}{part}/bindings/", {"code": dossier.code, "component": "4"})
    assert answer.status_code == 302
    assert Document.objects.filter(dossier=dossier, digitised_at__isnull=False).count() == 1


def test_a_code_of_another_agency_tells_nothing_more_than_an_unknown_one(cast, at):
    _, done = filed(cast.an, at=at, agency_id="UBND25-18001")
    binh, part = Officer(cast.binh), loose_pages(cast.binh, at)
    unknown = done.code[:-3] + "999"
    shown = [
        binh.text(f"{SCANS}{part}/", data={"code": code}).replace(code, "") for code in (done.code, unknown)
    ]
    plain = [re.sub(r'csrfmiddlewaretoken" value="\w+"', "", one) for one in shown]
    assert plain[0] == plain[1]
    assert "không có hồ sơ nào mang mã này" in plain[0]
    assert "Nguyễn Văn Hòa" not in plain[0]


def test_pages_are_removed_only_with_a_reason_and_reading_is_noted(cast, at):
    binh, part = Officer(cast.binh), loose_pages(cast.binh, at)
    path = f"{SCANS}{part}/removals/"
    assert binh.client.post(path, {"reason": ""}).status_code == 422
    assert binh.client.post(path, {"reason": "Trang trắng do máy kéo thừa."}).status_code == 302
    assert ScanPart.objects.get().dropped_by == cast.binh.id
    assert notes(cast.binh, "scan") == [[f"scan:{part}"]]


def test_what_cannot_be_read_is_said_beside_the_field(cast):
    wrong = SimpleUploadedFile("tap.pdf", io.BytesIO(b"MZ thua").read(), "application/pdf")
    answer = Officer(cast.binh).client.post(f"{SCANS}stacks/", {"files": [wrong]})
    assert answer.status_code == 422
    assert "Hệ thống chỉ nhận tệp PDF hoặc ảnh" in answer.content.decode()
