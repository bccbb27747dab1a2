"""Receipt books: making one, and saying of a leaf that it was spoiled, lost or found again."""

from datetime import datetime
from uuid import UUID

from motcua.accounts.sealing import seal_text
from motcua.counter import events
from motcua.counter.errors import Incomplete, NotAllowed, NotFound
from motcua.counter.models import Book, Leaf, LeafLoss
from motcua.counter.queries.leaves import is_unused, locked_leaf
from motcua.counter.rules.books import FEWEST, MOST, REASON_AT_LEAST, first_ordinal, keeps_books
from motcua.directory.queries import code_form, code_prefix
from motcua.dossiers.rules.texts import sha256
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.references import dossier_code_format
from motcua.kernel.seal import new_secret
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import act
from motcua.ledger.blocks import Block, keep_block, next_of_day

ALREADY = mark("Tờ này đã được nhập thành hồ sơ, hoặc đã ghi là hỏng hay mất.")


def make_book(*, size: int, by: Actor, at: datetime) -> Book:
    """Make a book of blank receipts from numbers of today that are then given to nobody else.

    Raises NotFound for who keeps no books, Incomplete when the size is none.
    """
    if not keeps_books(by) or by.unit is None:
        raise NotFound
    if not FEWEST <= size <= MOST:
        raise Incomplete([("size", mark("Một sổ có từ 10 đến 50 tờ."))])
    day = at.astimezone(ZONE).date()
    prefix, form, scope = code_prefix(by.unit, day), code_form(day), f"dossier:{by.unit}"
    with act(by=by, at=at) as deed:
        first = next_of_day(scope, day, first_ordinal(form) - 1)  # from here on one book at a time
        number = Book.objects.filter(agency_id=by.unit).count() + 1
        block = Block(
            scope=scope,
            first=first,
            last=first + size - 1,
            valid_from=day,
            valid_to=day,
            reserved_for=f"Sổ giấy hẹn dự phòng số {number}",
            source="Cơ quan lập trên hệ thống",
        )
        keep_block(block=block, by=by, at=at)
        book = Book.objects.create(
            id=uuid7(at), agency_id=by.unit, number=number, day=day, size=size, made_by=by.id, made_at=at
        )
        codes = [dossier_code_format(prefix, day, first + place, form) for place in range(size)]
        Leaf.objects.bulk_create(_leaf(book, place, code, at) for place, code in enumerate(codes, 1))
        deed.record(
            events.BookMade(
                agency_id=by.unit,
                book_id=book.id,
                number=number,
                day=day,
                first_code=codes[0],
                last_code=codes[-1],
                size=size,
            )
        )
    return book


def _leaf(book: Book, place: int, code: str, at: datetime) -> Leaf:
    key = uuid7(at)
    sealed = seal_text(new_secret(), f"leaf:{key}")
    return Leaf(id=key, book=book, number=place, code=code, secret_sealed=sealed)


def withdraw_leaf(*, leaf_id: UUID, kind: str, reason: str, by: Actor, at: datetime) -> None:
    """Say that a leaf was spoiled or lost, and how. Raises NotFound, Incomplete, NotAllowed."""
    with act(by=by, at=at) as deed:
        leaf = locked_leaf(leaf_id, by)
        problems = [] if kind in ("spoiled", "lost") else [("kind", mark("Cần chọn hỏng hay mất."))]
        problems += _unexplained(reason)
        if problems:
            raise Incomplete(problems)
        if not is_unused(leaf):
            raise NotAllowed(ALREADY)
        LeafLoss.objects.create(id=uuid7(at), leaf=leaf, kind=kind, reason=reason.strip(), by=by.id, at=at)
        deed.record(
            events.LeafWithdrawn(
                agency_id=leaf.book.agency_id,
                leaf_id=leaf.id,
                code=leaf.code,
                kind=kind,
                text_sha256=sha256(reason.strip()),
            )
        )


def find_leaf(*, leaf_id: UUID, note: str, by: Actor, at: datetime) -> None:
    """Say that a lost leaf was found again, and where: it may be used. Raises NotFound, Incomplete, NotAllowed."""
    with act(by=by, at=at) as deed:
        leaf = locked_leaf(leaf_id, by)
        if problems := _unexplained(note):
            raise Incomplete(problems)
        row = LeafLoss.objects.filter(leaf=leaf, kind="lost", found_at=None).first()
        if row is None:
            raise NotAllowed(mark("Tờ này không ghi là mất."))
        row.found_at, row.found_by, row.found_note = at, by.id, note.strip()
        row.save(update_fields=["found_at", "found_by", "found_note"])
        deed.record(
            events.LeafFound(
                agency_id=leaf.book.agency_id,
                leaf_id=leaf.id,
                code=leaf.code,
                text_sha256=sha256(note.strip()),
            )
        )


def _unexplained(text: str) -> list[tuple[str, str]]:
    enough = len(text.strip()) >= REASON_AT_LEAST
    return [] if enough else [("reason", mark("Cần ghi rõ đã xảy ra điều gì."))]
