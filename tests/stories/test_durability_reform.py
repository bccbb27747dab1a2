"""A reform that is killed while it moves: what has moved stays moved, a second run moves the rest, nothing twice."""

import pytest

from motcua.commands.reforming.applying import apply
from motcua.counter.models import Book
from motcua.counter.operations.books import make_book
from motcua.directory.queries.reforms import read_reform
from motcua.dossiers.models import Dossier, Draft
from motcua.dossiers.tests.factories import drafted, filed
from motcua.gateways import clock
from motcua.kernel.actors import SYSTEM
from motcua.ledger.models import Event
from motcua.ledger.verify import verify
from tests.stories.killing import in_a_child, killed_at
from tests.stories.test_reform import DAY, EVE, FILE, NEW, OLD, People

STRIDE = 7

pytestmark = [
    pytest.mark.database_clone,
    pytest.mark.e2e,
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]


@pytest.mark.parametrize("sent", [False, True], ids=["before-each-order", "after-each-order-was-sent"])
def test_killed_anywhere_it_goes_on_and_moves_everything_once(database_clone, monkeypatch, sent):
    monkeypatch.setattr("motcua.commands.reforming.applying.BATCH", 2)
    cast = People()
    reform, _ = read_reform(FILE)
    dossiers = [filed(cast.an, at=EVE, agency_id=OLD)[0].id for _ in range(5)]
    draft, book = drafted(cast.an, at=EVE, agency_id=OLD), make_book(size=10, by=cast.binh, at=EVE)

    def work():
        with clock.set_to(DAY):
            apply(reform, by=SYSTEM, at=DAY)

    died = 0
    for step in range(3, 400, STRIDE):
        if not killed_at(step, work, sent=sent):
            break
        died += 1
    in_a_child(work)
    assert died > 3
    assert set(Dossier.objects.filter(id__in=dossiers).values_list("agency_id", flat=True)) == {NEW}
    assert (Draft.objects.get(id=draft.id).agency_id, Book.objects.get(id=book.id).agency_id) == (NEW, NEW)
    told = Event.objects.filter(name="dossiers.DossierMoved").values_list("thread", flat=True)
    assert sorted(told) == sorted(dossiers)
    given = Event.objects.filter(name="accounts.RoleGiven", facts__agency_id=NEW)
    given = given.filter(facts__valid_from="2025-07-01")
    assert given.count() == 2
    assert verify().findings == []
