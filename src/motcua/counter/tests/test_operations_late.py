"""What was received by hand is entered afterwards: the code that the person holds, and the clock of that hour."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection

from conftest import make_cast
from motcua.counter.errors import Incomplete, NotAllowed, NotFound
from motcua.counter.models import LateEntry, Leaf, Outage
from motcua.counter.operations.books import find_leaf, make_book, withdraw_leaf
from motcua.counter.operations.late import enter_late
from motcua.counter.operations.outages import Reported, end_outage, log_outage
from motcua.counter.queries.books import book, to_print
from motcua.counter.queries.outages import late_entry, offline
from motcua.dossiers.models import Dossier, DossierCode, Origin
from motcua.dossiers.operations.reception import take_in
from motcua.dossiers.queries.timeline import BY_HAND, timeline
from motcua.dossiers.queries.viewing import by_code_and_secret
from motcua.dossiers.tests.factories import counter_case
from motcua.ledger.verify import verify

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


class Written:
    """A book made the day before, an outage since the morning, and the first leaf of the book."""

    def __init__(self, cast, at):
        self.book = make_book(size=10, by=cast.binh, at=at - DAY)
        self.outage = log_outage(said=Reported("line", at - 3 * HOUR), by=cast.binh, at=at)
        self.leaf = Leaf.objects.get(book=self.book, number=1)
        self.cast, self.at = cast, at

    def enter(self, received_at=None, by=None, leaf=None, **more):
        case = counter_case(self.at, received_at=received_at or self.at - 2 * HOUR, **more)
        return enter_late(
            leaf_id=(leaf or self.leaf).id,
            outage_id=self.outage.id,
            case=case,
            by=by or self.cast.binh,
            at=self.at,
        )


@pytest.fixture
def written(cast, at):
    return Written(cast, at)


def test_the_dossier_has_the_code_and_secret_of_the_leaf_and_the_due_date_of_its_hour(written, cast, at):
    [secret] = [one.secret for one in to_print(cast.binh, book(cast.binh, written.book.id))[:1]]
    online = take_in(case=counter_case(at - 2 * HOUR), by=cast.binh, at=at - 2 * HOUR)
    done = written.enter()
    assert (done.code, done.secret) == (written.leaf.code, secret)
    assert by_code_and_secret(written.leaf.code, secret) == done.dossier_id
    late, then = Dossier.objects.get(id=done.dossier_id), Dossier.objects.get(id=online.dossier_id)
    assert late.received_at == at - 2 * HOUR
    assert (late.due_at, late.promised_at) == (then.due_at, then.promised_at)
    assert verify().findings == []


def test_both_moments_are_kept_side_by_side(written, cast, at):
    done = written.enter()
    origin = Origin.objects.get(dossier_id=done.dossier_id)
    assert (origin.channel, origin.received_at, origin.created_at) == ("direct", at - 2 * HOUR, at)
    row = late_entry(done.dossier_id)
    assert (row.received_at, row.entered_at, row.outage) == (at - 2 * HOUR, at, written.outage)
    for audience in ("citizen", "officer"):
        [moment] = timeline(done.dossier_id, audience=audience)
        assert moment.label == BY_HAND
        assert (moment.received_by_hand_at, moment.at) == (at - 2 * HOUR, at)


def test_entering_a_leaf_twice_is_one_dossier(written, cast, at):
    assert written.enter() == written.enter(by=cast.bao)
    assert Dossier.objects.count() == LateEntry.objects.count() == 1


@pytest.mark.parametrize("hours", [-4, 1])
def test_the_reception_lies_within_the_outage_and_not_ahead(written, at, hours):
    with pytest.raises(Incomplete) as caught:
        written.enter(received_at=at + hours * HOUR)
    assert [field for field, _ in caught.value.problems] == ["received_at"]
    assert not Dossier.objects.exists()


def test_a_leaf_was_not_used_before_it_was_printed(cast, at):
    early = log_outage(said=Reported("power", at - 3 * HOUR), by=cast.binh, at=at)
    fresh = make_book(size=10, by=cast.binh, at=at - HOUR)
    case = counter_case(at, received_at=at - 2 * HOUR)
    with pytest.raises(Incomplete):
        enter_late(leaf_id=fresh.leaves.first().id, outage_id=early.id, case=case, by=cast.binh, at=at)


def test_papers_that_were_lacking_do_not_undo_a_reception_by_hand(written):
    assert Dossier.objects.get(id=written.enter(papers=()).dossier_id).stage == "received"


def test_a_spoiled_or_lost_leaf_is_not_entered_and_a_found_one_is(written, cast, at):
    withdraw_leaf(leaf_id=written.leaf.id, kind="lost", reason="Không thấy đâu", by=cast.binh, at=at)
    with pytest.raises(NotAllowed):
        written.enter()
    find_leaf(leaf_id=written.leaf.id, note="Kẹp trong hồ sơ khác", by=cast.binh, at=at)
    written.enter()
    [line] = [one for one in book(cast.binh, written.book.id).lines if one.fate != "unused"]
    assert (line.fate, len(line.losses)) == ("used", 1)
    with pytest.raises(NotAllowed):
        withdraw_leaf(leaf_id=written.leaf.id, kind="lost", reason="Lại mất", by=cast.binh, at=at)


def test_strangers_enter_nothing(written, cast):
    for stranger in (cast.an, cast.bich, cast.chi, cast.dung):
        with pytest.raises(NotFound):
            written.enter(by=stranger)


def test_what_is_not_entered_yet_is_counted_until_it_is(written, cast, at):
    end_outage(outage_id=written.outage.id, ended_at=at, handwritten=2, by=cast.binh, at=at)
    assert offline(cast.binh).left == 2
    written.enter()
    assert offline(cast.binh).left == 1
    written.enter(leaf=Leaf.objects.get(book=written.book, number=2))
    assert offline(cast.binh).left == 0


@pytest.mark.database_clone
def test_two_officers_entering_one_leaf_at_once_make_one_dossier(database_clone, at):
    written = Written(make_cast(at), at)
    together, done = Barrier(2), []

    def enter(officer):
        together.wait()
        try:
            done.append(written.enter(by=officer))
        finally:
            connection.close()

    threads = [Thread(target=enter, args=[one]) for one in (written.cast.binh, written.cast.bao)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert done[0] == done[1]
    assert Dossier.objects.count() == DossierCode.objects.count() == Outage.objects.count() == 1
