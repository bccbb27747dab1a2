"""Scanned paper finds its dossier: by the sheet before it, by hand, or by the watched folder – and only at home."""

import io
import os
import time

import pikepdf
import pytest

from motcua.dossiers.chores import collect_scans
from motcua.dossiers.errors import Incomplete, NotFound
from motcua.dossiers.models import Document, Scan, ScanPart
from motcua.dossiers.operations.scanning import Stack, add_scan, bind_part, drop_part, read_scan
from motcua.dossiers.queries.scans import grant_for_part, scans_of
from motcua.dossiers.reactions import split_scan
from motcua.dossiers.rules.stacks import sheet_text
from motcua.dossiers.tests.factories import filed
from motcua.ledger.delivery import Heard, read_back
from motcua.ledger.models import Event
from motcua.ledger.wiring import kinds
from motcua.papers import disk
from motcua.papers.errors import Refused
from motcua.papers.tests import scans as paper

REASON = "Trang trắng do máy quét kéo thừa giấy."

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier(cast, at):
    """A dossier of An's where Bình works."""
    made, done = filed(cast.an, at=at)
    made.code = done.code
    return made


@pytest.fixture
def folder(settings, tmp_path):
    """The watched folder, with a place for Bình's agency."""
    settings.SCANS_ROOT = str(tmp_path)
    place = tmp_path / "UBND25-17989"
    place.mkdir()
    return place


def stack(*pages, **more):
    return Stack(files=[("quet.pdf", io.BytesIO(paper.pdf_of(*pages)))], **more)


def delivered(scan):
    """Let the worker hear that the stack came."""
    for event in Event.objects.filter(name="dossiers.ScanArrived", subject=str(scan.id)):
        split_scan(Heard(event, read_back(kinds()[event.name], event.facts)))
    return Scan.objects.get(id=scan.id)


def scanned(document):
    return Document.objects.filter(dossier_id=document.id, digitised_at__isnull=False)


def put(place, name, content, *, age=60):
    path = place / name
    path.write_bytes(content)
    os.utime(path, (time.time() - age,) * 2)
    return path


def test_each_part_of_a_stack_comes_to_its_dossier_and_paper_as_one_pdf(cast, dossier, at):
    other, done = filed(cast.an, at=at)
    pages = [
        paper.sheet(sheet_text(dossier.code, 4), seed=1),
        paper.page(seed=2),
        paper.page(seed=3),
        paper.sheet(sheet_text(done.code, 0), seed=4),
        paper.page(seed=5),
    ]
    scan = add_scan(stack=stack(*pages), by=cast.binh, at=at)
    assert not scanned(dossier).exists()  # the web process only keeps the stack
    assert delivered(scan).state == "read"
    [first], [second] = scanned(dossier), scanned(other)
    assert (first.component, first.file.pages, second.component, second.file.pages) == (4, 2, 0, 1)
    assert first.title
    assert (first.digitised_by, first.digitised_at) == (cast.binh.id, at)
    with pikepdf.open(disk.path_of(first.file_id)) as pdf:
        assert len(pdf.pages) == 2
    facts = Event.objects.filter(name="dossiers.PaperDigitised").values_list("actor_id", flat=True)
    assert set(facts) == {cast.binh.id}


def test_hearing_of_a_stack_twice_binds_it_once(cast, dossier, at):
    scan = add_scan(stack=stack(paper.sheet(sheet_text(dossier.code, 4)), paper.page()), by=cast.binh, at=at)
    delivered(scan)
    read_scan(scan_id=scan.id, by=cast.binh, at=at)
    assert scanned(dossier).count() == 1


def test_several_photos_chosen_for_one_paper_become_one_pdf(cast, dossier, at):
    photos = [(f"{n}.jpg", io.BytesIO(paper.jpeg(paper.page(seed=n)))) for n in range(3)]
    scan = add_scan(stack=Stack(files=photos, code=dossier.code, component=4), by=cast.bich, at=at)
    delivered(scan)
    [made] = scanned(dossier)
    assert (made.file.media_type, made.file.pages, made.digitised_by) == ("application/pdf", 3, cast.bich.id)


def test_pages_without_a_sheet_wait_to_be_bound_by_hand(cast, dossier, at):
    delivered(add_scan(stack=stack(paper.page()), by=cast.binh, at=at))
    [loose] = scans_of(cast.binh, at).loose
    bind_part(part_id=loose.id, code=dossier.code.lower(), component=4, by=cast.binh, at=at)
    assert scanned(dossier).get().component == 4
    assert not scans_of(cast.binh, at).loose
    with pytest.raises(NotFound):
        bind_part(part_id=loose.id, code=dossier.code, component=4, by=cast.binh, at=at)


def test_a_foreign_dossier_and_an_unknown_code_are_refused_alike(cast, at):
    foreign, done = filed(cast.an, at=at, agency_id="UBND25-18001")
    unknown = done.code[:-3] + "999"
    said = []
    for code in (done.code, unknown):
        scan = add_scan(stack=stack(paper.sheet(sheet_text(code, 4)), paper.page()), by=cast.binh, at=at)
        delivered(scan)
        part = ScanPart.objects.get(scan=scan)
        with pytest.raises(Incomplete) as refused:
            bind_part(part_id=part.id, code=code, component=4, by=cast.binh, at=at)
        said.append((part.problem, refused.value.problems))
    assert said[0] == said[1]
    assert not scanned(foreign).exists()


