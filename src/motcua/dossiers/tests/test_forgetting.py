"""What is kept no longer than needed: drafts left lying with their files, traces of filing; never a filed dossier."""

from datetime import timedelta

import pytest
from django.db.models import ProtectedError

from motcua.accounts.tests.factories import account_of
from motcua.directory.models import Period
from motcua.directory.warm import forget_all
from motcua.dossiers import notices, reactions
from motcua.dossiers.chores import forget, warn
from motcua.dossiers.models import Document, Dossier, Draft, DraftFile, Origin
from motcua.dossiers.operations import drafting, forgetting
from motcua.dossiers.tests.factories import drafted, filed
from motcua.dossiers.trace import Trace
from motcua.kernel.actors import SYSTEM, Actor
from motcua.ledger.delivery import Heard, read_back
from motcua.ledger.models import Event
from motcua.ledger.wiring import kinds
from motcua.papers.disk import folder_of, path_of
from motcua.papers.models import File
from motcua.papers.operations import forget_rows

DAY = timedelta(days=1)
GUEST = Actor("guest", "mot-ten-ngau-nhien")


def heard(name):
    event = Event.objects.get(name=name)
    return Heard(event, read_back(kinds()[event.name], event.facts))


def names():
    return list(Event.objects.order_by("id").values_list("name", flat=True))


def night_and_day(at):
    """Do what the worker does in a night and the day after."""
    forget(at=at)
    warn(at=at)


def files_of(draft):
    return list(draft.files.values_list("file_id", flat=True))


def test_the_draft_of_a_guest_goes_after_ninety_days_with_its_files(an, at):
    draft = drafted(GUEST, at=at)
    files = files_of(draft)
    assert files
    night_and_day(at=at + 90 * DAY)
    assert Draft.objects.filter(id=draft.id).exists()
    night_and_day(at=at + 91 * DAY)
    assert not Draft.objects.filter(id=draft.id).exists()
    assert not DraftFile.objects.filter(draft_id=draft.id).exists()
    assert not File.objects.filter(id__in=files).exists()
    fact = heard("dossiers.DraftsRemoved").fact
    assert (fact.drafts, set(fact.files)) == ((draft.id,), set(files))


def test_the_bytes_go_after_their_rows_by_the_worker_once_and_again(an, at):
    draft = drafted(GUEST, at=at)
    files = files_of(draft)
    forgetting.remove_drafts(by=SYSTEM, at=at + 91 * DAY)
    assert all(path_of(one).exists() for one in files)
    told = heard("dossiers.DraftsRemoved")
    reactions.clear_away(told)
    assert not any(folder_of(one).exists() for one in files)
    reactions.clear_away(told)


def test_the_owner_of_an_account_is_warned_a_week_before_and_only_then_it_goes(an, at):
    draft = drafted(an, at=at)
    night_and_day(at=at + 82 * DAY)
    assert "dossiers.DraftNearEnd" not in names()
    night_and_day(at=at + 84 * DAY)
    night_and_day(at=at + 85 * DAY)
    assert names().count("dossiers.DraftNearEnd") == 1
    [message] = notices.drafter_messages(heard("dossiers.DraftNearEnd"))
    assert (message.template, message.channel, message.address) == ("draft_near_end", "sms", "+84912345678")
    assert message.values["due"] == "Thứ Hai, ngày 07/12/2026"
    night_and_day(at=at + 91 * DAY)  # warned on day 84: the week is not over
    assert Draft.objects.filter(id=draft.id).exists()
    night_and_day(at=at + 92 * DAY)
    assert not Draft.objects.filter(id=draft.id).exists()


def test_when_the_worker_stood_still_the_warning_still_goes_a_week_before(an, at):
    draft = drafted(an, at=at)
    night_and_day(at=at + 200 * DAY)
    assert Draft.objects.filter(id=draft.id).exists()
    night_and_day(at=at + 206 * DAY)
    assert Draft.objects.filter(id=draft.id).exists()
    night_and_day(at=at + 208 * DAY)
    assert not Draft.objects.filter(id=draft.id).exists()


