"""Some twenty dossiers that really went their way: filed, handled and answered by the operations of the product."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from motcua.accounts.operations.parties import Person
from motcua.catalogue.queries import form_of, version
from motcua.catalogue.rules.matching import asked
from motcua.directory.queries import agency, work_calendar
from motcua.dossiers.models import Dossier
from motcua.dossiers.operations import answering, drafting, intake, processing, returning
from motcua.dossiers.operations.processing import Asked
from motcua.dossiers.queries.asking import askable_papers
from motcua.dossiers.rules.handouts import Taker
from motcua.dossiers.trace import Trace
from motcua.kernel.actors import Actor
from motcua.kernel.text import fold
from motcua.kernel.worktime import ZONE, Limit, due_at
from motcua.training import sheets
from motcua.training.answering import filer, fill_in

BIRTH, MARITAL, MARRIAGE, COPIES = "1.001193", "1.004873", "1.000894", "2.000815"
BUSINESS, SOCIAL, HOUSE, FROM_REGISTER = "1.001612", "1.001776", "1.013225", "2.000908"
BLURRED = "Ảnh chụp bị mờ, không đọc được số và ngày cấp. Đề nghị chụp lại cho rõ."
WRONG_PLACE = "Thủ tục này thuộc thẩm quyền của xã nơi thường trú; đề nghị nộp tại đó."
UNCLEAR = "Dự thảo chưa nêu căn cứ; đề nghị bổ sung trước khi ký."


@dataclass(frozen=True, slots=True)
class Story:
    """Where, what, how many days ago it was filed (0: just now), by the demonstration's citizen or a guest, how far."""

    word: str
    procedure: str
    days: int
    ours: bool
    acts: str


STORIES = (
    Story("thanhvinh", BIRTH, 41, True, "receive transfer propose approve issue collect"),
    Story("thanhvinh", MARITAL, 30, False, "receive transfer ask answer propose approve issue give_back"),
    Story("thanhvinh", MARITAL, 8, True, "receive transfer ask"),
    Story("thanhvinh", BIRTH, 2, True, "receive transfer propose"),
    Story("thanhvinh", BIRTH, 5, True, "receive transfer propose approve issue"),
    Story("thanhvinh", COPIES, 1, False, "receive"),
    Story("thanhvinh", BIRTH, 0, False, ""),
    Story("thanhvinh", MARITAL, 0, True, ""),
    Story("thanhvinh", BUSINESS, 12, False, "receive transfer ask answer assign"),
    Story("thanhvinh", MARITAL, 9, False, "receive transfer assign"),
    Story("thanhvinh", SOCIAL, 15, False, "refuse"),
    Story("thanhvinh", HOUSE, 16, False, "receive transfer propose send_back"),
    Story("thanhvinh", MARRIAGE, 4, False, "receive withdraw"),
    Story("muongxen", BIRTH, 25, False, "receive transfer propose approve issue give_back"),
    Story("muongxen", BIRTH, 0, False, ""),
    Story("muongxen", SOCIAL, 6, False, "receive transfer"),
    Story("muongxen", MARITAL, 3, False, "receive transfer propose approve"),
    Story("muongxen", BIRTH, 1, False, "ask"),
    Story("tuphap", FROM_REGISTER, 20, False, "receive transfer propose approve issue collect"),
    Story("tuphap", FROM_REGISTER, 0, False, ""),
    Story("tuphap", FROM_REGISTER, 2, False, "receive transfer"),
)


