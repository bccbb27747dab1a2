"""A photo goes up over a line that breaks: piece by piece, from where it was; strangers add nothing to it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.dossiers.models import Dossier, DraftFile
from motcua.dossiers.operations import processing
from motcua.dossiers.operations.processing import Asked
from motcua.dossiers.tests.factories import photo
from motcua.gateways import clock
from tests.stories.citizen import Citizen

MEGABYTE = 1024 * 1024
DATA = photo().read()
SIZE, HALF = len(DATA), len(DATA) // 2


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


@pytest.fixture
def guest(cast):
    return Citizen()


@pytest.fixture
def address(guest):
    return guest.begin()


def send(one, address, offset, data, *, size=SIZE, component=1, key="1"):
    """Send a piece as the script does."""
    more = {"component": f"component-{component}", "name": "anh.jpg", "key": key, "size": size}
    return one.post(
        f"{address}tep/phan/", {**more, "offset": offset, "piece": SimpleUploadedFile("blob", data)}
    )


def test_a_file_goes_on_from_where_it_was_and_is_checked_like_any(guest, address):
    assert send(guest, address, 0, DATA[:HALF]).json() == {"have": HALF}
    again = send(guest, address, 0, DATA[:HALF])
    assert (again.status_code, again.json()) == (409, {"have": HALF})
    whole = send(guest, address, HALF, DATA[HALF:])
    assert whole.status_code == 200
    assert "anh.jpg" in whole.content.decode()
    assert DraftFile.objects.get().file.media_type == "image/jpeg"


def test_an_answer_lost_on_its_way_is_given_again_and_the_file_is_kept_once(guest, address):
    for _ in range(2):
        answer = send(guest, address, 0, DATA)
        assert "anh.jpg" in answer.content.decode()
    assert DraftFile.objects.count() == 1
    guest.post(f"{address}tep/{DraftFile.objects.get().id}/bo/", {})
    send(guest, address, 0, DATA)
    assert DraftFile.objects.filter(taken_out_at=None).count() == 1, "taken out, it may be sent again"


def test_a_program_in_pieces_is_refused_in_the_end(guest, address):
    bad = b"MZ" + b"\x90" * 5000
    send(guest, address, 0, bad[:2000], size=len(bad))
    answer = send(guest, address, 2000, bad[2000:], size=len(bad))
    assert answer.status_code == 422
    assert "Hệ thống chỉ nhận tệp PDF" in answer.content.decode()
    assert not DraftFile.objects.exists()
    assert send(guest, address, 0, bad[:2000], size=len(bad)).json() == {"have": 2000}, (
        "nothing of it is left"
    )


def test_a_file_that_is_too_large_is_refused_at_its_first_piece(guest, address):
    answer = send(guest, address, 0, DATA, size=20 * MEGABYTE + 1)
    assert answer.status_code == 422
    assert "lớn hơn mức cho phép là 20 MB" in answer.content.decode()


@pytest.mark.parametrize(
    "wrong", [{"size": "x"}, {"offset": "-1"}, {"piece": ""}, {"component": "component-99"}]
)
def test_what_the_script_would_never_send_is_refused(guest, address, wrong):
    data = {"component": "component-1", "name": "a", "key": "1", "size": 10, "offset": 0}
    data["piece"] = SimpleUploadedFile("blob", b"0123456789")
    answer = guest.post(f"{address}tep/phan/", {**data, **wrong})
    assert answer.status_code == 400
    assert not DraftFile.objects.exists()


def test_a_stranger_adds_no_piece(guest, address, cast):
    send(guest, address, 0, DATA[:HALF])
    for stranger in (Citizen(), Citizen(cast.an), Citizen(cast.binh)):
        assert send(stranger, address, HALF, DATA[HALF:]).status_code == 404
    assert not DraftFile.objects.exists()


def test_an_answer_to_a_request_goes_up_in_pieces_too(guest, cast, at):
    code = guest.file()
    dossier = DraftFile.objects.first().draft.dossier_id
    processing.receive(dossier_id=dossier, seen=Dossier.objects.get().version, by=cast.binh, at=at)
    items = [Asked(4, "Giấy chứng sinh", "Ảnh mờ, xin chụp lại cho rõ chữ.")]
    processing.ask_supplement(
        dossier_id=dossier, seen=Dossier.objects.get().version, by=cast.binh, at=at, items=items
    )
    address = f"/h/{code}/bo-sung/"
    assert send(guest, address, 0, DATA[:HALF], component=4).json() == {"have": HALF}
    assert send(Citizen(), address, HALF, DATA[HALF:], component=4).status_code == 404
    assert "anh.jpg" in send(guest, address, HALF, DATA[HALF:], component=4).content.decode()
    assert "anh.jpg" in guest.text(address)
