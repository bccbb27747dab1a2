"""Random but lawful lives of a dossier, for tests: who may do what now does it, time passes, the worker looks.

Each life begins at a dossier that was filed online or taken in on paper, and runs inside a savepoint that is rolled
back. What must hold after each act is stated by `invariants` from the ledger's facts, not from the code under test.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from io import BytesIO
from random import Random
from uuid import UUID

from django.db import transaction

from motcua.custody.models import Item, Move
from motcua.custody.queries.evenings import evening
from motcua.directory.queries import work_calendar
from motcua.dossiers.chores import raise_alarms
from motcua.dossiers.errors import Incomplete, NotAllowed, NotFound
from motcua.dossiers.models import ApologyDraft, Document, Dossier, Hold, Opinion, SigningOrder
from motcua.dossiers.operations import (
    answering,
    apologising,
    opinions,
    other_papers,
    paying,
    processing,
    returning,
    signing,
    suspending,
)
from motcua.dossiers.operations.processing import Asked
from motcua.dossiers.queries.apologies import offered
from motcua.dossiers.queries.derived import limit_of
from motcua.dossiers.queries.standing import standing_of
from motcua.dossiers.rules.handouts import Taker
from motcua.dossiers.rules.opinions import Question
from motcua.dossiers.rules.pauses import Decision, Demand, Paid
from motcua.dossiers.rules.permits import acts_for, may_do
from motcua.dossiers.rules.workflow import STATUS, Act, Stage
from motcua.dossiers.tests.factories import photo
from motcua.kernel.actors import Actor
from motcua.kernel.worktime import ZONE, Pause, due_at
from motcua.ledger.models import Event
from tests.stories.officer import unsigned

WHY = "Nội dung trong giấy tờ không khớp với tờ khai đã nộp."


@dataclass
class Life:
    """One dossier on its random way."""

    cast: object
    dossier_id: UUID
    at: datetime
    rng: Random
    on_paper: bool
    promised: datetime | None = None
    documents: int = 0
    done: Counter[str] | None = None

    @property
    def dossier(self) -> Dossier:
        """Read it as it is."""
        return Dossier.objects.get(id=self.dossier_id)

    @property
    def people(self) -> list[Actor]:
        """List who could act: the owner where there is an account, and the four officers there."""
        there = [self.cast.binh, self.cast.bich, self.cast.bao]
        return there if self.on_paper else [self.cast.an, *there]

    def live(self, acts: int) -> None:
        """Let so many acts happen, unless the dossier is closed for good."""
        for _ in range(acts):
            self.at += timedelta(minutes=self.rng.choice((1, 30, 240, 1440, 2880, 7 * 1440)))
            raise_alarms(at=self.at)
            invariants(self)
            if not self.step():
                break
            invariants(self)

    def step(self) -> bool:
        """Do one act that is lawful now, after one that is not; tells whether there was any."""
        dossier = self.dossier
        standing = standing_of(dossier)
        self.refused(dossier, standing)
        possible = [(who, act) for who in self.people for act in acts_for(who, standing) if act in DOING]
        if not possible:
            return False
        likely = [4 if act in FORWARD else 1 for _who, act in possible]  # else few would ever see a result
        who, act = self.rng.choices(possible, likely)[0]
        DOING[act](self, dossier, who)
        if self.done is not None:
            self.done[act] += 1
        return True

    def refused(self, dossier: Dossier, standing: object) -> None:
        """Let somebody try what they may not: nothing changes; who works elsewhere is told that there is nothing."""
        who = self.rng.choice([*self.people, self.cast.chi, self.cast.dung])
        act = self.rng.choice(list(DOING))
        if may_do(who, act, standing):
            return
        before = (dossier.version, Event.objects.filter(thread=dossier.id).count())
        told: type[Exception] | None = None
        try:
            with transaction.atomic():
                DOING[act](self, dossier, who)
        except (NotAllowed, NotFound) as error:
            told = type(error)
        assert told is not None or act is Act.COLLECT, f"{who.id} could {act} at {standing}"
        assert told is NotFound or who != self.cast.chi, (act, told)
        assert before == (self.dossier.version, Event.objects.filter(thread=dossier.id).count())


Do = Callable[[Life, Dossier, Actor], object]


def _plain(operation: Callable[..., object], **more: object) -> Do:
    def do(life: Life, dossier: Dossier, who: Actor) -> object:
        return operation(dossier_id=dossier.id, seen=dossier.version, by=who, at=life.at, **more)

    return do


def _ask(life: Life, dossier: Dossier, who: Actor) -> object:
    paper = 4 if not life.on_paper else life.rng.choice(_paper_numbers(dossier))
    asked = [Asked(paper, "Giấy chứng sinh", WHY)]
    return processing.ask_supplement(
        dossier_id=dossier.id, seen=dossier.version, items=asked, by=who, at=life.at
    )


def _paper_numbers(dossier: Dossier) -> list[int]:
    return sorted(processing.askable_papers(dossier))


def _answer(life: Life, dossier: Dossier, who: Actor) -> object:
    hold = Hold.objects.filter(dossier=dossier, kind="supplement", lifted_at=None).first()
    for item in hold.items.all() if hold and who == life.cast.an else ():
        answering.attach_answer(
            dossier_id=dossier.id,
            component=item.component,
            stream=photo(),
            name="anh.jpg",
            by=who,
            at=life.at,
        )
        life.documents += 1
    return answering.answer_supplement(dossier_id=dossier.id, seen=dossier.version, by=who, at=life.at)


def _assign(life: Life, dossier: Dossier, who: Actor) -> object:
    holder = UUID(life.rng.choice([life.cast.bich, life.cast.bao]).id)
    return processing.assign(dossier_id=dossier.id, seen=dossier.version, holder=holder, by=who, at=life.at)


def _issue(life: Life, dossier: Dossier, who: Actor) -> object:
    made = returning.issue(
        dossier_id=dossier.id,
        seen=dossier.version,
        paper=returning.ResultPaper(photo(), "kq.jpg", "12/UBND"),
        by=who,
        at=life.at,
    )
    life.documents += 1
    return made


def _collect(life: Life, dossier: Dossier, who: Actor) -> object:
    return returning.collect(dossier_id=dossier.id, by=who, at=life.at)


def _want(life: Life, dossier: Dossier, who: Actor) -> object:
    more = {"title": "Giấy xác nhận", "law": "Điều 5 Nghị định 123/2015/NĐ-CP", "reason": WHY}
    return other_papers.want(dossier_id=dossier.id, seen=dossier.version, by=who, at=life.at, **more)


def _sign(life: Life, dossier: Dossier, who: Actor) -> object:
    """Sign with one of the days that may be promised; so late that none may be, the letter cannot be signed."""
    draft = ApologyDraft.objects.filter(dossier=dossier, closed_at=None).first()
    days = [one.days for one in offered(dossier, draft, list(dossier.holds.all()), life.at)] if draft else []
    try:
        with transaction.atomic():
            return apologising.sign(
                dossier_id=dossier.id,
                seen=dossier.version,
                reason=WHY,
                days=life.rng.choice(days or [1]),
                by=who,
                at=life.at,
            )
    except Incomplete:
        assert not days
        return None


def _demand(life: Life, dossier: Dossier, who: Actor) -> object:
    """Ask for money with a last day that is near or far: life goes on past some of them."""
    until = _day(life) + timedelta(days=life.rng.choice((1, 10, 60)))
    demand = Demand(8000, "Lệ phí", "Nghị quyết 23/2020/NQ-HĐND", until)
    return paying.ask_payment(dossier_id=dossier.id, seen=dossier.version, demand=demand, by=who, at=life.at)


def _paid(operation: Callable[..., object]) -> Do:
    def do(life: Life, dossier: Dossier, who: Actor) -> object:
        paid = Paid("BL-0012", _day(life), "Nguyễn Thị An")
        return operation(dossier_id=dossier.id, seen=dossier.version, paid=paid, by=who, at=life.at)

    return do


def _day(life: Life) -> date:
    return life.at.astimezone(ZONE).date()


def _ask_opinion(life: Life, dossier: Dossier, who: Actor) -> object:
    """Ask Chi's agency, for a day that may lie beyond the dossier's own: then it is refused."""
    days = life.rng.choice((1, 2, 5))
    question = Question(life.cast.chi.unit, "Trẻ có đăng ký thường trú tại xã không?", days)
    try:
        with transaction.atomic():
            return opinions.ask(
                dossier_id=dossier.id, seen=dossier.version, question=question, by=who, at=life.at
            )
    except Incomplete:
        assert dossier.due_at is not None
        return None


def _recall_opinion(life: Life, dossier: Dossier, who: Actor) -> object:
    waits = Opinion.objects.filter(dossier=dossier, closed_at=None).first()
    if waits is None and may_do(who, Act.RECALL_OPINION, standing_of(dossier)):
        return None
    key = waits.id if waits else dossier.id
    return opinions.recall(dossier_id=dossier.id, seen=dossier.version, opinion_id=key, by=who, at=life.at)


def _prepare(life: Life, dossier: Dossier, who: Actor) -> object:
    paper = returning.ResultPaper(BytesIO(_unsigned()), "kq.pdf", "12/UBND")
    made = signing.prepare(dossier_id=dossier.id, seen=dossier.version, paper=paper, by=who, at=life.at)
    life.documents += 1
    return made


def _sign_result(life: Life, dossier: Dossier, who: Actor) -> object:
    """Press to sign; the worker signs at once, twice, as after a crash: it is issued once."""
    signing.sign(dossier_id=dossier.id, seen=dossier.version, by=who, at=life.at)
    order = SigningOrder.objects.get(dossier=dossier, closed_at=None)
    for _ in range(2):
        signing.carry_out(order_id=order.id, at=life.at)
    assert dossier.results.filter(void_at=None).count() == 1
    life.documents += 1
    return order


@cache
def _unsigned() -> bytes:
    return unsigned().read()


HELD = Decision("45/QĐ-UBND", date(2026, 9, 1), "Chủ tịch Hồ Quốc Bảo")

DOING: dict[Act, Do] = {
    Act.RECEIVE: _plain(processing.receive),
    Act.REFUSE: _plain(processing.refuse, reason=WHY),
    Act.ASK_SUPPLEMENT: _ask,
    Act.ANSWER_SUPPLEMENT: _answer,
    Act.WANT_OTHER_PAPER: _want,
    Act.APPROVE_OTHER_PAPER: _plain(other_papers.approve),
    Act.DECLINE_OTHER_PAPER: _plain(other_papers.decline, reason=WHY),
    Act.TRANSFER: _plain(processing.transfer),
    Act.ASSIGN: _assign,
    Act.PROPOSE: _plain(processing.propose),
    Act.APPROVE: _plain(processing.approve),
    Act.SEND_BACK: _plain(processing.send_back, reason=WHY),
    Act.ISSUE: _issue,
    Act.GIVE_BACK: _plain(returning.give_back, taker=Taker("owner", frozenset({"receipt"}))),
    Act.COLLECT: _collect,
    Act.REOPEN: _plain(returning.reopen, reason=WHY),
    Act.STOP: _plain(processing.stop, reason=WHY),
    Act.ASK_WITHDRAWAL: _plain(answering.ask_withdrawal),
    Act.ACCEPT_WITHDRAWAL: _plain(answering.accept_withdrawal),
    Act.DECLINE_WITHDRAWAL: _plain(answering.decline_withdrawal, reason=WHY),
    Act.ASK_PAYMENT: _demand,
    Act.CONFIRM_PAYMENT: _paid(paying.confirm_payment),
    Act.CANCEL_PAYMENT: _plain(paying.cancel_payment, reason=WHY),
    Act.NOTE_REFUND: _paid(paying.note_refund),
    Act.SUSPEND: _plain(suspending.suspend, decision=HELD, reason=WHY),
    Act.RESUME: _plain(suspending.resume, reason=WHY),
    Act.ASK_OPINION: _ask_opinion,
    Act.RECALL_OPINION: _recall_opinion,
    Act.PREPARE_RESULT: _prepare,
    Act.SIGN_RESULT: _sign_result,
    Act.RECALL_RESULT: _plain(signing.recall),
    Act.SIGN_APOLOGY: _sign,
    Act.DISMISS_APOLOGY: _plain(apologising.dismiss),
}


FORWARD = (
    Act.RECEIVE,
    Act.TRANSFER,
    Act.PROPOSE,
    Act.APPROVE,
    Act.ISSUE,
    Act.PREPARE_RESULT,
    Act.SIGN_RESULT,
    Act.ANSWER_SUPPLEMENT,
    Act.CANCEL_PAYMENT,
    Act.RESUME,
)
"""What leads a dossier to its end."""


def invariants(life: Life) -> None:
    """State what must hold, from the facts."""
    dossier = life.dossier
    facts = list(Event.objects.filter(thread=dossier.id).order_by("id"))
    assert dossier.stage in set(Stage), dossier.stage
    _status(dossier)
    _clock(life, dossier, facts)
    _papers(life, dossier)


def _status(dossier: Dossier) -> None:
    open_kinds = set(Hold.objects.filter(dossier=dossier, lifted_at=None).values_list("kind", flat=True))
    ended = dossier.stage in ("refused", "stopped", "issued", "returned")
    shown = {"withdrawal": 7, "money": 6, "supplement": 5}
    held = next((number for kind, number in shown.items() if kind in open_kinds and not ended), None)
    assert dossier.status == (held or STATUS[Stage(dossier.stage)])
    suspended = "suspension" in open_kinds and not ended
    assert dossier.waiting == (held or (8 if suspended else 0))
    assert dossier.closed == (dossier.stage in ("refused", "stopped", "returned"))
    if dossier.stage in ("refused", "stopped"):
        assert not open_kinds, open_kinds


BEGINS = {"SupplementAsked": "papers", "PaymentAsked": "money", "DossierSuspended": "decision"}
ENDS = {
    "SupplementAnswered": "papers",
    "PaymentConfirmed": "money",
    "PaymentCancelled": "money",
    "DossierResumed": "decision",
}


def _clock(life: Life, dossier: Dossier, facts: list[Event]) -> None:
    """Compute the promise anew from the facts alone: reception, pauses and their ends, the new day of a letter."""
    received, pauses, begun, extra = None, [], {}, None
    for fact in facts:
        match fact.name.removeprefix("dossiers."):
            case "DossierReceived":
                received = fact.at
            case "DossierTakenIn":
                received = datetime.fromisoformat(fact.facts["received_at"])
            case name if name in BEGINS:
                begun[BEGINS[name]] = fact.at
            case name if name in ENDS:
                pauses.append(Pause(begun.pop(ENDS[name]), fact.at))
            case "DossierStopped" | "DossierRefused":
                pauses += [Pause(start, fact.at) for start in begun.values()]
                begun = {}
            case "ApologySent":
                extra = fact.facts
    if received is None:
        assert dossier.due_at is None
        return
    after = [Pause(max(one.start, received), one.end) for one in pauses if one.end > received]
    limit = limit_of(dossier)
    calendar = work_calendar(dossier.agency_id, life.at.date())
    waiting = [Pause(start, None) for start in begun.values()]
    first = due_at(received, limit, [*after, *waiting], calendar) if limit else None
    shown = dossier.first_due_at if extra else dossier.due_at
    assert shown == first, (shown, first, [fact.name for fact in facts])
    if extra and not begun:
        assert dossier.due_at > first
    life.promised = life.promised or dossier.promised_at
    assert dossier.promised_at == life.promised


def _papers(life: Life, dossier: Dossier) -> None:
    """Nothing that was given is lost: files stay, and each thing in the house lies at one place with its history."""
    assert Document.objects.filter(dossier=dossier).count() == life.documents
    assert ApologyDraft.objects.filter(dossier=dossier, closed_at=None).count() <= 1
    items = list(Item.objects.filter(dossier=dossier))
    assert ("papers" in {one.thing for one in items}) == life.on_paper
    for one in items:
        ways = list(Move.objects.filter(item=one).order_by("at", "id"))
        assert [way.start for way in ways[1:]] == [way.end for way in ways[:-1]]
        assert ways[-1].end == one.place
    day = evening(life.cast.binh, life.at)
    assert day is None or day.count.balances
