"""The end of the way: issue the result, give it back, or let the owner collect it online."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import BinaryIO
from uuid import UUID

from motcua.dossiers import events
from motcua.dossiers.errors import Incomplete, NotAllowed, NotFound
from motcua.dossiers.models import Document, Dossier
from motcua.dossiers.operations.begin import Doing, doing
from motcua.dossiers.operations.handing_out import hand_out
from motcua.dossiers.operations.resulting import give_code, make_void
from motcua.dossiers.queries.standing import standing_of
from motcua.dossiers.rules.clock import on_time
from motcua.dossiers.rules.handouts import Taker
from motcua.dossiers.rules.permits import may_return_papers, may_see
from motcua.dossiers.rules.results import until_problem
from motcua.dossiers.rules.texts import require_reason
from motcua.dossiers.rules.workflow import Act
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import act
from motcua.papers.models import File
from motcua.papers.operations import store


@dataclass(frozen=True, slots=True)
class ResultPaper:
    """A result as an officer brings it: the file, its name, the number on it, and its last day where it has one."""

    stream: BinaryIO
    name: str
    number: str
    until: date | None = None

    def require(self, at: datetime) -> None:
        """Raise Incomplete where the number is missing or the last day is impossible."""
        problems = [] if self.number.strip() else [("number", mark("Cần ghi số của giấy tờ kết quả."))]
        if problem := until_problem(self.until, at.astimezone(ZONE).date()):
            problems.append(("valid-until", problem))
        if problems:
            raise Incomplete(problems)


def issue(*, dossier_id: UUID, seen: int, paper: ResultPaper, by: Actor, at: datetime) -> Document:
    """Attach the result and issue it: the agency's work is done. Raises papers' Refused for a bad file.

    The result gets its code; one that was taken back before is replaced by it.
    """
    paper.require(at)
    with doing(what=Act.ISSUE, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        file = store(stream=paper.stream, name=paper.name, by=by, at=at)
        numbered = Numbered(uuid7(at), paper.number.strip(), paper.until)
        return issue_file(it=it, file=file, result=numbered, by=by, at=at)


@dataclass(frozen=True, slots=True)
class Numbered:
    """What a result is known by: its id, which is its address, the number on it, and its last day."""

    id: UUID
    number: str
    until: date | None


def issue_file(*, it: Doing, file: File, result: Numbered, by: Actor, at: datetime) -> Document:
    """Make a file the result of a dossier and say so, within an act that was allowed."""
    document = Document.objects.create(
        id=result.id,
        dossier=it.dossier,
        kind="result",
        number=result.number,
        file=file,
        added_at=at,
        sent_at=at,
    )
    code = give_code(document=document, until=result.until, deed=it.deed, by=by, at=at)
    it.dossier.ended_at = at
    it.dossier.holder_id = None
    it.write("ended_at")
    it.deed.record(
        events.ResultIssued(
            **it.subject,
            document_id=document.id,
            number=result.number,
            code=code,
            on_time=on_time(it.dossier.ended_at, it.dossier.first_promise),
        )
    )
    return document


def give_back(*, dossier_id: UUID, seen: int, taker: Taker, by: Actor, at: datetime) -> Dossier:
    """The officer handed the result over at the counter, to whom is kept. Raises Incomplete without that."""
    with doing(what=Act.GIVE_BACK, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        row = hand_out(dossier=it.dossier, thing="result", taker=taker, by=by, at=at)
        return _returned(it, "counter", taker=row.who, handout_id=row.id)


def return_papers(*, dossier_id: UUID, taker: Taker, by: Actor, at: datetime) -> None:
    """The papers of a dossier that ended without a result went back to its owner. Custody asks where they lie."""
    with act(by=by, at=at) as deed:
        dossier = Dossier.objects.select_for_update().filter(id=dossier_id).first()
        if dossier is None or not may_see(by, standing := standing_of(dossier)):
            raise NotFound
        if not may_return_papers(by, standing) or dossier.handouts.filter(thing="papers").exists():
            raise NotAllowed
        row = hand_out(dossier=dossier, thing="papers", taker=taker, by=by, at=at)
        deed.record(
            events.PapersReturned(
                dossier_id=dossier_id, agency_id=dossier.agency_id, taker=row.who, handout_id=row.id
            )
        )


def collect(*, dossier_id: UUID, by: Actor, at: datetime, holds_secret: bool = False) -> Dossier:
    """The owner downloaded the result: it counts as returned from the first download on.

    Raises NotFound for a stranger, also after that.
    """
    dossier = Dossier.objects.get(id=dossier_id)
    if dossier.returned_at is not None:
        if not (holds_secret or may_see(by, standing_of(dossier))):
            raise NotFound
        return dossier
    with doing(
        what=Act.COLLECT, dossier_id=dossier_id, seen=dossier.version, by=by, at=at, holds_secret=holds_secret
    ) as it:
        return _returned(it, "online")


def _returned(it: Doing, how: str, *, taker: str = "", handout_id: UUID | None = None) -> Dossier:
    it.dossier.returned_at, it.dossier.returned_how = it.at, how
    it.write("returned_at", "returned_how")
    it.deed.record(events.ResultReturned(**it.subject, how=how, taker=taker, handout_id=handout_id))
    return it.dossier


def reopen(*, dossier_id: UUID, seen: int, reason: str, by: Actor, at: datetime) -> Dossier:
    """Take an issued result back to correct an error in it; the owner reads why, and the clock goes on."""
    require_reason(reason)
    with doing(what=Act.REOPEN, dossier_id=dossier_id, seen=seen, by=by, at=at) as it:
        it.dossier.documents.filter(kind="result", taken_out_at=None).update(taken_out_at=at)
        make_void(dossier=it.dossier, by=by, at=at)
        it.dossier.ended_at = it.dossier.returned_at = None
        it.dossier.returned_how = ""
        remark_id, digest = it.remark("reopened", reason, public=True)
        it.write("ended_at", "returned_at", "returned_how")
        it.deed.record(events.DossierReopened(**it.subject, remark_id=remark_id, text_sha256=digest))
    return it.dossier
