"""Drafts that a helper fills in: warned of before they go, and every act on them names for whom it was."""

from datetime import timedelta

import pytest

from motcua.accounts.tests.factories import agreed, citizen
from motcua.dossiers.models import Draft
from motcua.dossiers.notices import drafter_messages
from motcua.dossiers.operations import forgetting, intake
from motcua.dossiers.tests.test_helping import OWNER, PHONE, drafted_for, heard_of
from motcua.kernel.actors import SYSTEM
from motcua.ledger.models import Event
from motcua.ledger.verify import verify


@pytest.fixture
def nam(cast, at):
    """Nam, head of a hamlet, who helps An."""
    return citizen("Vi Văn Nam", "0977777777", at=at)


def test_helper_and_owner_are_warned_and_only_then_it_goes(cast, nam, at):
    draft = drafted_for(nam, agreed(nam, OWNER, PHONE, at=at), at)
    late = at + timedelta(days=91)
    assert forgetting.remove_drafts(by=SYSTEM, at=late).drafts == 0
    assert forgetting.warn_of_drafts(by=SYSTEM, at=late) == 1
    told = drafter_messages(heard_of(Event.objects.get(name="dossiers.DraftNearEnd")))
    assert [(one.template, one.address) for one in told] == [
        ("helped_draft_near_end", "+84977777777"),
        ("helped_draft_near_end", "+84912345678"),
    ]
    assert forgetting.warn_of_drafts(by=SYSTEM, at=late) == 0
    assert forgetting.remove_drafts(by=SYSTEM, at=late + timedelta(days=8)).drafts == 1
    assert not Draft.objects.filter(id=draft.id).exists()


def test_after_the_consent_has_ended_nobody_is_told(cast, nam, at):
    consent = agreed(nam, OWNER, PHONE, at=at)
    drafted_for(nam, consent, at)
    consent.ended_at = at
    consent.save()
    forgetting.warn_of_drafts(by=SYSTEM, at=at + timedelta(days=91))
    assert drafter_messages(heard_of(Event.objects.get(name="dossiers.DraftNearEnd"))) == []


def test_the_ledger_says_for_whom_a_helper_acted_and_of_others_nothing(cast, nam, at):
    consent = agreed(nam, OWNER, PHONE, at=at)
    draft = drafted_for(nam, consent, at)
    intake.submit(draft_id=draft.id, seen=draft.version, by=nam, at=at)
    acted = Event.objects.filter(
        name__in=["dossiers.DraftStarted", "dossiers.DossierSubmitted", "dossiers.FiledWithHelp"]
    )
    assert {one.on_behalf_of for one in acted} == {str(consent.owner_id)}
    assert {one.actor_id for one in acted} == {nam.id}
    others = Event.objects.exclude(id__in=acted.values("id"))
    assert set(others.values_list("on_behalf_of", flat=True)) == {None}
    assert verify().findings == []