def test_a_paper_that_the_procedure_does_not_have_stays_loose(cast, dossier, at):
    scan = add_scan(
        stack=stack(paper.sheet(sheet_text(dossier.code, 999)), paper.page()), by=cast.binh, at=at
    )
    delivered(scan)
    assert not scanned(dossier).exists()
    assert ScanPart.objects.get().problem


@pytest.mark.parametrize("who", ["chi", "dung", "an"])
def test_a_stranger_binds_sees_and_drops_nothing(cast, dossier, at, who):
    stranger = getattr(cast, who)
    delivered(add_scan(stack=stack(paper.page()), by=cast.binh, at=at))
    part = ScanPart.objects.get()
    for act in (
        lambda: bind_part(part_id=part.id, code=dossier.code, component=4, by=stranger, at=at),
        lambda: drop_part(part_id=part.id, reason=REASON, by=stranger, at=at),
        lambda: grant_for_part(stranger, part.id),
    ):
        with pytest.raises(NotFound):
            act()
    assert not ScanPart.objects.get().document_id


def test_only_who_handles_dossiers_at_an_agency_scans_for_it(cast, dossier, at):
    for stranger in (cast.dung, cast.an):
        with pytest.raises(NotFound):
            add_scan(stack=stack(paper.page()), by=stranger, at=at)
    with pytest.raises(Incomplete):
        add_scan(stack=stack(paper.page(), code=dossier.code, component=4), by=cast.chi, at=at)
    assert not Scan.objects.exists()


def test_pages_of_no_dossier_are_put_aside_with_a_reason_and_kept(cast, at):
    delivered(add_scan(stack=stack(paper.page()), by=cast.binh, at=at))
    part = ScanPart.objects.get()
    with pytest.raises(Incomplete):
        drop_part(part_id=part.id, reason="x", by=cast.binh, at=at)
    drop_part(part_id=part.id, reason=REASON, by=cast.binh, at=at)
    assert not scans_of(cast.binh, at).loose
    assert disk.path_of(part.file_id).exists()


def test_what_is_no_paper_is_refused_at_once(cast, at):
    with pytest.raises(Refused):
        add_scan(stack=Stack(files=[("a.exe", io.BytesIO(b"MZ" * 50))]), by=cast.binh, at=at)
    with pytest.raises(Incomplete):
        add_scan(stack=Stack(files=[]), by=cast.binh, at=at)
    assert not Scan.objects.exists()


def test_a_file_of_the_folder_is_taken_when_it_is_complete_and_then_lies_in_done(dossier, folder, at):
    content = paper.pdf_of(paper.sheet(sheet_text(dossier.code, 4)), paper.page())
    put(folder, "moi.pdf", content, age=2)
    put(folder, "dang-ghi.pdf.part", content)
    assert collect_scans(at=at) == 0
    put(folder, "moi.pdf", content)
    assert collect_scans(at=at) == 1
    [done] = (folder / "done").iterdir()
    assert done.name.endswith("moi.pdf")
    assert done.read_bytes() == content
    delivered(Scan.objects.get())
    assert scanned(dossier).get().digitised_by == ""


def test_the_same_content_is_taken_once_under_whatever_name(folder, at):
    content = paper.pdf_of(paper.page())
    for name in ("a.pdf", "b.pdf"):
        put(folder, name, content)
    assert collect_scans(at=at) == 2
    assert Scan.objects.count() == 1
    assert len(list((folder / "done").iterdir())) == 2


def test_an_unreadable_file_waits_for_more_of_it_and_is_then_refused_with_the_reason(cast, folder, at):
    whole = paper.pdf_of(paper.page())
    put(folder, "cut.pdf", whole[: len(whole) // 2])
    assert collect_scans(at=at) == 0
    put(folder, "cut.pdf", whole[: len(whole) // 2], age=3600)
    assert collect_scans(at=at) == 1
    kept = {one.name.partition("-")[2]: one for one in (folder / "refused").iterdir()}
    assert set(kept) == {"cut.pdf", "cut.pdf.ly-do.txt"}
    assert "PDF" in kept["cut.pdf.ly-do.txt"].read_text()
    [shown] = scans_of(cast.binh, at).refused
    assert shown.name == "cut.pdf"


def test_links_and_folders_of_no_agency_are_left_alone(folder, tmp_path, at, caplog):
    secret = tmp_path / "secret.pdf"
    secret.write_bytes(paper.pdf_of(paper.page()))
    (folder / "link.pdf").symlink_to(secret)
    stranger = tmp_path / "NOBODY"
    stranger.mkdir()
    put(stranger, "a.pdf", b"%PDF")
    assert collect_scans(at=at) == 0
    assert "NOBODY" in caplog.text
    assert not Scan.objects.exists()


def test_without_the_setting_nothing_is_watched(settings, at):
    settings.SCANS_ROOT = ""
    assert collect_scans(at=at) == 0
