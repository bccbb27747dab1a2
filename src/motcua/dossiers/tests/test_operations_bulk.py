"""History copied in stands beside what was filed here: same lists, same codes, same chains."""

from datetime import timedelta

import pytest

from motcua.accounts.operations.parties import Person
from motcua.accounts.queries import party_number
from motcua.catalogue.queries import version_in_force
from motcua.dossiers.models import Dossier, DossierCode, Origin
from motcua.dossiers.operations import bulk
from motcua.dossiers.operations.bulk import Copied, Held, copy_in
from motcua.dossiers.queries.derived import DERIVED, derive
from motcua.dossiers.queries.desk import desk_counts
from motcua.dossiers.queries.timeline import timeline
from motcua.dossiers.queries.viewing import dossier_for
from motcua.dossiers.tests.factories import BIRTH, filed
from motcua.kernel.actors import SYSTEM
from motcua.kernel.worktime import Limit
from motcua.ledger.models import Event
from motcua.ledger.verify import verify

HERE = "UBND25-17989"
OWNER = Person(name="Lô Thị Hằng", number="040190123456", phone="+84912345678")


def one(at, **more):
    """A dossier received at this agency, as an older system would tell of it."""
    facts = version_in_force(BIRTH, at.date())
    given = {
        "owner": OWNER,
        "procedure": BIRTH,
        "version_id": facts.id,
        "agency_id": HERE,
        "stage": "handling",
        "submitted_at": at - timedelta(days=2),
        "received_at": at - timedelta(days=2) + timedelta(hours=1),
        "limit": Limit(10, "working_day"),
    }
    return Copied(**{**given, **more})


def test_what_was_copied_in_is_on_the_desk_with_its_due_date_and_its_fact(cast, at):
    assert copy_in(dossiers=[one(at)], by=SYSTEM, at=at) == 1
    [dossier] = Dossier.objects.all()
    assert (dossier.status, dossier.promised_at) == (4, dossier.due_at)
    assert dossier.due_at > at
    assert desk_counts(cast.bich, at=at)["mine"] == 1
    assert [moment.name for moment in timeline(dossier.id, audience="citizen")] == [
        "dossiers.DossierImported"
    ]
    assert Event.objects.get(thread=dossier.id).facts["code"] == DossierCode.objects.get().code
    view = dossier_for(cast.bich, dossier.id)
    assert party_number(view.owner) == OWNER.number
    assert Origin.objects.get().filed_by == "import"
    assert verify().findings == []


def test_its_derived_columns_are_those_the_helper_computes(an, at):
    asked = Held(
        kind="supplement",
        placed_at=at - timedelta(days=1),
        placed_by="x",
        stage="handling",
        items=((1, "Giấy", "Mờ"),),
    )
    copy_in(
        dossiers=[one(at), one(at, holds=(asked,)), one(at, stage="submitted", received_at=None)],
        by=SYSTEM,
        at=at,
    )
    for dossier in Dossier.objects.all():
        kept = {name: getattr(dossier, name) for name in DERIVED if name not in ("version", "alarm_at")}
        assert dossier.alarm_at is None or dossier.alarm_at > at
        derive(dossier, at=at)
        assert kept == {name: getattr(dossier, name) for name in kept}
    assert sorted(Dossier.objects.values_list("status", flat=True)) == [1, 4, 5]


def test_codes_go_on_after_those_given_here_and_an_issued_code_stays(an, at):
    first = filed(an, at=at)[1].code
    issued = "000.12.34.H41-260908-0077"
    copy_in(dossiers=[one(at, submitted_at=at), one(at, submitted_at=at, code=issued)], by=SYSTEM, at=at)
    third = filed(an, at=at)[1].code
    ordinals = [int(code.rsplit("-", 1)[1]) for code in (first, third)]
    assert ordinals == [1, 3]
    assert set(DossierCode.objects.values_list("code", flat=True)) >= {first, third, issued}
    assert verify().findings == []


def test_memory_stays_small_a_batch_is_one_transaction_and_progress_is_told(an, at, monkeypatch):
    monkeypatch.setattr(bulk, "BATCH", 4)
    told = []
    assert copy_in(dossiers=(one(at) for _ in range(10)), by=SYSTEM, at=at, progress=told.append) == 10
    assert told == [4, 8, 10]


def test_a_batch_with_something_wrong_leaves_nothing(an, at, monkeypatch):
    monkeypatch.setattr(bulk, "BATCH", 3)
    lot = [one(at), one(at), one(at), one(at, code="A00-260908-0001"), one(at, code="A00-260908-0001")]
    with pytest.raises(Exception, match="A00-260908-0001"):
        copy_in(dossiers=lot, by=SYSTEM, at=at)
    assert Dossier.objects.count() == 3
    assert verify().findings == []
