"""Reception at the counter and out of the post: a dossier is filed and received in one act, once."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from motcua.accounts.models import Party
from motcua.accounts.operations.parties import Person, prepare
from motcua.accounts.sealing import index_of
from motcua.catalogue.queries import VersionFacts, form_of, online_service, receives, version_in_force
from motcua.catalogue.rules.matching import CASE_QUESTION, asked_on_paper, cases
from motcua.dossiers import events
from motcua.dossiers.errors import Incomplete, NotAllowed
from motcua.dossiers.models import CounterEntry, Dossier, GivenPaper, Origin
from motcua.dossiers.operations.coding import NewCode, Printed, PrintedCode
from motcua.dossiers.queries.codes import Filed, filed_before
from motcua.dossiers.queries.derived import derive
from motcua.dossiers.rules.permits import may_take_in
from motcua.dossiers.rules.reception import (
    CHANNELS,
    MOST_OF_A_PAPER,
    RETURN_WAYS,
    Given,
    Problem,
    paper_problems,
    person_problems,
)
from motcua.dossiers.rules.workflow import Stage
from motcua.kernel.actors import Actor
from motcua.kernel.identity import identity_normal, phone_normal
from motcua.kernel.ids import uuid7
from motcua.kernel.text import fold, nfc
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import Deed, act


@dataclass(frozen=True, kw_only=True, slots=True)
class CounterCase:
    """What the officer wrote down: who, what, which papers. `id` is made by the page, so that it counts once.

    `case` is the ordinal of the alternative in the closed list, where there are several. Without `received_at` the
    moment of the act is the moment of reception; without `submitter` the owner came in person. `sets` is how many times
    the same papers were handed in. With `printed` it was received by hand on a receipt printed before: what is lacking
    is then asked for, it cannot be turned away any more.
    """

    id: UUID
    channel: str
    procedure: str
    owner: Person
    papers: tuple[Given, ...]
    submitter: Person | None = None
    case: str = ""
    matter: str = ""
    return_way: str = "counter"
    sets: int = 1
    received_at: datetime | None = None
    printed: Printed | None = None


class Taken:
    """A dossier taken in within an act that may hold more; `filed` is known once that act has closed."""

    def __init__(self, dossier_id: UUID, code: NewCode | PrintedCode | None) -> None:
        self.dossier_id, self._code = dossier_id, code

    @property
    def is_new(self) -> bool:
        """Tell whether this act made the dossier; False when the case had been entered before."""
        return self._code is not None

    @property
    def filed(self) -> Filed:
        """Give code and secret."""
        if self._code is None:
            return filed_before(self.dossier_id)
        return Filed(self.dossier_id, self._code.text, self._code.secret)


def take_in(*, case: CounterCase, by: Actor, at: datetime) -> Filed:
    """Take a dossier in for the officer's own agency; the clock runs from its reception.

    Taking in the same case again gives the same dossier. Raises NotAllowed, and Incomplete with all problems.
    """
    with act(by=by, at=at):
        taken = enter(case=case, by=by, at=at)
    return taken.filed


def enter(*, case: CounterCase, by: Actor, at: datetime) -> Taken:
    """Take a dossier in as part of a larger act. Raises as `take_in` does."""
    if not may_take_in(by):
        raise NotAllowed(mark("Chỉ cán bộ tiếp nhận hoặc người đứng đầu được nhận hồ sơ tại quầy."))
    received_at = case.received_at or at
    with act(by=by, at=at) as deed:
        dossier_id = uuid7(received_at)
        earlier = _entered(case, dossier_id, by, at)
        if earlier is not None:
            return Taken(earlier, None)
        facts = _checked(case, by, received_at, at)
        dossier = _dossier(case, facts, dossier_id, by, received_at, at)
        code = _code(deed, dossier, case, received_at)
        deed.record(
            events.DossierTakenIn(
                dossier_id=dossier.id,
                agency_id=dossier.agency_id,
                code=code.pending,
                procedure=dossier.procedure,
                version=dossier.version_id,
                channel=case.channel,
                received_at=received_at.isoformat(),
                due_at=dossier.due_at.isoformat() if dossier.due_at else None,
                papers=len(case.papers),
                by_hand=case.printed is not None,
            )
        )
    return Taken(dossier.id, code)


def _code(deed: Deed, dossier: Dossier, case: CounterCase, received_at: datetime) -> NewCode | PrintedCode:
    if case.printed is not None:
        return PrintedCode(deed, dossier, case.printed)
    return NewCode(deed, dossier, received_at.astimezone(ZONE).date())


def _entered(case: CounterCase, dossier_id: UUID, by: Actor, at: datetime) -> UUID | None:
    """Enter the case under its id; gives the dossier it became if it was entered before.

    Two that come at once meet at the primary key: the second waits for the first and then finds its dossier.
    """
    kept, is_new = CounterEntry.objects.get_or_create(
        id=case.id,
        defaults={
            "dossier_id": dossier_id,
            "agency_id": by.unit,
            "sets": case.sets,
            "by": by.id,
            "at": at,
        },
    )
    if is_new:
        return None
    if kept.agency_id != by.unit:
        raise NotAllowed
    return kept.dossier_id


def _checked(case: CounterCase, by: Actor, received_at: datetime, at: datetime) -> VersionFacts:
    """Hold the case against the version in force on the day of reception. Raises Incomplete, NotAllowed."""
    on = received_at.astimezone(ZONE).date()
    facts = version_in_force(case.procedure, on)
    if facts is None or not receives(facts.code, by.unit or "", on):
        raise Incomplete([("procedure", mark("Cơ quan không tiếp nhận thủ tục này vào ngày đó."))])
    problems = [*_form_problems(case, facts, received_at, at), *person_problems("owner", case.owner, on)]
    if case.submitter is not None:
        problems += person_problems("submitter", case.submitter, on)
    problems += paper_problems(
        asked_on_paper(form_of(facts), facts.components, case.case),
        case.papers,
        by_hand=case.printed is not None,
    )
    if problems:
        raise Incomplete(problems)
    return facts


def _form_problems(
    case: CounterCase, facts: VersionFacts, received_at: datetime, at: datetime
) -> list[Problem]:
    alternatives = cases(facts.components)
    ordinals = {str(ordinal) for ordinal in range(1, len(alternatives) + 1)} or {""}
    checks = [
        ("channel", case.channel in CHANNELS, mark("Cần chọn nộp trực tiếp hay qua bưu chính.")),
        ("return_way", case.return_way in RETURN_WAYS, mark("Cần chọn cách nhận kết quả.")),
        ("sets", 1 <= case.sets <= MOST_OF_A_PAPER, mark("Số bộ hồ sơ phải từ 1 đến 999.")),
        ("received_at", received_at <= at, mark("Thời điểm tiếp nhận ở sau lúc này.")),
        ("case", case.case in ordinals, mark("Cần chọn trường hợp của hồ sơ.")),
    ]
    return [(field, problem) for field, holds, problem in checks if not holds]


def _dossier(
    case: CounterCase, facts: VersionFacts, dossier_id: UUID, by: Actor, received_at: datetime, at: datetime
) -> Dossier:
    """Write the rows: people, dossier, its origin, the papers given."""
    people = [case.owner, *([case.submitter] if case.submitter else [])]
    parties = Party.objects.bulk_create(prepare(people=[_tidy(one) for one in people], by=by, at=at))
    owner, submitter = parties[0], parties[-1]
    limit = facts.limit(case.channel)
    dossier = Dossier(
        id=dossier_id,
        procedure=facts.code,
        version_id=facts.id,
        agency_id=by.unit or "",
        stage=Stage.RECEIVED,
        owner=owner,
        submitter=submitter,
        owner_name=owner.name,
        owner_key=fold(owner.name),
        matter=nfc(case.matter.strip()) or facts.title,
        answers={CASE_QUESTION: case.case} if case.case else {},
        notify_by="sms" if submitter.phone_sealed else "mail",
        return_way=case.return_way,
        limit_amount=limit.amount if limit else None,
        limit_unit=limit.unit if limit else "",
        submitted_at=received_at,
        received_at=received_at,
        version=0,
    )
    derive(dossier, at=at, holds=())
    dossier.promised_at = dossier.due_at
    dossier.save(force_insert=True)
    _origin(case, dossier, received_at, at).save(force_insert=True)
    GivenPaper.objects.bulk_create(_papers(case, facts, dossier, at))
    return dossier


def _tidy(person: Person) -> Person:
    """Give a person as kept: the number and phone in their one written form."""
    return Person(
        name=" ".join(nfc(person.name).split()),
        kind=person.kind,
        number=identity_normal(person.number),
        number_kind=person.number_kind,
        phone=phone_normal(person.phone) or "",
        email=person.email.strip(),
        born=person.born,
        address=nfc(person.address.strip()),
    )


def _origin(case: CounterCase, dossier: Dossier, received_at: datetime, at: datetime) -> Origin:
    on: date = received_at.astimezone(ZONE).date()
    service = online_service(dossier.procedure, dossier.agency_id, on)
    came = case.submitter or case.owner
    phone = phone_normal(came.phone)
    return Origin(
        dossier=dossier,
        channel=case.channel,
        level=service.level if service else "",
        level_is_estimate=service.is_estimate if service else False,
        filed_by="other" if case.submitter else "self",
        phone_key=index_of(phone, "origin.phone") if phone else None,
        email_key=index_of(came.email, "origin.email") if came.email else None,
        applicant_key=index_of(identity_normal(case.owner.number), "origin.applicant")
        if case.owner.number
        else None,
        office_network=True,
        created_at=at,
        submitted_at=received_at,
        received_at=received_at,
        first_act_at=received_at,
    )


def _papers(case: CounterCase, facts: VersionFacts, dossier: Dossier, at: datetime) -> list[GivenPaper]:
    names = {one.seq: one.name for one in facts.components}
    return [
        GivenPaper(
            id=uuid7(at),
            dossier=dossier,
            component=one.component,
            title=names[one.component],
            originals=one.originals,
            certified=one.certified,
            copies=one.copies,
            looked_up=one.looked_up,
            given_at=at,
        )
        for one in case.papers
        if one.is_there
    ]
