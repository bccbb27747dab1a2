"""People ask: to be called back, or about a draft of theirs."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from motcua.accounts.rules.codes import COUNTED_FOR, pause
from motcua.accounts.sealing import seal_text
from motcua.directory.queries import receiving_place
from motcua.directory.queries.contacts import places_of
from motcua.dossiers.queries.drafts import own
from motcua.feedback import events
from motcua.feedback.errors import Incomplete, NotAllowed
from motcua.feedback.models import HelpRequest
from motcua.feedback.queries.period import times_of
from motcua.feedback.rules.requests import LANGUAGES, LONGEST
from motcua.feedback.sealing import PHONE, phone_index, sealed_said
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.references import mask_phone, phone_normal
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import Deed, act
from motcua.ledger.alone import alone_with

NO_PHONE = mark("Số điện thoại chưa đúng. Ví dụ: 0912 345 678.")
LONG = mark("Xin viết ngắn hơn 1.000 ký tự.")


@dataclass(frozen=True, slots=True)
class Wish:
    """Who wants to be called back, in which language, and about what."""

    name: str = field(repr=False)
    phone: str = field(repr=False)
    language: str
    about: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Question:
    """A question on a draft: on which step, whether officers may see the draft, where to send word of the answer."""

    text: str = field(repr=False)
    step: str
    shows_draft: bool
    phone: str = field(default="", repr=False)


def ask_call_back(*, place_id: str, wish: Wish, asker: bytes, by: Actor, at: datetime) -> HelpRequest:
    """Ask a place to call back. A number that waits there already is given its own request again.

    Raises Incomplete with the field, NotAllowed for who asks too often.
    """
    place, phone = receiving_place(place_id, at.astimezone(ZONE).date()), phone_normal(wish.phone)
    problems = _problems(wish, phone)
    if place is None:
        problems.append(("place", mark("Xin chọn nơi tiếp nhận.")))
    if problems or place is None or phone is None:
        raise Incomplete(problems)
    with act(by=by, at=at) as deed:
        alone_with(f"help:{phone_index(phone).hex()}")
        waiting = _waiting("callback", place.host_id, phone)
        if waiting is not None:
            return waiting
        _not_too_often(asker, at)
        row = HelpRequest(
            id=uuid7(at),
            kind="callback",
            agency_id=place.host_id,
            place_id=place.id,
            language=wish.language,
            said_sealed=sealed_said(wish.name.strip(), wish.about.strip()),
            asker=asker,
        )
        return _kept(row, phone, deed)


def ask_about_draft(
    *, draft_id: UUID, question: Question, asker: bytes, by: Actor, at: datetime
) -> HelpRequest:
    """Ask about one's own draft. Raises NotFound of the dossiers, Incomplete, NotAllowed."""
    draft, text = own(draft_id, by), question.text.strip()
    phone = phone_normal(question.phone) if question.phone.strip() else ""
    problems = []
    if not 1 <= len(text) <= LONGEST:
        problems.append(("text", mark("Xin viết câu hỏi, nhiều nhất 1.000 ký tự.")))
    if phone is None:
        problems.append(("phone", NO_PHONE))
    if problems:
        raise Incomplete(problems)
    places = places_of(draft.agency_id, at.astimezone(ZONE).date())
    with act(by=by, at=at) as deed:
        alone_with(f"help:{draft_id}")
        _not_too_often(asker, at)
        row = HelpRequest(
            id=uuid7(at),
            kind="question",
            agency_id=draft.agency_id,
            place_id=places[0].id if places else "",
            said_sealed=sealed_said("", text),
            asker=asker,
            draft_id=draft.id,
            procedure=draft.procedure,
            step=question.step[:60],
            shows_draft=question.shows_draft,
        )
        return _kept(row, phone or "", deed)


def hide_draft(*, request_id: UUID, draft_id: UUID, by: Actor, at: datetime) -> None:
    """Let officers see the draft no longer."""
    draft = own(draft_id, by)
    with act(by=by, at=at):
        HelpRequest.objects.filter(id=request_id, draft_id=draft.id).update(shows_draft=False)


def _kept(row: HelpRequest, phone: str, deed: Deed) -> HelpRequest:
    moments = times_of(row.agency_id, deed.at)
    row.asked_at, row.due_at, row.alarm_at = deed.at, moments.due_at, moments.near_at
    if phone:
        row.phone_sealed, row.phone_index = seal_text(phone, PHONE), phone_index(phone)
        row.phone_masked = mask_phone(phone)
    row.save(force_insert=True)
    deed.record(
        events.HelpAsked(
            request_id=row.id,
            agency_id=row.agency_id,
            kind=row.kind,
            place_id=row.place_id,
            language=row.language,
            due_at=row.due_at,
        )
    )
    return row


def _problems(wish: Wish, phone: str | None) -> list[tuple[str, str]]:
    found = []
    if not 1 <= len(wish.name.strip()) <= 100:
        found.append(("name", mark("Xin cho biết tên để cán bộ gọi.")))
    if phone is None:
        found.append(("phone", NO_PHONE))
    if wish.language not in LANGUAGES:
        found.append(("language", mark("Xin chọn tiếng nói.")))
    if len(wish.about) > LONGEST:
        found.append(("about", LONG))
    return found


def _waiting(kind: str, agency_id: str, phone: str) -> HelpRequest | None:
    rows = HelpRequest.objects.filter(phone_index=phone_index(phone), agency_id=agency_id)
    return rows.filter(kind=kind, closed_at=None).order_by("-id").first()


def _not_too_often(asker: bytes, at: datetime) -> None:
    """Let whoever asks again and again wait longer and longer, as with codes: the asker, never the number."""
    made = HelpRequest.objects.filter(asker=asker, asked_at__gt=at - COUNTED_FOR)
    moments = list(made.values_list("asked_at", flat=True))
    wait: timedelta = pause(len(moments))
    if moments and max(moments) > at - wait:
        raise NotAllowed(mark("Yêu cầu trước vừa được ghi. Vui lòng chờ ít phút rồi gửi tiếp."))
