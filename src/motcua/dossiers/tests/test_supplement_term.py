"""A request for papers has a last day: told, reminded of, and followed by what the dated row says."""

from datetime import UTC, date, datetime, timedelta

import pytest

from motcua.directory.models import Period
from motcua.directory.warm import forget_all
from motcua.dossiers import notices
from motcua.dossiers.chores import raise_alarms
from motcua.dossiers.errors import NotAllowed, NotFound
from motcua.dossiers.models import Dossier
from motcua.dossiers.operations import answering, processing
from motcua.dossiers.operations.expiring import expire
from motcua.dossiers.operations.processing import Asked
from motcua.dossiers.queries.desk import desk_counts, desk_page
from motcua.dossiers.queries.timeline import timeline
from motcua.dossiers.rules.texts import sha256
from motcua.dossiers.tests.factories import BIRTH, filed, photo
from motcua.kernel.actors import SYSTEM
from motcua.ledger.delivery import Heard, read_back
from motcua.ledger.models import Event
from motcua.ledger.wiring import kinds

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
WHY = "Ảnh giấy chứng sinh bị mờ, xin chụp lại cho rõ chữ."
LAST = date(2026, 10, 8)
OVER = datetime(2026, 10, 9, 0, tzinfo=UTC)
"""07:00 in Vietnam, on the morning after the thirtieth day after 8 September 2026."""


def do(act, dossier, by, at, **more):
    seen = Dossier.objects.get(id=dossier.id).version
    act(dossier_id=dossier.id, seen=seen, by=by, at=at, **more)
    return Dossier.objects.get(id=dossier.id)


def asked(cast, at, *, received=True):
    dossier, _ = filed(cast.an, at=at)
    if received:
        do(processing.receive, dossier, cast.binh, at)
    return do(processing.ask_supplement, dossier, cast.binh, at, items=[Asked(4, "Giấy chứng sinh", WHY)])


def answered(dossier, cast, at):
    answering.attach_answer(
        dossier_id=dossier.id, component=4, stream=photo(), name="a.jpg", by=cast.an, at=at
    )
    return do(answering.answer_supplement, dossier, cast.an, at)


def told(dossier):
    return [moment.name.removeprefix("dossiers.") for moment in timeline(dossier.id, audience="citizen")]


def messages(dossier):
    events = Event.objects.filter(thread=dossier.id).order_by("id")
    heard = [Heard(one, read_back(kinds()[one.name], one.facts)) for one in events]
    return {message.template: message for one in heard for message in notices.owner_messages(one)}


@pytest.fixture
def void(db):
    """A row of sector law: without papers in ten working days the dossier is void."""
    row = Period(name="supplement_answer", scope=BIRTH, amount=10, unit="working_day", after="stop")
    row.law, row.note = "Nghị định mẫu, Điều 8", "Quá 10 ngày làm việc thì hồ sơ không còn giá trị."
    row.valid_from, row.source, row.confidence = date(2021, 1, 1), "test", "test"
    row.save()
    forget_all()
    yield row
    forget_all()


def test_the_request_keeps_its_last_day_and_the_owner_is_told_it(cast, at):
    dossier = asked(cast, at)
    hold = dossier.holds.get()
    assert (hold.answer_by, hold.after) == (LAST, "desk")
    message = messages(dossier)["supplement_asked"]
    assert message.values["due"] == "Thứ Năm, ngày 08/10/2026"


def test_the_owner_is_reminded_once_some_days_before(cast, at):
    dossier = asked(cast, at)
    remind = dossier.holds.get().remind_at
    assert remind == datetime(2026, 10, 3, 0, 0, tzinfo=UTC)
    assert raise_alarms(at=remind) == 0
    assert raise_alarms(at=remind + MINUTE) == 1
    assert raise_alarms(at=remind + DAY) == 0
    assert told(dossier)[-1] == "SupplementNearDue"
    assert "supplement_near_due" in messages(dossier)


@pytest.mark.parametrize("received", [True, False])
def test_after_the_last_day_the_dossier_lies_on_the_list_of_the_agency_and_stays_open(cast, at, received):
    dossier = asked(cast, at, received=received)
    assert desk_counts(cast.binh, at=OVER - MINUTE)["unanswered"] == 0
    assert raise_alarms(at=OVER + MINUTE) == 1
    assert raise_alarms(at=OVER + DAY) == 0
    assert Dossier.objects.get(id=dossier.id).status == 5
    assert told(dossier)[-1] == "SupplementOverdue"
    assert [row.id for row in desk_page(cast.binh, "unanswered", at=OVER + DAY).rows] == [dossier.id]
    assert desk_counts(cast.binh, at=OVER + DAY)["unanswered"] == 1
    assert desk_counts(cast.chi, at=OVER + DAY)["unanswered"] == 0
    assert messages(dossier)["supplement_overdue"].values["due"] == "Thứ Năm, ngày 08/10/2026"


