"""What custody does when dossiers are taken in, results issued, given back or taken back, papers returned."""

from typing import Any

from motcua.custody.models import Item
from motcua.custody.operations.keeping import keep, let_go
from motcua.custody.operations.moving import follow
from motcua.custody.rules.ways import Place
from motcua.dossiers.queries.returning import on_paper
from motcua.ledger.acts import Deed


def keep_papers(fact: Any, deed: Deed) -> None:
    """What was handed in at the counter or came by post lies at the one-stop."""
    keep(dossier_id=fact.dossier_id, thing="papers", place=Place.ONE_STOP, by=deed.by, at=deed.at)


def keep_result(fact: Any, deed: Deed) -> None:
    """A result that is fetched or sent on paper lies with the unit that issued it."""
    if on_paper(fact.dossier_id):
        keep(dossier_id=fact.dossier_id, thing="result", place=Place.UNIT, by=deed.by, at=deed.at)


def give_result(fact: Any, deed: Deed) -> None:
    """A result given at the counter is in its owner's hands; a download moves no paper."""
    if fact.how == "counter":
        let_go(dossier_id=fact.dossier_id, thing="result", place=Place.OWNER, by=deed.by, at=deed.at)


def give_papers(fact: Any, deed: Deed) -> None:
    """What was handed in went back to its owner."""
    let_go(dossier_id=fact.dossier_id, thing="papers", place=Place.OWNER, by=deed.by, at=deed.at)


def void_result(fact: Any, deed: Deed) -> None:
    """A result taken back to be corrected waits for the next one."""
    let_go(dossier_id=fact.dossier_id, thing="result", place=Place.VOID, by=deed.by, at=deed.at)


def follow_dossier(fact: Any, deed: Deed) -> None:
    """What lies in the house of a dossier that a reform moved is from now on in the other agency's books."""
    here = Item.objects.select_for_update().filter(dossier_id=fact.dossier_id)
    items = list(here.filter(place__in=[Place.ONE_STOP, Place.UNIT]))
    if items:
        follow(items=items, agency_id=fact.agency_id, by=deed.by, at=deed.at)
