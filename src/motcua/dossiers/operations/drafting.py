"""Drafts: started, saved as the person types, given files, taken over at sign-in."""

import json
from datetime import datetime
from functools import partial
from typing import BinaryIO
from uuid import UUID

from django.db import connection

from motcua.accounts.queries.consents import consent
from motcua.accounts.sealing import seal_text
from motcua.catalogue.queries import online_service, version_in_force
from motcua.catalogue.rules.moving import OTHER_PAPERS
from motcua.dossiers import events
from motcua.dossiers.errors import NotAllowed, NotFound, Stale
from motcua.dossiers.models import Draft, DraftFile
from motcua.dossiers.operations.helping import take_consent
from motcua.dossiers.operations.pieces import keep_piece
from motcua.dossiers.queries.drafts import (
    Answers,
    answers_of,
    can_own,
    guest_key,
    kept_files,
    own,
    sizes_of,
)
from motcua.dossiers.queries.following import moving
from motcua.dossiers.rules.completeness import FILE_LIMIT, room_for
from motcua.dossiers.trace import Trace
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.words import mark
from motcua.kernel.worktime import ZONE
from motcua.ledger.acts import act
from motcua.ledger.inserting import insert_models
from motcua.papers.errors import Refused
from motcua.papers.operations import prepare
from motcua.papers.parts import Piece


