"""Hand-over lists: the giver signs by making one, the receiver by answering it line by line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict
from uuid import UUID

from motcua.accounts.models import Account
from motcua.accounts.queries import actor_of
from motcua.custody import events
from motcua.custody.errors import Incomplete, NotAllowed, NotFound
from motcua.custody.models import Handover, Item, Line
from motcua.custody.operations.moving import move
from motcua.custody.rules.ways import WAYS, may_give, may_take
from motcua.dossiers import errors as dossiers
from motcua.dossiers.models import Dossier
from motcua.dossiers.operations.processing import transfer
from motcua.dossiers.rules.texts import REASON_AT_LEAST, sha256
from motcua.dossiers.rules.workflow import Stage
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import Deed, act
from motcua.ledger.numbers import Pending

WAITING = mark("Hồ sơ đang chờ bổ sung hoặc đang bị giữ lại, chưa chuyển xử lý được; hãy ghi không nhận.")

GIVER_LEFT = mark(
    "Người giao không còn làm việc này ở cơ quan; hãy ghi không nhận để người khác lập lại bảng kê."
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the receiver says of one line: taken, or not, and why not."""

    line_id: UUID
    accepted: bool
    reason: str = ""


class _Subject(TypedDict):
    agency_id: str
    dossier_id: UUID
    handover_id: UUID
    item_id: UUID


def hand_over(*, way: str, items: Sequence[UUID], by: Actor, at: datetime) -> UUID:
    """Make a list of things that lie with the giver; gives its id. Raises NotAllowed, Incomplete, NotFound."""
    if way not in WAYS:
        raise NotFound
    if by.unit is None or not may_give(by, way, by.unit):
        raise NotAllowed(mark("Ông/bà không giao hồ sơ theo chiều này."))
    if not items:
        raise Incomplete([("items", mark("Cần chọn hoặc quét ít nhất một hồ sơ."))])
    with act(by=by, at=at) as deed:
        kept = list(
            Item.objects.select_for_update()
            .filter(id__in=set(items), agency_id=by.unit, place=WAYS[way].start)
            .order_by("id")
        )
        on_list = Line.objects.filter(item__in=kept, outcome="").exists()
        if on_list or len(kept) != len(set(items)):
            raise Incomplete(
                [("items", mark("Có hồ sơ không còn ở nơi giao, hoặc đã nằm trong bảng kê khác."))]
            )
        return _list(deed, way, kept, by.unit, by, at)


def _list(deed: Deed, way: str, kept: list[Item], agency_id: str, by: Actor, at: datetime) -> UUID:
    key, day = uuid7(at), at.astimezone(ZONE).date()
    number = deed.number(f"handover:{agency_id}", day, lambda value: f"BG-{day:%y%m%d}-{value:02d}")
    deed.at_last(lambda: [_row(key, agency_id, way, number, by, at)])
    Line.objects.bulk_create(Line(id=uuid7(at), handover_id=key, item=one) for one in kept)
    deed.record(
        events.HandoverMade(
            agency_id=agency_id,
            handover_id=key,
            way=way,
            number=number,
            items=tuple(one.id for one in kept),
        )
    )
    return key


def _row(key: UUID, agency_id: str, way: str, number: Pending, by: Actor, at: datetime) -> Handover:
    return Handover(id=key, agency_id=agency_id, way=way, number=number.text, made_by=by.id, made_at=at)


def answer(*, handover_id: UUID, answers: Sequence[Answer], by: Actor, at: datetime) -> None:
    """Sign for the lines of a list, or refuse them with a reason; all at once. Raises NotFound, NotAllowed, Incomplete.

    A dossier that was only received goes to work with its paper, in the name of who has given it.
    """
    with act(by=by, at=at) as deed:
        made = Handover.objects.filter(id=handover_id, agency_id=by.unit or "").first()
        if made is None:
            raise NotFound
        if not may_take(by, made.way, made.agency_id, made.made_by):
            raise NotAllowed(mark("Người ký nhận phải là người khác, làm việc ở bên nhận."))
        wanted = {one.line_id: one for one in answers}
        open_lines = made.lines.filter(id__in=wanted, outcome="").select_for_update(of=("self",))
        lines = list(open_lines.select_related("item").order_by("item_id"))
        if not lines or len(lines) != len(wanted):
            raise NotAllowed(mark("Bảng kê đã được ký nhận, hãy xem lại."))
        _check(answers)
        for line in lines:
            _answer_line(deed, made, line, wanted[line.id])


def _check(answers: Sequence[Answer]) -> None:
    vague = [one for one in answers if not one.accepted and len(one.reason.strip()) < REASON_AT_LEAST]
    if vague:
        said = mark("Cần nêu rõ vì sao không nhận.")
        raise Incomplete([(f"reason-{one.line_id}", said) for one in vague])


def _answer_line(deed: Deed, made: Handover, line: Line, said: Answer) -> None:
    line.outcome = "accepted" if said.accepted else "refused"
    line.reason = "" if said.accepted else said.reason.strip()
    line.answered_by, line.answered_at = deed.by.id, deed.at
    line.save(update_fields=["outcome", "reason", "answered_by", "answered_at"])
    if said.accepted:
        _take(deed, made, line)
    subject = _Subject(
        agency_id=made.agency_id,
        dossier_id=line.item.dossier_id,
        handover_id=made.id,
        item_id=line.item_id,
    )
    if said.accepted:
        deed.record(events.ItemAccepted(**subject, place=str(WAYS[made.way].end)))
    else:
        deed.record(events.ItemRefused(**subject, text_sha256=sha256(line.reason)))


def _take(deed: Deed, made: Handover, line: Line) -> None:
    way = WAYS[made.way]
    item = Item.objects.select_for_update().filter(id=line.item_id, place=way.start).first()
    if item is None:  # given to its owner, or taken back, since the list was made
        raise Incomplete([(f"reason-{line.id}", mark("Không còn ở nơi giao; hãy ghi không nhận."))])
    move(items=[item], end=way.end, by=deed.by, at=deed.at)
    if made.way == "out":
        _go_to_work(made, line, deed.at)


def _go_to_work(made: Handover, line: Line, at: datetime) -> None:
    dossier = Dossier.objects.select_for_update().get(id=line.item.dossier_id)
    if dossier.stage != Stage.RECEIVED:
        return
    if dossier.waiting:
        raise Incomplete([(f"reason-{line.id}", WAITING)])
    giver = actor_of(Account.objects.get(id=made.made_by), at.astimezone(ZONE).date(), unit=made.agency_id)
    try:
        transfer(dossier_id=dossier.id, seen=dossier.version, by=giver, at=at)
    except (dossiers.NotFound, dossiers.NotAllowed) as error:
        raise Incomplete([(f"reason-{line.id}", GIVER_LEFT)]) from error
