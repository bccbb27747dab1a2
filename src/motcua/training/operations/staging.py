"""What lies ready when an exercise begins, made by the same operations as in earnest, by the learner's colleagues."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from motcua.accounts.models import Account
from motcua.accounts.operations.officers import give_role, open_officer
from motcua.accounts.queries import actor_of, in_force
from motcua.catalogue.queries import form_of, version, version_in_force
from motcua.catalogue.rules.matching import asked, asked_on_paper
from motcua.counter.operations.books import make_book
from motcua.custody.models import Item, Line
from motcua.custody.operations.handing import Answer, answer, hand_over
from motcua.directory.queries import agency
from motcua.dossiers.models import Dossier
from motcua.dossiers.operations import drafting, intake, other_papers, processing, returning
from motcua.dossiers.operations.reception import CounterCase, take_in
from motcua.dossiers.rules.reception import Given
from motcua.dossiers.trace import Trace
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.worktime import ZONE
from motcua.training import sheets
from motcua.training.answering import filer, fill_in
from motcua.training.people import person
from motcua.training.rules.exercises.shape import Prepared

ONLINE, ON_PAPER = "1.004873", "1.001193"
"""Confirmation of marital status, filed online; registration of a birth, on paper. Every commune decides both."""

EARLIER = timedelta(hours=2)
"""A receipt book is made before the line breaks in which it is used."""


@dataclass(frozen=True)
class Staging:
    """Where and when an exercise is prepared, and for whom."""

    learner: Actor
    at: datetime
    rng: Random

    @property
    def agency_id(self) -> str:
        """The agency the learner works for."""
        return self.learner.unit or ""

    def colleague(self, *roles: str) -> Actor:
        """Give an officer of the agency with one of these roles: a colleague, or the learner where there is none."""
        on = self.at.astimezone(ZONE).date()
        rows = in_force(on).filter(agency_id=self.agency_id, role__in=roles).order_by("officer_id")
        others = rows.exclude(officer_id=UUID(self.learner.id)).first() or rows.first()
        if others is None:
            raise LookupError(f"nobody at {self.agency_id} is {' or '.join(roles)}")
        return actor_of(Account.objects.get(id=others.officer_id), on, unit=self.agency_id)


def prepare(*, what: Prepared, many: int, rng: Random, by: Actor, at: datetime) -> list[UUID]:
    """Prepare so many dossiers at that point of their way; gives their ids, none where only somebody is invented."""
    it = Staging(by, at, rng)
    if what == "book":
        make_book(size=10, by=it.colleague("reception", "head"), at=at - EARLIER)
    made = PREPARED.get(what)
    return [made(it) for _ in range(many)] if made else []


def seat(*, name: str, username: str, by: Actor, at: datetime) -> None:
    """Give the learner a colleague, invented, who handles dossiers."""
    it = Staging(by, at, Random(0))  # noqa: S311 - nothing is drawn
    since = at.astimezone(ZONE).date() - timedelta(days=30)
    password = secrets.token_urlsafe(24)  # nobody signs in with it
    row = open_officer(username=username, password=password, name=name, title="Công chức", by=by, at=at)
    give_role(officer=row, agency_id=it.agency_id, role="specialist", valid_from=since, by=by, at=at)


def _online(it: Staging) -> UUID:
    """File a dossier as somebody at home does."""
    by = Actor("guest", f"training-{uuid7(it.at)}", via="portal")
    on = it.at.astimezone(ZONE).date()
    trace = Trace(session=by.id)
    draft = drafting.start(procedure=ONLINE, agency_id=it.agency_id, trace=trace, by=by, at=it.at)
    facts, place = version(draft.version_id), agency(it.agency_id, on)
    form = form_of(facts)
    unit = place.unit_code if place else ""
    answers = fill_in(form, unit=unit, filer=filer(on, it.rng), on=on, rng=it.rng)
    draft = drafting.save(draft_id=draft.id, seen=draft.version, answers=answers, by=by, at=it.at)
    for one in asked(form, facts.components, answers):
        if one.kind == "required":
            picture = sheets.photo("GIAY TO TAP HUAN", one.seq)
            drafting.attach(
                draft_id=draft.id, component=one.seq, stream=picture, name="giay-to.jpg", by=by, at=it.at
            )
    return intake.submit(draft_id=draft.id, seen=draft.version, by=by, at=it.at).dossier_id


def _paper(it: Staging) -> UUID:
    """Take a dossier in at the counter."""
    facts = version_in_force(ON_PAPER, it.at.astimezone(ZONE).date())
    if facts is None:
        raise LookupError(f"{ON_PAPER} is not in force")
    needed = [one for one in asked_on_paper(form_of(facts), facts.components, "") if one.kind == "required"]
    case = CounterCase(
        id=uuid7(it.at),
        channel="direct",
        procedure=ON_PAPER,
        owner=person(it.rng),
        papers=tuple(Given(one.seq, originals=1) for one in needed),
    )
    return take_in(case=case, by=it.colleague("reception"), at=it.at).dossier_id


def _listed(it: Staging) -> UUID:
    """Put a dossier on paper on a list that waits for its receiver."""
    dossier_id = _paper(it)
    items = [Item.objects.get(dossier_id=dossier_id, thing="papers").id]
    hand_over(way="out", items=items, by=it.colleague("reception", "head"), at=it.at)
    return dossier_id


def _act(
    operation: Callable[..., object], it: Staging, dossier_id: UUID, *roles: str, **more: object
) -> UUID:
    seen = Dossier.objects.values_list("version", flat=True).get(id=dossier_id)
    operation(dossier_id=dossier_id, seen=seen, by=it.colleague(*roles), at=it.at, **more)
    return dossier_id


def _handling(it: Staging) -> UUID:
    received = _act(processing.receive, it, _online(it), "reception")
    return _act(processing.transfer, it, received, "reception")


def _approving(it: Staging) -> UUID:
    return _act(processing.propose, it, _handling(it), "specialist")


def _approved(it: Staging) -> UUID:
    return _act(processing.approve, it, _approving(it), "approver", "head")


def _on_paper_issued(it: Staging) -> UUID:
    """Bring a dossier on paper to its result, which then lies on paper with the specialised unit."""
    dossier_id = _paper(it)
    _act(processing.transfer, it, dossier_id, "reception")
    _act(processing.propose, it, dossier_id, "specialist")
    _act(processing.approve, it, dossier_id, "approver", "head")
    more = {"paper": returning.ResultPaper(sheets.pdf("KET QUA TAP HUAN"), "ket-qua.pdf", "126/TH")}
    return _act(returning.issue, it, dossier_id, "specialist", **more)


def _result_here(it: Staging) -> UUID:
    """Bring a result on paper to the one-stop, by a list that was signed for."""
    dossier_id = _on_paper_issued(it)
    item = Item.objects.get(dossier_id=dossier_id, thing="result")
    made = hand_over(way="back", items=[item.id], by=it.colleague("specialist"), at=it.at)
    lines = Line.objects.filter(handover_id=made)
    said = [Answer(one.id, True) for one in lines]
    answer(handover_id=made, answers=said, by=it.colleague("reception"), at=it.at)
    return dossier_id


def _wanted(it: Staging) -> UUID:
    """Let a colleague want a paper outside the list, on a basis that does not carry it."""
    return _act(
        other_papers.want,
        it,
        _handling(it),
        "specialist",
        title="Giấy xác nhận của tổ dân phố",
        law="Theo thông lệ của cơ quan",
        reason="Để chắc chắn hơn về nơi ở của người nộp.",
    )


PREPARED: Mapping[str, Callable[[Staging], UUID]] = {
    "online": _online,
    "paper": _paper,
    "listed": _listed,
    "handling": _handling,
    "approving": _approving,
    "approved": _approved,
    "issued": _on_paper_issued,
    "result_here": _result_here,
    "wanted": _wanted,
}
