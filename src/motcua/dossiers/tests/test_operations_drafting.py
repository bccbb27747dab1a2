"""Drafts belong to somebody in particular, and nothing is lost between a file and the filing."""

import pytest

from motcua.dossiers.errors import NotAllowed, NotFound
from motcua.dossiers.models import Draft, DraftFile
from motcua.dossiers.operations import drafting, intake
from motcua.dossiers.queries.drafts import guest_key, open_drafts, own
from motcua.dossiers.tests.factories import BIRTH, drafted, photo
from motcua.dossiers.trace import Trace
from motcua.kernel.actors import GUEST, Actor


def test_somebody_without_a_name_of_their_own_owns_no_draft(an, at):
    with pytest.raises(NotAllowed):
        drafting.start(procedure=BIRTH, agency_id="UBND25-17989", trace=Trace(), by=GUEST, at=at)
    draft = drafted(Actor("guest", "mot-ten-ngau-nhien"), at=at)
    Draft.objects.filter(id=draft.id).update(guest_key=guest_key(GUEST))
    with pytest.raises(NotFound):
        own(draft.id, GUEST)
    assert open_drafts(GUEST) == []
    assert drafting.adopt(guest=GUEST, by=an, at=at) == 0


def test_an_officer_opens_no_draft_of_their_own(cast, at):
    with pytest.raises(NotAllowed):
        drafting.start(procedure=BIRTH, agency_id="UBND25-17989", trace=Trace(), by=cast.binh, at=at)


def test_a_guest_signs_in_and_goes_on_with_the_draft(an, at):
    guest, other = Actor("guest", "mot-ten-ngau-nhien"), Actor("guest", "ten-khac")
    draft = drafted(guest, at=at)
    assert drafting.adopt(guest=other, by=an, at=at) == 0
    assert drafting.adopt(guest=guest, by=an, at=at) == 1
    assert own(draft.id, an)
    with pytest.raises(NotFound):
        own(draft.id, guest)


def test_a_file_that_comes_while_the_draft_is_filed_is_refused_not_lost(an, at, monkeypatch):
    draft = drafted(an, at=at)
    keep = drafting.prepare

    def slow_prepare(**more):
        intake.submit(draft_id=draft.id, seen=draft.version, by=an, at=at)
        return keep(**more)

    monkeypatch.setattr(drafting, "prepare", slow_prepare)
    before = draft.files.count()
    with pytest.raises(NotAllowed):
        drafting.attach(draft_id=draft.id, component=1, stream=photo(), name="a.jpg", by=an, at=at)
    assert draft.files.count() == before


def test_what_was_filed_is_not_taken_out_of_its_draft(an, at):
    draft = drafted(an, at=at)
    intake.submit(draft_id=draft.id, seen=draft.version, by=an, at=at)
    file = draft.files.first()
    with pytest.raises(NotAllowed):
        drafting.take_out(draft_id=draft.id, draft_file_id=file.id, by=an, at=at)
    assert DraftFile.objects.get(id=file.id).taken_out_at is None
