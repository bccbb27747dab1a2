"""Receipt books and their leaves, for those who keep them."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from motcua.accounts.sealing import open_text
from motcua.counter.errors import NotFound
from motcua.counter.models import Book, LateEntry, Leaf, LeafLoss
from motcua.counter.rules.books import Balance, Fate, balance, fate, keeps_books, receives
from motcua.dossiers.rules.permits import oversees
from motcua.kernel.actors import Actor


@dataclass(frozen=True)
class LeafLine:
    """A leaf with what became of it: how it was entered, or every time it was withdrawn."""

    leaf: Leaf
    fate: Fate
    entry: LateEntry | None
    losses: list[LeafLoss]


@dataclass(frozen=True)
class BookView:
    """A book with its leaves and its balance."""

    book: Book
    lines: list[LeafLine]
    balance: Balance


@dataclass(frozen=True)
class Printed:
    """What stands on a leaf: its code and the secret."""

    leaf: Leaf
    secret: str


def books(viewer: Actor, limit: int = 50) -> list[BookView]:
    """List the books of the agency worked for, newest first; nothing for who does not keep them."""
    if not keeps_books(viewer):
        return []
    return _views(list(Book.objects.filter(agency_id=viewer.unit).order_by("-number")[:limit]))


def book(viewer: Actor, book_id: UUID) -> BookView:
    """Read a book. Raises NotFound for strangers."""
    row = Book.objects.filter(id=book_id).first()
    if row is None or not (oversees(viewer) or (keeps_books(viewer) and viewer.unit == row.agency_id)):
        raise NotFound
    return _views([row])[0]


def to_print(viewer: Actor, view: BookView) -> list[Printed]:
    """Open the secrets of the leaves still unused, to be printed. Raises NotFound for who receives no dossiers.

    A leaf that was used belongs to somebody: its secret is not shown again here.
    """
    if not (receives(viewer) and viewer.unit == view.book.agency_id):
        raise NotFound
    return [
        Printed(one.leaf, open_text(one.leaf.secret_sealed, f"leaf:{one.leaf.id}"))
        for one in view.lines
        if one.fate == "unused"
    ]


def line_of(viewer: Actor, leaf_id: UUID) -> LeafLine:
    """Read one leaf of the agency worked for. Raises NotFound for strangers."""
    leaf = Leaf.objects.select_related("book").filter(id=leaf_id, book__agency_id=viewer.unit).first()
    if leaf is None or not keeps_books(viewer):
        raise NotFound
    return _lines([leaf])[0]


def blank_leaf(viewer: Actor, code: str) -> Leaf | None:
    """Find a leaf of the agency worked for by its code, while it can be entered."""
    if not receives(viewer):
        return None
    rows = Leaf.objects.filter(code=code.strip().upper(), book__agency_id=viewer.unit)
    leaf = rows.select_related("book").first()
    return leaf if leaf is not None and _lines([leaf])[0].fate == "unused" else None


def _views(rows: list[Book]) -> list[BookView]:
    leaves = Leaf.objects.filter(book__in=rows).order_by("book_id", "number").select_related("book")
    of: dict[UUID, list[LeafLine]] = defaultdict(list)
    for line in _lines(list(leaves)):
        of[line.leaf.book_id].append(line)
    return [BookView(one, of[one.id], balance(one.size, [line.fate for line in of[one.id]])) for one in rows]


def _lines(leaves: list[Leaf]) -> list[LeafLine]:
    ids = [one.id for one in leaves]
    entries = {one.leaf_id: one for one in LateEntry.objects.filter(leaf__in=ids)}
    losses: dict[UUID, list[LeafLoss]] = defaultdict(list)
    for loss in LeafLoss.objects.filter(leaf__in=ids).order_by("at", "id"):
        losses[loss.leaf_id].append(loss)
    return [_line(one, entries.get(one.id), losses[one.id]) for one in leaves]


def _line(leaf: Leaf, entry: LateEntry | None, losses: list[LeafLoss]) -> LeafLine:
    gone = next((one.kind for one in losses if one.found_at is None), None)
    return LeafLine(leaf, fate(entered=entry is not None, loss=gone), entry, losses)
