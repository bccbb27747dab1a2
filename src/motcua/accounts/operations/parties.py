"""Writing down people and firms."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from motcua.accounts.models import Party
from motcua.accounts.sealing import index_of, seal_text
from motcua.kernel.actors import Actor
from motcua.kernel.ids import uuid7
from motcua.kernel.references import mask_identity, mask_phone
from motcua.ledger.copying import copy_rows


@dataclass(frozen=True, kw_only=True)
class Person:
    """What is known of a person or firm before it is written down."""

    name: str
    kind: str = "person"
    number: str = ""
    number_kind: str = ""
    phone: str = ""
    email: str = ""
    born: date | None = None
    address: str = ""


def prepare(*, people: list[Person], by: Actor, at: datetime) -> list[Party]:
    """Make the rows of people and firms, sealed, for an act that writes them together with its own."""
    return [Party(**_columns(person, at)) for person in people]


def register(*, people: list[Person], by: Actor, at: datetime) -> list[Party]:
    """Write down people and firms; their numbers and contacts are sealed."""
    return Party.objects.bulk_create(prepare(people=people, by=by, at=at))


def register_many(*, people: list[Person], by: Actor, at: datetime) -> list[UUID]:
    """Write down people and firms by the thousand, inside the caller's transaction; gives their ids."""
    rows = [_columns(person, at) for person in people]
    copy_rows(Party, rows)
    return [row["id"] for row in rows]


def _columns(person: Person, at: datetime) -> dict[str, Any]:
    number = person.number.replace(" ", "")
    return {
        "id": uuid7(at),
        "kind": person.kind,
        "name": person.name,
        "number_kind": person.number_kind or ("cccd" if len(number) == 12 else ""),
        "number_sealed": seal_text(number, "party.number") if number else None,
        "number_index": index_of(number, "party.number") if number else None,
        "number_masked": mask_identity(number) if number else "",
        "phone_sealed": seal_text(person.phone, "party.sms") if person.phone else None,
        "email_sealed": seal_text(person.email, "party.mail") if person.email else None,
        "phone_masked": mask_phone(person.phone) if person.phone else "",
        "born": person.born,
        "address": person.address,
    }
