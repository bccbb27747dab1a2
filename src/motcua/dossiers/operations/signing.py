"""Putting a result before its signer, taking it back, and signing it: the worker signs, with no transaction open.

A signature is nobody's until its paper is issued: a worker that dies in between signs once more, and what it had
signed is forgotten.
"""

import logging
from datetime import datetime, timedelta
from io import BytesIO
from uuid import UUID

from motcua.dossiers import events
from motcua.dossiers.errors import Incomplete, NotAllowed, Stale
from motcua.dossiers.jobs import sign_later
from motcua.dossiers.models import Document, Dossier, SigningOrder
from motcua.dossiers.operations.begin import Doing, doing
from motcua.dossiers.operations.returning import Numbered, ResultPaper, issue_file
from motcua.dossiers.queries.signing import signs_here
from motcua.dossiers.rules.signing import AWAY, CHANGED, DECLINED, NOT_PDF, OFF, State
from motcua.dossiers.rules.workflow import Act
from motcua.dossiers.signatures import signed
from motcua.gateways.errors import NotSupplied, Refused, Unavailable
from motcua.kernel.actors import SYSTEM, Actor
from motcua.kernel.ids import uuid7
from motcua.ledger.acts import act
from motcua.papers import errors as papers
from motcua.papers.operations import store

PATIENCE = timedelta(minutes=10)
"""So long a signature is waited for, on a telephone too, before it may be asked for once more."""

LOG = logging.getLogger(__name__)


def prepare(
    *, dossier_id: UUID, seen: int, paper: ResultPaper, holder: UUID | None = None, by: Actor, at: datetime
) -> SigningOrder:
    """Put a result before `holder`, or whoever may sign. Raises Incomplete, and papers' Refused for a bad file."""
    if not signs_here():
        raise NotAllowed(OFF)
    paper.require(at)
    with doing(what=Act.PREPARE_RESULT, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        order = _order(it, paper)
        it.dossier.holder_id = holder
        it.write("holder_id")
        it.deed.record(
            events.ResultPrepared(
                **it.subject, order_id=order.id, document_id=order.document_id, number=order.number
            )
        )
    return order


def _order(it: Doing, paper: ResultPaper) -> SigningOrder:
    file = store(stream=paper.stream, name=paper.name, by=it.by, at=it.at)
    if not file.is_pdf:
        raise Incomplete([("file", NOT_PDF)])
    number, now = paper.number.strip(), {"added_at": it.at, "sent_at": it.at}
    document = Document.objects.create(
        id=uuid7(it.at), dossier=it.dossier, kind="unsigned", number=number, file=file, **now
    )
    return SigningOrder.objects.create(
        id=uuid7(it.at),
        dossier=it.dossier,
        document=document,
        result_id=uuid7(it.at),
        number=number,
        valid_until=paper.until,
        prepared_by=it.by.id,
        prepared_at=it.at,
    )


def recall(*, dossier_id: UUID, seen: int, by: Actor, at: datetime) -> None:
    """Take a result back that is not signed."""
    with doing(what=Act.RECALL_RESULT, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        order = SigningOrder.objects.get(dossier_id=dossier_id, closed_at=None)
        order.state, order.closed_at = State.RECALLED, at
        order.save(update_fields=["state", "closed_at"])
        Document.objects.filter(id=order.document_id).update(taken_out_at=at)
        it.dossier.holder_id = None
        it.write("holder_id")
        it.deed.record(events.ResultRecalled(**it.subject, order_id=order.id))


def sign(*, dossier_id: UUID, seen: int, by: Actor, at: datetime) -> None:
    """Sign the result with one's own key and the agency's seal: the worker does it at once."""
    with doing(what=Act.SIGN_RESULT, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        order = SigningOrder.objects.get(dossier_id=dossier_id, closed_at=None)
        if order.state == State.SIGNING and order.begun_at and at - order.begun_at < PATIENCE:
            return
        order.state, order.signed_by, order.begun_at, order.problem = State.SIGNING, by.id, at, ""
        order.save(update_fields=["state", "signed_by", "begun_at", "problem"])
        it.write()
        it.deed.record(events.ResultSigningBegun(**it.subject, order_id=order.id))
        sign_later(order.id)


def carry_out(*, order_id: UUID, by: Actor = SYSTEM, at: datetime) -> None:
    """Sign and issue; what cannot be signed says why and waits on."""
    order = (
        SigningOrder.objects.filter(id=order_id, state=State.SIGNING)
        .select_related("document__file", "dossier")
        .first()
    )
    if order is None:
        return
    try:
        paper = signed(order, at)
        _issue(order, paper, by, at)
    except (Unavailable, NotSupplied):
        LOG.exception("signing order %s: the keeper of keys did not answer", order_id)
        _failed(order, AWAY, by, at)
    except papers.Refused as error:
        _failed(order, str(error), by, at)
    except Refused:
        LOG.exception("signing order %s was refused", order_id)
        _failed(order, DECLINED, by, at)
    except (NotAllowed, Stale):
        _failed(order, CHANGED, by, at)


def _issue(order: SigningOrder, paper: bytes, by: Actor, at: datetime) -> None:
    seen = Dossier.objects.values_list("version", flat=True).get(id=order.dossier_id)
    with doing(what=Act.FINISH_SIGNING, dossier_id=order.dossier_id, seen=seen, by=by, at=at) as it:
        fresh = SigningOrder.objects.select_for_update().get(id=order.id)
        if fresh.state != State.SIGNING:
            return
        file = store(stream=BytesIO(paper), name=order.document.file.name, by=by, at=at)
        numbered = Numbered(order.result_id, order.number, order.valid_until)
        issue_file(it=it, file=file, result=numbered, by=by, at=at)
        fresh.state, fresh.closed_at = State.ISSUED, at
        fresh.save(update_fields=["state", "closed_at"])


def _failed(order: SigningOrder, why: str, by: Actor, at: datetime) -> None:
    with act(by=by, at=at) as deed:
        kept = SigningOrder.objects.filter(id=order.id, state=State.SIGNING)
        if kept.update(state=State.FAILED, problem=why):
            deed.record(
                events.ResultSigningFailed(
                    dossier_id=order.dossier_id, agency_id=order.dossier.agency_id, order_id=order.id
                )
            )
