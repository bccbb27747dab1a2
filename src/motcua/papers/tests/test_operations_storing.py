"""A file is checked while it is uploaded, and durable before anybody is told."""

import io
import os
import signal
from hashlib import sha256
from pathlib import Path

import pytest

from motcua.papers import disk, opening
from motcua.papers.chores import sweep_orphans
from motcua.papers.errors import Gone, Refused
from motcua.papers.grants import Grant
from motcua.papers.models import File
from motcua.papers.operations import discard, store
from motcua.papers.tests.factories import AN, PLACE, pdf, photo

DAY = 24 * 3600
pytestmark = pytest.mark.django_db


class Endless(io.RawIOBase):
    """A stream that tells no size and never ends."""

    read_so_far = 0

    def read(self, size=-1):
        self.read_so_far += size
        return b"%PDF-1.7\n".ljust(size, b" ")


def kept(data, at, name="Giấy chứng sinh.pdf"):
    return store(stream=io.BytesIO(data), name=name, by=AN, at=at)


def grant(file):
    return Grant(file_id=file.id, variant="original", name=file.name, viewer="an")


def test_a_stored_file_opens_as_it_was(at, files_root):
    data = pdf(2)
    file = kept(data, at)
    opened = opening.open(grant(file))
    with opened.stream as stream:
        assert stream.read() == data
    assert (opened.media_type, opened.length) == ("application/pdf", len(data))
    row = File.objects.get(id=file.id)
    assert (row.name, row.pages, row.size, bytes(row.sha256)) == (
        "Giấy chứng sinh.pdf", 2, len(data), sha256(data).digest(),
    )  # fmt: skip
    assert (row.uploaded_by_kind, row.uploaded_by_id, row.uploaded_at, row.state) == (
        "citizen",
        "an",
        at,
        "stored",
    )


def test_files_lie_by_year_month_and_id(at, files_root):
    file = kept(pdf(), at)
    assert (files_root / "2026" / "09" / str(file.id) / "original").exists()
    assert [path.name for path in (files_root / "2026" / "09" / str(file.id)).iterdir()] == ["original"]


def test_a_photo_is_kept_without_its_place(at):
    file = kept(photo(located=True), at, "anh.jpg")
    with opening.open(grant(file)).stream as stream:
        data = stream.read()
    assert PLACE.encode() not in data
    assert bytes(file.sha256) == sha256(data).digest()
    assert file.size == len(data)


def test_a_renamed_program_is_refused_and_leaves_nothing(at, files_root):
    with pytest.raises(Refused):
        kept(b"MZ" + b"\0" * 100, at, "giay-khai-sinh.pdf")
    assert not File.objects.exists()
    assert [path for path in files_root.rglob("*") if path.is_file()] == []


def test_a_file_over_the_limit_is_refused_with_its_size_and_the_limit(at):
    with pytest.raises(Refused) as refused:
        kept(b" " * (21 * 1024 * 1024), at)
    assert refused.value.code == "too_big"
    assert "nặng 21 MB" in refused.value.message
    assert "mức cho phép là 20 MB" in refused.value.message


def test_a_stream_without_a_size_is_cut_off_at_the_limit(at, files_root):
    endless = Endless()
    with pytest.raises(Refused, match="20 MB"):
        store(stream=endless, name="x.pdf", by=AN, at=at)
    assert endless.read_so_far < 21 * 1024 * 1024
    assert [path for path in files_root.rglob("*") if path.is_file()] == []


def test_a_discarded_file_is_gone_once_the_act_is_committed(at, django_capture_on_commit_callbacks):
    file = kept(pdf(), at)
    with django_capture_on_commit_callbacks(execute=True):
        discard(file_id=file.id, by=AN, at=at)
        assert disk.path_of(file.id).exists()
    assert not disk.path_of(file.id).exists()
    with pytest.raises(Gone):
        opening.open(grant(file))


def test_bytes_are_durable_under_their_name_before_the_row_is_written(at, monkeypatch):
    settled, seen = [], []
    monkeypatch.setattr(
        disk.os, "fsync", lambda handle: settled.append(str(Path(f"/proc/self/fd/{handle}").readlink()))
    )
    save = File.save
    monkeypatch.setattr(File, "save", lambda row, **how: seen.extend(settled) or save(row, **how))
    file = kept(pdf(), at)
    folder = disk.folder_of(file.id)
    assert [Path(path).name for path in seen[:2]] == ["original", folder.name]
    assert str(folder.parent) in seen


def test_a_process_killed_between_file_and_row_leaves_an_orphan_that_is_put_aside(
    at, files_root, monkeypatch
):
    child = os.fork()
    if child == 0:
        File.save = lambda row, **how: os.kill(os.getpid(), signal.SIGKILL)
        kept(pdf(), at)
        os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    [orphan] = (files_root / "2026" / "09").iterdir()
    beside = kept(pdf(), at)
    assert sweep_orphans(at=at) == 0, "it could still be on its way"
    for folder in (orphan, disk.folder_of(beside.id)):
        os.utime(folder, (folder.stat().st_mtime - 2 * DAY,) * 2)
    assert sweep_orphans(at=at) == 1
    assert not orphan.exists()
    assert disk.path_of(beside.id).exists()
    aside = files_root / "orphans" / orphan.name
    assert (aside / "original").exists()
    os.utime(aside, (aside.stat().st_mtime - 31 * DAY,) * 2)
    sweep_orphans(at=at)
    assert not aside.exists()
