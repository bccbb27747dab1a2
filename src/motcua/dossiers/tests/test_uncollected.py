"""Results wait for their owners on one list, the longest first, and the owners are reminded by the clock."""

from datetime import timedelta

import pytest

from motcua.accounts.operations.parties import Person
from motcua.dossiers import notices
from motcua.dossiers.chores import raise_alarms
from motcua.dossiers.events import ResultUncollected
from motcua.dossiers.models import Dossier
from motcua.dossiers.operations import processing, returning
from motcua.dossiers.queries.uncollected import uncollected, uncollected_by_agency, uncollected_counts
from motcua.dossiers.tests.factories import IDENTITY, filed, photo
from motcua.dossiers.tests.test_handing_out import OWNER, REASON, give, issued, seen
from motcua.ledger.delivery import Heard, read_back
from motcua.ledger.models import Event
from motcua.messages.models import Message, Slip

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
FIRST, SECOND = 7 * DAY, 30 * DAY


def reminded():
    return list(Event.objects.filter(name="dossiers.ResultUncollected").order_by("id"))


def heard(event):
    return Heard(event, read_back(ResultUncollected, event.facts))


def listed(viewer, at, **more):
    return [one.dossier_id for one in uncollected(viewer, "UBND25-17989", at=at, **more)]


def waits(cast, at, *, way="counter"):
    key = issued(cast, at)
    Dossier.objects.filter(id=key).update(return_way=way)
    return key


def test_the_longest_waiting_stands_first_and_pages_join_to_the_whole_list(cast, at):
    old, new, newest = (issued(cast, at + wait * DAY) for wait in (0, 1, 3))
    later = at + 9 * DAY
    rows = uncollected(cast.binh, cast.binh.unit, at=later)
    assert [(one.dossier_id, one.days, one.way) for one in rows] == [
        (old, 9, "counter"),
        (new, 8, "counter"),
        (newest, 6, "counter"),
    ]
    assert listed(cast.binh, later, limit=1) + listed(cast.binh, later, after=rows[0].key) == [
        old,
        new,
        newest,
    ]
    assert rows[0].contacts[0].address == "+84912345678"


def test_the_counts_are_the_lengths_of_the_lists_and_what_is_fetched_leaves_them(cast, at):
    keys = [waits(cast, at, way=way) for way in ("counter", "post", "online", "counter")]
    counts = uncollected_counts(cast.binh, cast.binh.unit)
    assert counts == {way: len(listed(cast.binh, at, way=way)) for way in counts}
    assert sum(counts.values()) == len(listed(cast.binh, at)) == 4
    give(keys[0], OWNER, cast.binh, at)
    assert uncollected_counts(cast.binh, cast.binh.unit)["counter"] == 1


def test_no_stranger_reads_the_list_and_oversight_reads_every_agencys(cast, at):
    issued(cast, at)
    for who in (cast.chi, cast.an):
        assert uncollected(who, cast.binh.unit, at=at) == []
        assert sum(uncollected_counts(who, cast.binh.unit).values()) == 0
        assert uncollected_by_agency(who) == []
    assert len(uncollected(cast.dung, cast.binh.unit, at=at)) == 1
    assert [(one.agency_id, one.count) for one in uncollected_by_agency(cast.dung)] == [(cast.binh.unit, 1)]
    assert uncollected_by_agency(cast.binh) == []


def test_the_owner_is_reminded_after_a_week_and_again_after_a_month_when_offices_open(cast, at):
    key = issued(cast, at)
    first = Dossier.objects.get(id=key).alarm_at
    assert first.date() == (at + FIRST).date()
    assert first < at + FIRST  # in the morning
    assert raise_alarms(at=first) == 0
    assert raise_alarms(at=first + MINUTE) == 1
    assert raise_alarms(at=first + DAY) == 0
    assert raise_alarms(at=at + SECOND + DAY) == 1
    assert raise_alarms(at=at + 99 * DAY) == 0
    assert [one.facts["times"] for one in reminded()] == [1, 2]
    [row] = uncollected(cast.binh, cast.binh.unit, at=at + SECOND + DAY)
    assert (row.reminded, row.reminded_at) == (2, at + SECOND + DAY)


def test_who_was_never_looked_at_in_time_is_reminded_once(cast, at):
    issued(cast, at)
    assert raise_alarms(at=at + 60 * DAY) == 1
    assert [one.facts["times"] for one in reminded()] == [2]


def test_what_was_fetched_or_goes_out_by_post_is_not_reminded_of(cast, at):
    key = issued(cast, at)
    give(key, OWNER, cast.binh, at)
    dossier, _ = filed(cast.an, at=at)
    Dossier.objects.filter(id=dossier.id).update(return_way="post", stage="approved", received_at=at)
    result = {"paper": returning.ResultPaper(photo(), "kq.jpg", "14/GKS")}
    returning.issue(dossier_id=dossier.id, seen=seen(dossier.id), by=cast.bich, at=at, **result)
    assert Dossier.objects.get(id=dossier.id).alarm_at is None
    assert raise_alarms(at=at + 60 * DAY) == 0


def test_a_corrected_result_counts_its_days_anew(cast, at):
    key = issued(cast, at)
    raise_alarms(at=at + FIRST)
    later = at + 8 * DAY
    returning.reopen(dossier_id=key, seen=seen(key), reason=REASON, by=cast.bao, at=later)
    for act, by in ((processing.propose, cast.bich), (processing.approve, cast.bao)):
        act(dossier_id=key, seen=seen(key), by=by, at=later)
    result = {"paper": returning.ResultPaper(photo(), "kq.jpg", "15/GKS")}
    returning.issue(dossier_id=key, seen=seen(key), by=cast.bich, at=later, **result)
    [row] = uncollected(cast.binh, cast.binh.unit, at=later)
    assert (row.days, row.reminded, row.reminded_at) == (0, 0, None)
    assert raise_alarms(at=later + FIRST) == 1


@pytest.mark.parametrize(
    ("way", "template"), [("counter", "result_uncollected"), ("online", "result_uncollected_online")]
)
def test_the_reminder_says_where_the_result_waits(cast, at, way, template):
    waits(cast, at, way=way)
    raise_alarms(at=at + FIRST)
    [event] = reminded()
    [message] = notices.owner_messages(heard(event))
    assert message.template == template
    assert "ngày 08/9/2026" in message.values["since"]


def test_who_has_neither_phone_nor_mail_gets_a_printed_slip(cast, at):
    issued(cast, at, owner=Person(name="Lầu Y Mỷ", number=IDENTITY, address="Bản Mường Xén"))
    raise_alarms(at=at + FIRST)
    [event] = reminded()
    Slip.objects.all().delete()
    notices.tell_owner(heard(event))
    assert not Message.objects.exists()
    assert Slip.objects.get().template == "result_uncollected"