def start(
    *,
    procedure: str,
    agency_id: str,
    trace: Trace,
    consent_id: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Draft:
    """Begin a draft at the agency that will receive it, for oneself or by consent for the owner who is helped.

    Raises NotAllowed when no dated row opens the service, or the consent does not cover it.
    """
    if not can_own(by) and consent_id is None:
        raise NotAllowed(mark("Không thể mở bản nháp khi chưa biết của ai."))
    on = at.astimezone(ZONE).date()
    version = version_in_force(procedure, on)
    if version is None or online_service(procedure, agency_id, on) is None:
        raise NotAllowed(mark("Thủ tục này chưa được nộp trực tuyến tại cơ quan đã chọn."))
    draft = Draft(
        id=uuid7(at),
        account_id=UUID(by.id) if by.kind == "citizen" and consent_id is None else None,
        guest_key=guest_key(by) if by.kind == "guest" else None,
        consent_id=consent_id,
        procedure=procedure,
        version_id=version.id,
        agency_id=agency_id,
        answers_sealed=_sealed({}),
        started_at=at,
        saved_at=at,
        trace=trace.keyed(),
    )
    with act(by=by, at=at) as deed:
        if consent_id is not None:
            take_consent(consent_id=consent_id, draft=draft, by=by, at=at)
        draft.save(force_insert=True)
        deed.record(events.DraftStarted(draft_id=draft.id, procedure=procedure))
    return draft


def give_to_owner(*, draft_id: UUID, consent_id: UUID, by: Actor, at: datetime) -> Draft:
    """Turn one's own draft into one that is filled in for the owner who agrees; what was typed stays.

    Raises NotFound, and NotAllowed where the consent does not cover it.
    """
    with act(by=by, at=at):
        draft = own(draft_id, by, lock=True)
        if draft.dossier_id is not None or draft.consent_id is not None:
            raise NotFound
        take_consent(consent_id=consent_id, draft=draft, by=by, at=at)
        draft.consent_id, draft.account_id, draft.guest_key = consent_id, None, None
        draft.save(update_fields=["consent_id", "account_id", "guest_key"])
    return draft


def start_assisted_draft(*, consent_id: UUID, trace: Trace, by: Actor, at: datetime) -> Draft:
    """Begin the draft for which a consent was asked, at the agency named then. Raises NotFound, NotAllowed."""
    one = consent(consent_id)
    if one is None or str(one.helper_id) != by.id:
        raise NotFound
    return start(
        procedure=one.procedure, agency_id=one.receiver, trace=trace, consent_id=consent_id, by=by, at=at
    )


def save(*, draft_id: UUID, seen: int, answers: Answers, by: Actor, at: datetime) -> Draft:
    """Save what was typed: the given answers replace those of the same name, the others stay. Raises Stale."""
    draft = own(draft_id, by)
    if draft.dossier_id is not None:
        raise NotAllowed(mark("Hồ sơ này đã được nộp."))
    sealed = _sealed({**answers_of(draft), **answers})
    with (
        connection.cursor() as cursor
    ):  # plain, because every page of every form and every pause in typing comes here
        cursor.execute(
            "UPDATE dossiers_draft SET answers_sealed = %s, version = version + 1, saved_at = %s "
            "WHERE id = %s AND version = %s AND dossier_id IS NULL",
            [sealed, at, draft_id, seen],
        )
        if not cursor.rowcount:
            raise Stale(own(draft_id, by).version)
    draft.version, draft.answers_sealed, draft.saved_at = seen + 1, sealed, at
    return draft


def attach(
    *, draft_id: UUID, component: int, stream: BinaryIO, name: str, by: Actor, at: datetime
) -> DraftFile:
    """Store a chosen file with the draft, checked at once. Raises papers' Refused with a plain sentence."""
    draft = own(draft_id, by)
    if draft.dossier_id is not None:
        raise NotAllowed(mark("Hồ sơ này đã được nộp."))
    file = prepare(stream=stream, name=name, by=by, at=at, limit=FILE_LIMIT)
    with act(by=by, at=at):
        draft = _open(draft_id, by)
        problem = room_for(file.size, sizes_of(draft))
        if problem:
            raise Refused(problem, "too_much")
        chosen = DraftFile(id=uuid7(at), draft=draft, component=component, file=file)
        insert_models([file, chosen], "SELECT 1", ())
    return chosen


def attach_piece(*, draft_id: UUID, component: int, piece: Piece, by: Actor, at: datetime) -> int | None:
    """Keep a further piece of a file; the last one attaches the whole as any upload.

    Gives how many bytes are kept, or None once the file is with the draft. Raises OutOfStep, and what `attach` raises.
    """
    draft = own(draft_id, by)
    if draft.dossier_id is not None:
        raise NotAllowed(mark("Hồ sơ này đã được nộp."))
    return keep_piece(
        place=draft_id,
        component=component,
        piece=piece,
        files=kept_files(draft),
        attach=partial(attach, draft_id=draft_id),
        by=by,
        at=at,
    )


def take_out(*, draft_id: UUID, draft_file_id: UUID, by: Actor, at: datetime) -> None:
    """Take a file out of the draft again."""
    with act(by=by, at=at):
        draft = _open(draft_id, by)
        draft.files.filter(id=draft_file_id, taken_out_at=None).update(taken_out_at=at)


def follow(*, draft_id: UUID, by: Actor, at: datetime) -> Draft:
    """Move a draft to the version in force that day; all that was typed and sent stays in it. Twice does no more."""
    with act(by=by, at=at):
        draft = _open(draft_id, by)
        found = moving(draft, at.astimezone(ZONE).date())
        if found is None:
            return draft
        for file in draft.files.all():
            seat = found.moved.seats.get(file.component, OTHER_PAPERS)
            if seat != file.component:
                draft.files.filter(id=file.id).update(component=seat)
        draft.version_id, draft.answers_sealed = found.now.id, _sealed(found.moved.answers)
        draft.version, draft.saved_at = draft.version + 1, at
        draft.save(update_fields=["version_id", "answers_sealed", "version", "saved_at"])
    return draft


def discard(*, draft_id: UUID, by: Actor, at: datetime) -> None:
    """Put a draft away; it is shown no more and removed when its time of keeping is over."""
    Draft.objects.filter(id=own(draft_id, by).id, dossier_id=None).update(discarded_at=at)


def adopt(*, guest: Actor, by: Actor, at: datetime) -> int:
    """Give a guest's open drafts to the account that just signed in; gives how many."""
    if not (can_own(guest) and by.kind == "citizen"):
        return 0
    return Draft.objects.filter(guest_key=guest_key(guest), dossier_id=None).update(
        guest_key=None, account_id=UUID(by.id), saved_at=at
    )


def _open(draft_id: UUID, by: Actor) -> Draft:
    """Lock one's own draft; what was filed meanwhile takes no more changes, and loses none silently."""
    draft = own(draft_id, by, lock=True)
    if draft.dossier_id is not None:
        raise NotAllowed(mark("Hồ sơ này đã được nộp."))
    return draft


def _sealed(answers: Answers) -> bytes:
    return seal_text(json.dumps(answers, ensure_ascii=False), "draft.answers")