def test_who_goes_on_with_a_draft_keeps_it_and_is_warned_anew_later(an, at):
    draft = drafted(an, at=at)
    night_and_day(at=at + 84 * DAY)
    seen = Draft.objects.get(id=draft.id).version
    drafting.save(draft_id=draft.id, seen=seen, answers={"a": "b"}, by=an, at=at + 86 * DAY)
    night_and_day(at=at + 100 * DAY)
    assert Draft.objects.filter(id=draft.id).exists()
    night_and_day(at=at + (86 + 84) * DAY)
    assert names().count("dossiers.DraftNearEnd") == 2


def test_the_owner_is_told_by_the_way_and_in_the_language_of_the_account(an, at):
    drafted(an, at=at)
    account = account_of(an)
    account.language = "en"
    account.save()
    night_and_day(at=at + 84 * DAY)
    [message] = notices.drafter_messages(heard("dossiers.DraftNearEnd"))
    assert message.language == "en"
    assert "2026" in message.values["due"]


def test_nothing_of_a_filed_dossier_is_ever_removed(an, at):
    dossier, _ = filed(an, at=at)
    draft = Draft.objects.get(dossier_id=dossier.id)
    before = set(Document.objects.values_list("file_id", flat=True)), set(files_of(draft))
    night_and_day(at=at + 5000 * DAY)
    assert (set(Document.objects.values_list("file_id", flat=True)), set(files_of(draft))) == before
    assert all(path_of(one).exists() for one in before[0])
    assert bytes(Draft.objects.get(id=draft.id).answers_sealed)
    with pytest.raises(ProtectedError):
        forget_rows(file_ids=list(before[0]), by=SYSTEM, at=at)


def test_the_traces_of_filing_are_emptied_after_a_hundred_days_and_all_else_stays(an, at):
    dossier, _ = filed(an, at=at)
    origin = Origin.objects.get(dossier=dossier)
    assert origin.phone_key
    assert origin.session_key
    night_and_day(at=at + 100 * DAY)
    assert Origin.objects.get(dossier=dossier).phone_key
    night_and_day(at=at + 101 * DAY)
    night_and_day(at=at + 102 * DAY)
    later = Origin.objects.get(dossier=dossier)
    assert [getattr(later, name) for name in forgetting.KEYS] == [None] * len(forgetting.KEYS)
    assert (later.channel, later.created_at, later.filed_by) == (
        "online",
        origin.created_at,
        origin.filed_by,
    )
    assert Draft.objects.get(dossier_id=dossier.id).trace == {}
    assert Dossier.objects.get(id=dossier.id).owner_name == dossier.owner_name
    fact = heard("dossiers.OriginKeysForgotten").fact
    assert (fact.dossiers, fact.drafts) == (1, 1)


def test_a_dry_run_counts_and_changes_nothing(an, at):
    drafted(GUEST, at=at)
    drafted(an, at=at)
    filed(an, at=at)
    before, later = names(), at + 101 * DAY
    assert forgetting.warn_of_drafts(dry_run=True, by=SYSTEM, at=later) == 1
    assert forgetting.remove_drafts(dry_run=True, by=SYSTEM, at=later).drafts == 1
    assert forgetting.forget_keys(dry_run=True, by=SYSTEM, at=later) == 1
    assert names() == before
    assert Draft.objects.count() == 3


def test_without_a_row_nothing_is_forgotten(an, at):
    Period.objects.filter(name__in=["draft_kept", "origin_key_kept"]).delete()
    forget_all()
    try:
        drafted(GUEST, at=at)
        filed(an, at=at)
        night_and_day(at=at + 5000 * DAY)
        assert Draft.objects.count() == 2
        assert Origin.objects.get().phone_key
    finally:
        forget_all()


def test_a_draft_whose_file_came_lately_is_not_left_lying(an, at):
    draft = drafting.start(
        procedure="1.001193", agency_id="UBND25-17989", trace=Trace(session="s"), by=GUEST, at=at
    )
    young = drafted(GUEST, at=at + 60 * DAY)
    young.files.update(draft_id=draft.id)
    night_and_day(at=at + 91 * DAY)
    assert Draft.objects.filter(id=draft.id).exists()
