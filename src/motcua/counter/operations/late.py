"""Late entry: what was received by hand on a day without a line becomes a dossier, with both moments kept."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from motcua.accounts.sealing import open_text
from motcua.counter.errors import Incomplete, NotAllowed, NotFound
from motcua.counter.events import LeafEntered
from motcua.counter.models import LateEntry, Leaf, Outage
from motcua.counter.operations.visits import receive_visitor
from motcua.counter.queries.leaves import is_unused, locked_leaf
from motcua.counter.rules.books import receives
from motcua.counter.rules.outages import reception_problem
from motcua.counter.rules.visits import UNASKED
from motcua.dossiers.operations.coding import Printed
from motcua.dossiers.operations.reception import CounterCase
from motcua.dossiers.queries.codes import Filed, filed_before
from motcua.kernel.actors import Actor
from motcua.kernel.words import mark
from motcua.ledger.acts import act


def enter_late(
    *, leaf_id: UUID, outage_id: UUID, case: CounterCase, reason: str = UNASKED, by: Actor, at: datetime
) -> Filed:
    """Enter what was received by hand on a leaf; entering a leaf twice gives the dossier of the first time.

    Code and secret are the leaf's, the clock runs from `case.received_at`; `reason` is why the person came. Raises
    NotFound, NotAllowed and Incomplete of the counter, and what `take_in` raises.
    """
    with act(by=by, at=at) as deed:
        leaf = locked_leaf(leaf_id, by)
        if not receives(by):
            raise NotFound
        before = LateEntry.objects.filter(leaf=leaf).first()
        if before is not None:
            return filed_before(before.dossier_id)
        if not is_unused(leaf):
            raise NotAllowed(mark("Tờ này đã ghi là hỏng hoặc mất. Nếu đã tìm thấy, xin ghi điều đó trước."))
        outage, received_at = _within(outage_id, leaf, case.received_at, by, at)
        printed = Printed(leaf.code, open_text(leaf.secret_sealed, f"leaf:{leaf.id}"))
        case = replace(case, id=leaf.id, printed=printed)
        filed = receive_visitor(case=case, reason=reason, by=by, at=at)
        LateEntry.objects.create(
            leaf=leaf,
            dossier_id=filed.dossier_id,
            outage=outage,
            received_at=received_at,
            entered_at=at,
            entered_by=by.id,
        )
        deed.record(
            LeafEntered(
                agency_id=leaf.book.agency_id,
                leaf_id=leaf.id,
                dossier_id=filed.dossier_id,
                outage_id=outage.id,
                received_at=received_at,
            )
        )
    return filed


def _within(
    outage_id: UUID, leaf: Leaf, received_at: datetime | None, by: Actor, at: datetime
) -> tuple[Outage, datetime]:
    """Hold the moment of reception against the outage it belongs to, and against the leaf. Raises Incomplete."""
    outage = Outage.objects.filter(id=outage_id, agency_id=by.unit).first()
    if outage is None:
        raise Incomplete([("outage", mark("Cần chọn sự cố đã làm mất kết nối."))])
    problem = reception_problem(received_at, outage.began_at, outage.ended_at, at)
    if problem is None and received_at is not None and received_at < leaf.book.made_at:
        problem = mark("Lúc tiếp nhận trước khi sổ được lập.")
    if problem or received_at is None:
        raise Incomplete([("received_at", problem or "")])
    return outage, received_at
