"""What officers read is written down, what others must not read they do not get, and text stays text."""

import re

import pytest
from django.test import Client

from motcua.accounts.operations.officers import give_role, open_officer
from motcua.accounts.tests.factories import PASSWORD, account_of
from motcua.dossiers.models import Document, Dossier
from motcua.dossiers.operations import answering, drafting, processing
from motcua.dossiers.tests.factories import drafted, filed, photo
from motcua.gateways import clock
from motcua.kernel.actors import SYSTEM
from motcua.ledger.models import AccessNote
from tests.stories.citizen import Citizen
from tests.stories.officer import DESK, REASON, Officer, address, at_stage, fresh, notes

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{ 7*7 }}"


@pytest.fixture(autouse=True)
def _held_clock(at):
    with clock.set_to(at):
        yield


def files(dossier, kind="component"):
    found = Document.objects.filter(dossier=dossier, kind=kind).order_by("id")
    return [f"{address(dossier)}files/{one.id}/" for one in found]


def test_each_page_of_a_dossier_that_is_read_is_noted_with_who_and_what(cast, at):
    dossier = at_stage(cast, "received", at)
    binh = Officer(cast.binh)
    binh.open(dossier)
    binh.get(f"{address(dossier)}receipt/")
    b"".join(binh.get(files(dossier)[0]).streaming_content)
    this = f"dossier:{dossier.id}"
    assert notes(cast.binh, "dossier") == [[this]]
    assert notes(cast.binh, "receipt") == [[this]]
    assert [one[0] for one in notes(cast.binh, "file")] == [this]
    assert set(AccessNote.objects.values_list("actor_unit", flat=True)) == {cast.binh.unit}


def test_reading_by_the_overseers_is_noted_too(cast, at):
    dossier = at_stage(cast, "received", at)
    Officer(cast.dung).open(dossier)
    assert notes(cast.dung, "dossier") == [[f"dossier:{dossier.id}"]]


def test_what_was_refused_was_not_read(cast, at):
    dossier = at_stage(cast, "received", at)
    chi = Officer(cast.chi)
    chi.get(address(dossier), 404)
    chi.get(files(dossier)[0], 404)
    assert not AccessNote.objects.filter(actor_id=cast.chi.id).exists()


def test_a_page_shown_again_with_an_error_is_read_again(cast, at):
    dossier = at_stage(cast, "submitted", at)
    Officer(cast.binh).send(dossier, "refusals", 422)
    assert notes(cast.binh, "dossier") == [[f"dossier:{dossier.id}"]]


def test_an_owner_reading_is_nobodys_business(cast, at):
    dossier = at_stage(cast, "received", at)
    Citizen(cast.an).get(f"/h/{dossier.codes.get().code}/")
    assert not AccessNote.objects.exists()


def test_files_are_given_to_those_who_may_see_the_dossier_and_to_nobody_else(cast, at):
    dossier = at_stage(cast, "received", at)
    path = files(dossier)[0]
    for who in (cast.binh, cast.bich, cast.bao, cast.dung):
        answer = Officer(who).get(path)
        assert b"".join(answer.streaming_content)[:3] in (b"\xff\xd8\xff", b"%PD")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in answer.headers["Cache-Control"]
    Officer(cast.chi).get(path, 404)
    for stranger in (Client(), Citizen(cast.an).client):
        assert "/sign-in/" in stranger.get(path).headers["Location"]


def test_a_file_opens_under_its_own_dossier_only(cast, at):
    one, other = at_stage(cast, "received", at), at_stage(cast, "received", at)
    Officer(cast.binh).get(files(one)[0].replace(str(one.id), str(other.id)), 404)


def test_what_the_citizen_has_not_sent_yet_is_not_the_agencys(cast, at):
    dossier = at_stage(cast, "received", at)
    asked = [processing.Asked(4, "Giấy chứng sinh", REASON)]
    processing.ask_supplement(
        dossier_id=dossier.id, seen=fresh(dossier).version, items=asked, by=cast.binh, at=at
    )
    answering.attach_answer(
        dossier_id=dossier.id, component=4, stream=photo(), name="nhap-rieng.jpg", by=cast.an, at=at
    )
    assert "nhap-rieng.jpg" not in Officer(cast.binh).open(dossier)
    Officer(cast.binh).get(files(dossier, "supplement")[0], 404)


