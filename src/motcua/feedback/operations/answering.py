"""What officers do with a request: take it, give it back, call, answer, end it."""

from datetime import datetime
from uuid import UUID

from motcua.directory.queries import threshold
from motcua.dossiers.rules.texts import sha256
from motcua.feedback import events
from motcua.feedback.errors import Incomplete, NotAllowed, NotFound
from motcua.feedback.models import HelpRequest
from motcua.feedback.operations.writing import Handling, handling
from motcua.feedback.rules.requests import LONGEST, OUTCOMES, answers
from motcua.kernel.actors import Actor
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import act


def take(*, request_id: UUID, by: Actor, at: datetime) -> None:
    """Take a request that nobody has. Of two who do it at once exactly one wins. Raises NotFound, NotAllowed."""
    if not HelpRequest.objects.filter(id=request_id, agency_id=by.unit).exists() or not answers(
        by, by.unit or ""
    ):
        raise NotFound
    with act(by=by, at=at) as deed:
        # The row count decides, no lock is held while anybody reads.
        won = HelpRequest.objects.filter(id=request_id, holder_id=None, closed_at=None).update(
            holder_id=UUID(by.id), held_since=at
        )
        if not won:
            raise NotAllowed(mark("Đồng nghiệp khác vừa nhận yêu cầu này."))
        it = Handling(HelpRequest.objects.get(id=request_id), deed, by, at)
        it.note("taken")
        deed.record(events.HelpTaken(**it.subject))


def give_back(*, request_id: UUID, by: Actor, at: datetime) -> None:
    """Give a request back to the queue."""
    with handling(request_id=request_id, by=by, at=at) as it:
        if it.row.holder_id is None:
            raise NotAllowed(mark("Chưa ai nhận yêu cầu này."))
        it.row.holder_id = it.row.held_since = None
        it.save()
        it.note("given_back")
        it.deed.record(events.HelpGivenBack(**it.subject))


def note_try(*, request_id: UUID, by: Actor, at: datetime) -> None:
    """Write down that the person was called and not reached; the promise to call is kept by it."""
    with handling(request_id=request_id, by=by, at=at) as it:
        it.row.tries += 1
        it.replied()
        it.save()
        it.note("tried")
        it.deed.record(events.HelpTried(**it.subject, tries=it.row.tries))


def answer(*, request_id: UUID, text: str, by: Actor, at: datetime) -> None:
    """Answer a question on a draft in writing; it stands in the draft and is told to its owner."""
    text = text.strip()
    if not 1 <= len(text) <= LONGEST:
        raise Incomplete([("text", mark("Xin viết câu trả lời, nhiều nhất 1.000 ký tự."))])
    with handling(request_id=request_id, by=by, at=at) as it:
        if it.row.kind != "question":
            raise NotAllowed(mark("Người này chờ được gọi lại, không chờ trả lời bằng chữ."))
        it.replied()
        it.row.closed_at, it.row.outcome = at, "answered"
        it.save()
        entry = it.note("answered", text)
        it.deed.record(events.HelpAnswered(**it.subject, entry_id=entry.id, text_sha256=sha256(text)))


def close(*, request_id: UUID, outcome: str, note: str = "", by: Actor, at: datetime) -> None:
    """End a request with its outcome; "not reached" only after as many tries as the dated row asks for."""
    note = note.strip()[:LONGEST]
    if outcome not in OUTCOMES:
        raise Incomplete([("outcome", mark("Xin chọn kết quả."))])
    with handling(request_id=request_id, by=by, at=at) as it:
        needed = threshold("help_tries", at.astimezone(ZONE).date()) or 1
        if outcome == "unreachable" and it.row.tries < needed:
            raise Incomplete(
                [("outcome", mark("Chưa gọi đủ số lần. Xin ghi mỗi lần gọi không gặp, rồi gọi lại sau."))]
            )
        if it.row.kind == "question" and it.row.replied_at is None:
            raise Incomplete([("outcome", mark("Câu hỏi này cần được trả lời bằng chữ."))])
        it.replied()
        it.row.closed_at, it.row.outcome = at, outcome
        it.save()
        it.note("closed", note)
        it.deed.record(events.HelpClosed(**it.subject, outcome=outcome, text_sha256=sha256(note)))
