"""People with open sessions and drafts that are ready to be filed, made before the clock starts."""

import io
import secrets
import string
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from bench.http import Client
from motcua.accounts.models import Account
from motcua.accounts.operations import officers
from motcua.accounts.operations.parties import Person
from motcua.accounts.operations.signing_in import open_citizen
from motcua.accounts.queries import actor_of
from motcua.accounts.rules.contacts import Contact
from motcua.catalogue.queries import FormFacts, form_of, version
from motcua.directory.queries import agencies
from motcua.dossiers.models import Draft, DraftFile
from motcua.dossiers.operations import drafting
from motcua.dossiers.trace import Trace
from motcua.gateways import clock
from motcua.kernel.actors import SYSTEM
from motcua.kernel.ids import uuid7
from motcua.kernel.worktime import ZONE
from motcua.ledger.copying import copy_rows
from motcua.papers.models import File
from motcua.training.answering import fill_in

PROCEDURE = "2.000815"
"""Certified copies: a form of nine answers and one required paper."""
FILES = 3
BACKEND = "motcua.accounts.backends.PasswordBackend"
LETTERS = string.ascii_letters + string.digits


@dataclass
class Ready:
    """A draft ready to be filed, and whose it is."""

    draft_id: UUID
    seen: int
    owner: int


def now() -> datetime:
    """The moment."""
    return clock.now()


def today() -> date:
    """The day in Vietnam."""
    return now().astimezone(ZONE).date()


def communes(count: int) -> list[str]:
    """Give the ids of so many communes."""
    return sorted(one.id for one in agencies(today()) if one.level == "commune")[:count]


def citizens(count: int) -> list[Account]:
    """Open accounts."""
    moment = now()
    return [
        open_citizen(
            contact=Contact("sms", f"+8498{secrets.randbelow(10_000_000):07d}"), by=SYSTEM, at=moment
        )
        for _ in range(count)
    ]


def officer(agency_id: str, *roles: str) -> Account:
    """Open an officer's account."""
    name = f"bench-{secrets.token_hex(4)}"
    made = officers.open_officer(username=name, password=secrets.token_hex(8), name=name, by=SYSTEM, at=now())
    for role in roles:
        officers.give_role(
            officer=made,
            agency_id=agency_id,
            role=role,
            valid_from=today() - timedelta(days=30),
            by=SYSTEM,
            at=now(),
        )
    return Account.objects.get(id=made.account_id)


def signed_in(account: Account, port: int) -> Client:
    """Give a client whose session belongs to the account, with its CSRF cookie."""
    session = SessionStore()
    session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(account.pk), BACKEND
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.save()
    token = "".join(secrets.choice(LETTERS) for _ in range(32))
    return Client(port, {"motcua": str(session.session_key), "csrftoken": token})


def pdf(size: int = 100_000) -> bytes:
    """Make a real PDF of about this size."""
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n"
    filler = b"%" + secrets.token_hex((size - 500) // 2).encode() + b"\n"
    body = head + page + b"4 0 obj<</Length %d>>stream\n" % len(filler) + filler + b"endstream endobj\n"
    places = [body.index(b"%d 0 obj" % number) for number in range(1, 5)]
    table = b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + table + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(body)


def drafts(owners: Sequence[Account], places: Sequence[str], count: int) -> list[Ready]:
    """Make drafts of one filled form and three files each: one by the operations, the others copied from it."""
    moment = now()
    by = actor_of(owners[0], today())
    first = drafting.start(
        procedure=PROCEDURE, agency_id=places[0], trace=Trace("bench", "203.0.113.7"), by=by, at=moment
    )
    first = drafting.save(
        draft_id=first.id,
        seen=first.version,
        answers=answers(form_of(version(first.version_id))),
        by=by,
        at=moment,
    )
    for _ in range(FILES):
        drafting.attach(
            draft_id=first.id, component=1, stream=io.BytesIO(pdf(2000)), name="giay.pdf", by=by, at=moment
        )
    model = _columns(Draft.objects.get(id=first.id))
    files = [_columns(one.file) for one in first.files.select_related("file")]
    ready, made, papers, chosen = [], [], [], []
    for number in range(count):
        owner = number % len(owners)
        ready.append(Ready(uuid7(), first.version, owner))
        row = model | {"id": ready[-1].draft_id, "account_id": owners[owner].id}
        row["agency_id"] = places[number % len(places)]
        made.append(row)
        for file in files:
            paper = file | {"id": uuid7()}
            papers.append(paper)
            chosen.append(
                {
                    "id": uuid7(),
                    "draft_id": row["id"],
                    "component": 1,
                    "file_id": paper["id"],
                    "taken_out_at": None,
                }
            )
    copy_rows(Draft, made)
    copy_rows(File, papers)
    copy_rows(DraftFile, chosen)
    return ready


def answers(form: FormFacts) -> dict[str, str | list[str]]:
    """Fill in a form."""
    filer = Person(name="Nguyễn Thị An", number="040190123456", phone="+84912345678", born=date(1990, 3, 15))
    return fill_in(form, unit="16681", filer=filer, on=today(), rng=Random(1))


def _columns(row: object) -> dict[str, object]:
    fields = row._meta.concrete_fields  # type: ignore[attr-defined]
    return {field.column: getattr(row, field.attname) for field in fields}