def test_the_overseers_see_everything_and_can_do_nothing(cast, at):
    dossier = at_stage(cast, "handling", at)
    page = Officer(cast.dung).open(dossier)
    assert "chỉ xem, không xử lý" in page
    assert not re.findall(rf'action="{address(dossier)}', page)
    found = Officer(cast.dung).client.get(f"{DESK}search/", {"q": dossier.codes.get().code})
    assert found.headers["Location"] == address(dossier)


def test_the_overseers_do_not_browse_by_name(cast, at):
    dossier = at_stage(cast, "handling", at)
    found = Officer(cast.dung).client.get(f"{DESK}search/", {"q": dossier.owner_name})
    assert dossier.codes.get().code not in found.content.decode()


def test_text_that_people_wrote_is_shown_as_text(cast, at):
    draft = drafted(cast.an, at=at)
    mean = {"child.name": EVIL, "submitter.name": EVIL, "father.name": EVIL, "mother.name": EVIL}
    draft = drafting.save(draft_id=draft.id, seen=draft.version, answers=mean, by=cast.an, at=at)
    an = Citizen(cast.an)
    answer = an.submit(f"/nop/ban-nhap/{draft.id}/")
    assert answer.status_code == 302
    dossier = Dossier.objects.get()
    Officer(cast.binh).send(dossier, "receptions")
    Officer(cast.binh).send(dossier, "supplements", **{
        "component": "4", "title-4": EVIL, "reason-4": EVIL, "note": EVIL,
    })  # fmt: skip
    code = dossier.codes.get().code
    binh, path = Officer(cast.binh), address(dossier)
    pages = [
        binh.text(one)
        for one in (path, f"{path}receipt/", f"{DESK}?list=open", f"{DESK}search/?q=040090123456")
    ]
    pages += [
        an.text(one) for one in (f"/h/{code}/", f"/h/{code}/bien-nhan/", f"/h/{code}/bo-sung/", "/ho-so/")
    ]
    pages.append(binh.client.get(f"{DESK}search/", {"q": EVIL}).content.decode())
    for page in pages:
        assert "<script>alert(1)" not in page
        assert "<img src=x" not in page
        assert "alert(1)" not in page or "{{ 7*7 }}" in page


def test_names_of_files_are_shown_and_sent_as_text(cast, at):
    dossier, _ = filed(cast.an, at=at)
    row = Document.objects.filter(dossier=dossier).first()
    type(row.file).objects.filter(id=row.file_id).update(name='a"<b>\r\nX-Evil: 1.jpg')
    assert "<b>\r" not in Officer(cast.binh).open(dossier)
    answer = Officer(cast.binh).get(f"{address(dossier)}files/{row.id}/")
    assert "X-Evil" not in answer.headers
    assert "\n" not in answer.headers["Content-Disposition"]


def test_a_form_from_another_site_does_nothing(cast, at):
    dossier = at_stage(cast, "submitted", at)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(account_of(cast.binh))
    answer = strict.post(f"{address(dossier)}receptions/", {"seen": dossier.version})
    assert answer.status_code == 403
    assert "biểu mẫu" in answer.content.decode().lower()
    assert strict.post("/office/sign-out/").status_code == 403
    assert fresh(dossier).stage == "submitted"
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', strict.get(address(dossier)).content.decode())[1]
    done = strict.post(
        f"{address(dossier)}receptions/", {"seen": dossier.version, "csrfmiddlewaretoken": token}
    )
    assert done.status_code == 302


def test_pages_of_the_office_are_kept_by_no_cache_and_framed_by_no_other_site(cast, at):
    dossier = at_stage(cast, "submitted", at)
    answer = Officer(cast.binh).get(address(dossier))
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["X-Frame-Options"] == "DENY"
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


def test_an_officer_of_two_agencies_works_for_one_at_a_time(cast, at):
    dossier = at_stage(cast, "submitted", at)
    row = open_officer(username="hai", password=PASSWORD, name="Hồ Hai", by=SYSTEM, at=at)
    for agency in (cast.binh.unit, cast.chi.unit):
        give_role(officer=row, agency_id=agency, role="reception", valid_from=at.date(), by=SYSTEM, at=at)
    client = Client()
    client.force_login(row.account)
    for unit, status in ((cast.chi.unit, 404), (cast.binh.unit, 200), (cast.chi.unit, 404), ("VPUBND", 404)):
        client.post(f"{DESK}unit/", {"unit": unit})
        assert client.get(address(dossier)).status_code == status, unit
