"""Filing: a draft becomes a dossier with a code, in one transaction, once."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.accounts.models import Consent, Party
from motcua.accounts.operations.parties import Person, prepare
from motcua.accounts.queries.consents import owner_account
from motcua.accounts.sealing import index_of
from motcua.catalogue.queries import ServiceFacts, VersionFacts, form_of, online_service, version_in_force
from motcua.catalogue.rules.forms import PersonAnswer, evaluate, matter, people, sealed_answers
from motcua.catalogue.rules.matching import asked
from motcua.directory.queries import unit_codes, unit_namer
from motcua.dossiers import events
from motcua.dossiers.errors import Incomplete, NotAllowed, Stale, Superseded
from motcua.dossiers.models import Document, Dossier, Draft, DraftFile, Origin
from motcua.dossiers.operations.coding import NewCode
from motcua.dossiers.operations.helping import hold_to_consent, record_help
from motcua.dossiers.queries.codes import Filed, filed_before
from motcua.dossiers.queries.derived import derive
from motcua.dossiers.queries.drafts import Answers, answers_of, kept_in_order, own
from motcua.dossiers.queries.helping import excused, owner_problems
from motcua.dossiers.rules.completeness import missing_files
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.text import fold
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import Deed, act
from motcua.ledger.inserting import insert_models
from motcua.ledger.numbers import Pending


@dataclass(frozen=True, slots=True)
class _Filing:
    draft: Draft
    facts: VersionFacts
    service: ServiceFacts
    answers: Answers
    files: list[DraftFile]
    people: list[PersonAnswer]
    consent: Consent | None = None


PHONE_IS = frozenset({"own", "household"})
"""What people say of a phone that serves several owners; nothing depends on it."""


def submit(*, draft_id: UUID, seen: int, phone_is: str = "", by: Actor, at: datetime) -> Filed:
    """File a draft; filing a filed draft gives the same dossier. Raises NotFound, Stale, and what `_checked` raises."""
    with act(by=by, at=at) as deed:
        draft = own(draft_id, by, lock=True)
        if draft.dossier_id is not None:
            return filed_before(draft.dossier_id)
        if draft.version != seen:
            raise Stale(draft.version)
        filing = _checked(draft, by, at)
        parties = _parties(filing, by, at)
        dossier = _dossier(filing, parties, at)
        origin = _origin(filing, dossier, by, at)
        origin.phone_is = phone_is if phone_is in PHONE_IS else ""
        insert_models(
            [*parties.values(), dossier, origin, *_documents(filing, dossier, at)],
            "UPDATE dossiers_draft SET dossier_id = %s WHERE id = %s",
            [dossier.id, draft.id],
        )
        code = NewCode(deed, dossier, at.astimezone(ZONE).date())
        _record(deed, filing, dossier, code.pending)
        if filing.consent is not None:
            record_help(dossier=dossier, consent=filing.consent, by=by, at=at)
    return Filed(dossier.id, code.pending.text, code.secret)


def _checked(draft: Draft, by: Actor, at: datetime) -> _Filing:
    """Hold the draft against the version in force that day. Raises NotAllowed, Superseded, Incomplete."""
    on = at.astimezone(ZONE).date()
    service = online_service(draft.procedure, draft.agency_id, on)
    facts = version_in_force(draft.procedure, on)
    if service is None or facts is None:
        raise NotAllowed(mark("Thủ tục này hiện không còn nhận hồ sơ trực tuyến. Bản nháp vẫn được giữ."))
    if facts.id != draft.version_id:
        raise Superseded
    consent = hold_to_consent(consent_id=draft.consent_id, by=by, at=at) if draft.consent_id else None
    form, answers = form_of(facts), answers_of(draft)
    files = kept_in_order(draft)
    given: dict[int, int] = {}
    for one in files:
        given[one.component] = given.get(one.component, 0) + 1
    problems = [
        (problem.field, problem.message)
        for problem in excused(
            evaluate(form, answers, on=on, units=unit_codes(on, "commune")), answers, consent
        )
    ]
    problems += missing_files(asked(form, facts.components, answers), given)
    named = people(form, answers, unit_name=unit_namer(on))
    if consent is not None:
        problems += owner_problems(consent, named, by)
    if problems:
        raise Incomplete(problems)
    return _Filing(draft, facts, service, answers, files, named, consent)


def _parties(filing: _Filing, by: Actor, at: datetime) -> dict[str, Party]:
    rows = prepare(
        people=[
            Person(
                name=one.name,
                kind=one.kind,
                number=one.identity,
                phone=one.phone,
                email=one.email,
                born=one.born,
                address=one.address,
            )
            for one in filing.people
        ],
        by=by,
        at=at,
    )
    return {one.section: row for one, row in zip(filing.people, rows, strict=True)}


def _dossier(filing: _Filing, parties: dict[str, Party], at: datetime) -> Dossier:
    form = form_of(filing.facts)
    owner = next(parties[one.section] for one in filing.people if "owner" in one.roles)
    submitter = next(one for one in filing.people if "submitter" in one.roles)
    limit = filing.facts.limit("online")
    ids = {section: str(row.id) for section, row in parties.items()}
    dossier = Dossier(
        id=uuid7(at),
        procedure=filing.facts.code,
        version_id=filing.facts.id,
        agency_id=filing.draft.agency_id,
        account_id=owner_account(filing.consent) if filing.consent else filing.draft.account_id,
        consent_id=filing.draft.consent_id,
        owner=owner,
        submitter=parties[submitter.section],
        owner_name=owner.name,
        owner_key=fold(owner.name),
        matter=matter(form, filing.answers),
        answers=sealed_answers(form, filing.answers, ids),
        language=str(filing.answers.get("notices.language") or "vi"),
        notify_by="mail" if filing.answers.get("notices.by") == "mail" or not submitter.phone else "sms",
        return_way=str(filing.answers.get("return.way") or "online"),
        limit_amount=limit.amount if limit else None,
        limit_unit=limit.unit if limit else "",
        submitted_at=at,
        version=0,
    )
    derive(dossier, at=at, holds=())
    return dossier


def _origin(filing: _Filing, dossier: Dossier, by: Actor, at: datetime) -> Origin:
    trace, submitter = filing.draft.trace, next(one for one in filing.people if "submitter" in one.roles)
    owner = next(one for one in filing.people if "owner" in one.roles)
    return Origin(
        dossier=dossier,
        channel="online",
        level=filing.service.level,
        level_is_estimate=filing.service.is_estimate,
        filed_by=filing.consent.helper_kind if filing.consent else "guest" if by.kind == "guest" else "self",
        helper_id=by.id if filing.consent else "",
        consent_id=str(filing.consent.id) if filing.consent else "",
        phone_key=index_of(submitter.phone, "origin.phone") if submitter.phone else None,
        email_key=index_of(submitter.email, "origin.email") if submitter.email else None,
        applicant_key=index_of(owner.identity, "origin.applicant") if owner.identity else None,
        session_key=bytes.fromhex(trace.get("session") or "") or None,
        network_key=bytes.fromhex(trace.get("network") or "") or None,
        office_network=bool(trace.get("office_network")),
        created_at=filing.draft.started_at,
        submitted_at=at,
    )


def _documents(filing: _Filing, dossier: Dossier, at: datetime) -> list[Document]:
    names = {one.seq: one.name for one in filing.facts.components}
    return [
        Document(
            id=uuid7(at),
            dossier=dossier,
            kind="component",
            component=one.component,
            title=names.get(one.component, ""),
            file_id=one.file_id,
            added_at=at,
            sent_at=at,
        )
        for one in filing.files
    ]


def _record(deed: Deed, filing: _Filing, dossier: Dossier, pending: Pending) -> None:
    deed.record(
        events.DossierSubmitted(
            dossier_id=dossier.id,
            agency_id=dossier.agency_id,
            code=pending,
            procedure=dossier.procedure,
            version=dossier.version_id,
            level=filing.service.level,
            files=tuple(one.file_id for one in filing.files),
        )
    )