class Teller:
    """Tells one story: every step some working hours after the one before, until now is reached."""

    def __init__(
        self, story: Story, officers: Mapping[str, Actor], citizen: Actor, now: datetime, rng: Random
    ) -> None:
        self.story, self.now, self.rng = story, now, rng
        self.reception = officers[f"{story.word}.motcua"]
        self.specialist = officers[f"{story.word}.chuyenvien"]
        self.leader = officers[f"{story.word}.lanhdao"]
        self.agency_id = str(self.reception.unit)
        self.owner = citizen if story.ours else Actor("guest", f"demo-{rng.random()}", via="portal")
        self.today = now.astimezone(ZONE).date()
        self.at = self._first()
        self.dossier_id: UUID | None = None

    def tell(self) -> None:
        """File it and take it as far as the story goes."""
        self.dossier_id = self._file()
        for name in self.story.acts.split():
            if not self._later():
                return
            ACTS[name](self)

    def _first(self) -> datetime:
        if self.story.days == 0:
            return self.now - timedelta(minutes=20 + int(self.rng.random() * 90))
        calendar = work_calendar(self.agency_id, self.today)
        day = calendar.after((self.today - timedelta(days=self.story.days + 1)).toordinal(), 1)
        return calendar.closing(day).replace(hour=8, minute=int(self.rng.random() * 59))

    def _later(self) -> bool:
        calendar = work_calendar(self.agency_id, self.today)
        moment = due_at(self.at, Limit(1 + int(self.rng.random() * 3), "working_hour"), (), calendar)
        if moment is None or moment >= self.now:
            return False
        self.at = max(moment, self.at + timedelta(minutes=5))
        return True

    def _file(self) -> UUID:
        who = self._filer()
        draft = drafting.start(
            procedure=self.story.procedure,
            agency_id=self.agency_id,
            trace=Trace(session=f"demo-{self.rng.random()}"),
            by=self.owner,
            at=self.at - timedelta(minutes=12),
        )
        facts, place = version(draft.version_id), agency(self.agency_id, self.today)
        unit = place.unit_code if place and place.level == "commune" else "16681"
        form, day = form_of(facts), self.at.astimezone(ZONE).date()
        answers = fill_in(form, unit=unit, filer=who, on=day, rng=self.rng)
        draft = drafting.save(
            draft_id=draft.id, seen=draft.version, answers=answers, by=self.owner, at=self.at
        )
        for one in asked(form, facts.components, answers):
            if one.kind == "required":
                drafting.attach(
                    draft_id=draft.id,
                    component=one.seq,
                    stream=sheets.photo(_heading(one.name).upper(), one.seq),
                    name=f"{_heading(one.name).replace(' ', '-')}.jpg",
                    by=self.owner,
                    at=self.at,
                )
        return intake.submit(draft_id=draft.id, seen=draft.version, by=self.owner, at=self.at).dossier_id

    def _filer(self) -> Person:
        if not self.story.ours:
            return filer(self.today, self.rng)
        return Person(
            name="Nguyễn Thị An", number="040190123456", phone="+84912345678", born=date(1990, 3, 15)
        )

    @property
    def seen(self) -> int:
        """The dossier's version as one would see it now."""
        return Dossier.objects.values_list("version", flat=True).get(id=self._id)

    @property
    def _id(self) -> UUID:
        if self.dossier_id is None:
            raise RuntimeError("nothing was filed yet")
        return self.dossier_id

    def do(self, operation: Callable[..., object], by: Actor, **more: object) -> None:
        """Do one act on the dossier."""
        operation(dossier_id=self._id, seen=self.seen, by=by, at=self.at, **more)

    def ask(self) -> None:
        """Ask for the first paper again."""
        by = self.reception if "receive" not in self.story.acts else self.specialist
        first = next(iter(self._components()), (0, "Giấy tờ kèm theo"))
        self.do(processing.ask_supplement, by, items=[Asked(*first, BLURRED)])

    def answer(self) -> None:
        """Send what was asked for."""
        component = next(iter(self._components()), (0, ""))[0]
        answering.attach_answer(
            dossier_id=self._id,
            component=component,
            stream=sheets.photo("ANH CHUP LAI", 7),
            name="anh-chup-lai.jpg",
            by=self.owner,
            at=self.at,
            holds_secret=True,
        )
        self.do(answering.answer_supplement, self.owner, holds_secret=True)

    def issue(self) -> None:
        """Issue a result of one page."""
        number = f"{1 + int(self.rng.random() * 900)}/{self.at.year}"
        self.do(
            returning.issue,
            self.specialist,
            paper=returning.ResultPaper(sheets.pdf("KET QUA"), "ket-qua.pdf", number),
        )

    def _components(self) -> Sequence[tuple[int, str]]:
        return list(askable_papers(Dossier.objects.get(id=self._id)).items())


def _heading(name: str) -> str:
    """Give the first words of a paper's name, in letters that every machine's drawing font has."""
    return " ".join(re.findall(r"\w+", fold(name))[:3])


OWNER_CAME = Taker("owner", frozenset({"receipt", "identity"}))

ACTS: Mapping[str, Callable[[Teller], object]] = {
    "receive": lambda it: it.do(processing.receive, it.reception),
    "refuse": lambda it: it.do(processing.refuse, it.reception, reason=WRONG_PLACE),
    "transfer": lambda it: it.do(processing.transfer, it.reception),
    "assign": lambda it: it.do(processing.assign, it.specialist, holder=UUID(it.specialist.id)),
    "ask": Teller.ask,
    "answer": Teller.answer,
    "propose": lambda it: it.do(processing.propose, it.specialist),
    "send_back": lambda it: it.do(processing.send_back, it.leader, reason=UNCLEAR),
    "approve": lambda it: it.do(processing.approve, it.leader),
    "issue": Teller.issue,
    "give_back": lambda it: it.do(returning.give_back, it.reception, taker=OWNER_CAME),
    "collect": lambda it: returning.collect(dossier_id=it._id, by=it.owner, at=it.at, holds_secret=True),
    "withdraw": lambda it: it.do(answering.ask_withdrawal, it.owner, reason="Nộp nhầm", holds_secret=True),
}
