"""History copied in: dossiers as they stand in an older system, after a reform, or for a trial.

Ids, codes and one `DossierImported` fact each, on the same chains and in the same series as those filed here.
A batch is one transaction, so memory and locks stay small; nobody is sent a message.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

from django.db import transaction

from motcua.accounts.operations.parties import Person, register_many
from motcua.accounts.sealing import index_of, seal_text
from motcua.directory.queries import code_form, code_prefix
from motcua.dossiers.events import DossierImported
from motcua.dossiers.models import Dossier, DossierCode, Hold, Origin, SupplementItem
from motcua.dossiers.queries.derived import derive, times_of
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.references import dossier_code_format
from motcua.kernel.seal import new_secret
from motcua.kernel.text import fold
from motcua.kernel.worktime import ZONE, Limit
from motcua.ledger.bulk import number_many, record_many
from motcua.ledger.copying import copy_rows

BATCH = 4000


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """A hold of a copied dossier; `items` are the papers asked for: component, title, reason."""

    kind: str
    placed_at: datetime
    placed_by: str
    stage: str
    lifted_at: datetime | None = None
    text: str = ""
    items: tuple[tuple[int, str, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Copied:
    """One dossier as it stands. Without a code of its own it takes the next of its agency and day."""

    owner: Person
    procedure: str
    version_id: int
    agency_id: str
    stage: str
    submitted_at: datetime
    received_at: datetime | None = None
    ended_at: datetime | None = None
    returned_at: datetime | None = None
    limit: Limit | None = None
    channel: str = "online"
    level: str = ""
    level_is_estimate: bool = False
    return_way: str = "online"
    matter: str = ""
    holder_id: UUID | None = None
    account_id: UUID | None = None
    holds: tuple[Held, ...] = ()
    code: str = ""
    answers: dict[str, object] = field(default_factory=dict)


def copy_in(
    *, dossiers: Iterable[Copied], by: Actor, at: datetime, progress: Callable[[int], None] | None = None
) -> int:
    """Copy dossiers in, a batch a transaction; gives how many. `progress` hears the count."""
    done, rest = 0, iter(dossiers)
    while batch := list(islice(rest, BATCH)):
        with transaction.atomic():
            _copy(batch, by, at)
        done += len(batch)
        if progress:
            progress(done)
    return done


def _copy(batch: Sequence[Copied], by: Actor, at: datetime) -> None:
    owners = register_many(people=[one.owner for one in batch], by=by, at=at)
    made = [_dossier(one, owner, at) for one, owner in zip(batch, owners, strict=True)]
    dossiers = [dossier for dossier, _ in made]
    copy_rows(Dossier, map(vars, dossiers))
    copy_rows(Origin, [_origin(one, dossier) for one, dossier in zip(batch, dossiers, strict=True)])
    copy_rows(Hold, [vars(hold) for _, holds in made for hold in holds])
    copy_rows(SupplementItem, list(_items(batch, made)))
    codes = _codes(batch, dossiers)
    copy_rows(DossierCode, [_code(code, dossier) for code, dossier in zip(codes, dossiers, strict=True)])
    facts = [_fact(code, dossier) for code, dossier in zip(codes, dossiers, strict=True)]
    record_many([(uuid7(), fact) for fact in facts], by=by, at=at)


def _fact(code: str, dossier: Any) -> DossierImported:
    return DossierImported(
        dossier_id=dossier.id, agency_id=dossier.agency_id, code=code, status=dossier.status
    )


class _Row(SimpleNamespace):
    """A row by its columns: a model costs more to make than all the rest of the row."""


def _dossier(one: Copied, owner: UUID, at: datetime) -> tuple[Any, list[Any]]:
    dossier = _Row(
        id=uuid7(one.submitted_at),
        procedure=one.procedure,
        version_id=one.version_id,
        agency_id=one.agency_id,
        stage=one.stage,
        holder_id=one.holder_id,
        version=0,
        extra_days=0,
        account_id=one.account_id,
        consent_id=None,
        owner_id=owner,
        submitter_id=owner,
        owner_name=one.owner.name,
        owner_key=fold(one.owner.name),
        matter=one.matter,
        answers=one.answers,
        language="vi",
        notify_by="sms",
        return_way=one.return_way,
        limit_amount=one.limit.amount if one.limit else None,
        limit_unit=one.limit.unit if one.limit else "",
        submitted_at=one.submitted_at,
        received_at=one.received_at,
        ended_at=one.ended_at,
        returned_at=one.returned_at,
    )
    holds = [_hold(held, dossier.id) for held in one.holds]
    derive(cast(Dossier, dossier), at=at, holds=cast("list[Hold]", holds))
    if dossier.alarm_at and dossier.alarm_at <= at:  # what was late before it came here is told to nobody
        moments = times_of(cast(Dossier, dossier), at=at, holds=cast("list[Hold]", holds))
        dossier.alarm_at = moments.alarm_after(at)
    dossier.promised_at = dossier.due_at
    return dossier, holds


def _hold(held: Held, dossier_id: UUID) -> _Row:
    return _Row(
        id=uuid7(held.placed_at),
        dossier_id=dossier_id,
        kind=held.kind,
        placed_at=held.placed_at,
        placed_by=held.placed_by,
        stage=held.stage,
        text=held.text,
        answer_by=None,
        remind_at=None,
        after="",
        lifted_at=held.lifted_at,
        lifted_by="import" if held.lifted_at else "",
    )


def _items(batch: Sequence[Copied], made: Sequence[tuple[Any, list[Any]]]) -> Iterator[dict[str, Any]]:
    for one, (_, holds) in zip(batch, made, strict=True):
        for held, hold in zip(one.holds, holds, strict=True):
            for component, title, reason in held.items:
                yield {
                    "id": uuid7(held.placed_at),
                    "hold_id": hold.id,
                    "component": component,
                    "title": title,
                    "reason": reason,
                    "law": "",
                    "approved_by": "",
                }


def _origin(one: Copied, dossier: Any) -> dict[str, Any]:
    return {
        "dossier_id": dossier.id,
        "channel": one.channel,
        "level": one.level,
        "level_is_estimate": one.level_is_estimate,
        "filed_by": "import",
        "helper_id": "",
        "consent_id": "",
        "office_network": False,
        "created_at": one.submitted_at,
        "submitted_at": one.submitted_at,
        "received_at": one.received_at,
        "first_act_at": one.received_at,
    }


def _codes(batch: Sequence[Copied], dossiers: Sequence[Any]) -> list[str]:
    """Keep the codes that were issued; number the others in the series of their agency and day."""
    days = [one.submitted_at.astimezone(ZONE).date() for one in batch]
    lacking = [place for place, one in enumerate(batch) if not one.code]
    ordinals = number_many([(f"dossier:{batch[place].agency_id}", days[place]) for place in lacking])
    codes = [one.code for one in batch]
    for place, ordinal in zip(lacking, ordinals, strict=True):
        day = days[place]
        prefix = code_prefix(dossiers[place].agency_id, day)
        codes[place] = dossier_code_format(prefix, day, ordinal, code_form(day))
    return codes


def _code(code: str, dossier: Any) -> dict[str, Any]:
    secret = new_secret()
    return {
        "code": code,
        "dossier_id": dossier.id,
        "secret_hash": index_of(secret, f"secret:{dossier.id}"),
        "secret_sealed": seal_text(secret, f"secret:{dossier.id}"),
    }
