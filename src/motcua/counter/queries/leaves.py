"""One leaf of a receipt book, and what has become of it."""

from uuid import UUID

from motcua.counter.errors import NotFound
from motcua.counter.models import LateEntry, Leaf, LeafLoss
from motcua.counter.rules.books import keeps_books
from motcua.kernel.actors import Actor


def locked_leaf(leaf_id: UUID, by: Actor) -> Leaf:
    """Lock a leaf of the agency worked for: of two who account for it at once, the second sees what the first did."""
    rows = Leaf.objects.select_for_update(of=("self",)).select_related("book")
    leaf = rows.filter(id=leaf_id, book__agency_id=by.unit).first()
    if leaf is None or not keeps_books(by):
        raise NotFound
    return leaf


def is_unused(leaf: Leaf) -> bool:
    """Tell whether a leaf can still be used, spoiled or lost."""
    gone = LeafLoss.objects.filter(leaf=leaf, found_at=None).exists()
    return not gone and not LateEntry.objects.filter(leaf=leaf).exists()


def blank_at(code: str) -> str | None:
    """Name the agency whose printed receipt, not entered yet, has this code. Knowing it grants nothing."""
    rows = Leaf.objects.filter(code=code.strip().upper(), entry=None)
    return rows.values_list("book__agency_id", flat=True).first()