def test_the_owner_may_still_answer_then_and_the_dossier_goes_on(cast, at):
    dossier = asked(cast, at)
    raise_alarms(at=OVER + MINUTE)
    goes_on = answered(dossier, cast, OVER + DAY)
    assert (goes_on.status, goes_on.waiting) == (2, 0)
    assert desk_counts(cast.binh, at=OVER + DAY)["unanswered"] == 0


def test_an_answer_at_the_last_minute_of_the_last_day_is_in_time(cast, at, void):
    dossier = asked(cast, at)
    last = datetime(2026, 9, 22, 16, 59, tzinfo=UTC)  # 23:59 of the tenth working day
    raise_alarms(at=last)
    assert answered(dossier, cast, last).status == 2
    raise_alarms(at=last + DAY)
    assert Dossier.objects.get(id=dossier.id).status == 2
    assert "DossierStopped" not in told(dossier)


def test_where_the_law_says_void_the_system_stops_it_with_the_reason(cast, at, void):
    dossier = asked(cast, at)
    hold = dossier.holds.get()
    assert (hold.answer_by, hold.after) == (date(2026, 9, 22), "stop")
    over = datetime(2026, 9, 23, 0, tzinfo=UTC)
    raise_alarms(at=over)
    assert Dossier.objects.get(id=dossier.id).status == 5
    assert raise_alarms(at=over + MINUTE) == 1
    stopped = Dossier.objects.get(id=dossier.id)
    assert (stopped.status, stopped.ended_at, stopped.alarm_at) == (8, over + MINUTE, None)
    event = Event.objects.get(thread=dossier.id, name="dossiers.DossierStopped")
    assert (event.actor_kind, event.facts["why"]) == ("system", "expired")
    reason = stopped.remarks.get(public=True).text
    assert "22/9/2026" in reason
    assert "Nghị định mẫu, Điều 8" in reason
    assert "dossier_expired" in messages(dossier)
    with pytest.raises(NotFound):
        answering.attach_answer(
            dossier_id=dossier.id, component=4, stream=photo(), name="a.jpg", by=cast.an, at=over + DAY
        )


def test_a_wish_to_withdraw_is_answered_before_anything_expires(cast, at, void):
    dossier = asked(cast, at)
    do(answering.ask_withdrawal, dossier, cast.an, at + DAY)
    assert raise_alarms(at=OVER) == 0
    do(answering.decline_withdrawal, dossier, cast.binh, OVER, reason="Hồ sơ cần được giải quyết tiếp.")
    assert raise_alarms(at=OVER + MINUTE) == 1
    assert Dossier.objects.get(id=dossier.id).status == 8


def test_only_the_system_expires_and_not_before_the_day_is_over(cast, at, void):
    dossier = asked(cast, at)
    for who in (cast.binh, cast.bao, cast.dung):
        with pytest.raises(NotAllowed):
            do(expire, dossier, who, OVER)
    with pytest.raises(NotFound):
        do(expire, dossier, cast.chi, OVER)
    with pytest.raises(NotAllowed):
        do(expire, dossier, SYSTEM, at + DAY)


def test_the_rule_of_the_day_of_asking_holds_although_it_changed_since(cast, at, void):
    dossier = asked(cast, at)
    void.amount, void.after = 20, "desk"
    void.save()
    forget_all()
    raise_alarms(at=datetime(2026, 9, 23, 0, 1, tzinfo=UTC))
    assert Dossier.objects.get(id=dossier.id).status == 8


def test_a_request_from_before_there_were_rows_waits_without_an_end(cast, at):
    dossier = asked(cast, at)
    dossier.holds.update(answer_by=None, remind_at=None, after="")
    raise_alarms(at=OVER + 300 * DAY)
    assert Dossier.objects.get(id=dossier.id).status == 5
    assert "SupplementOverdue" not in told(dossier)


def test_the_fact_holds_the_hash_of_the_words_that_the_owner_reads(cast, at):
    dossier, _ = filed(cast.an, at=at)
    items = [Asked(4, "Tên do cán bộ gõ", f"  {WHY}\n"), Asked(5, "Tên khác", WHY)]
    do(processing.ask_supplement, dossier, cast.binh, at, items=items, note="Xin gửi sớm.")
    hold = Dossier.objects.get(id=dossier.id).holds.get()
    kept = [f"{row.component}|{row.title}|{row.reason}" for row in hold.items.order_by("id")]
    fact = Event.objects.get(thread=dossier.id, name="dossiers.SupplementAsked").facts
    assert fact["text_sha256"] == sha256("\n".join([hold.text, *kept]))
    assert "Tên do cán bộ gõ" not in kept[0], "a paper of the list bears the name of the list"
