"""Reading accounts: who somebody is on a day, and how to reach a party."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.accounts.models import Account, Officer, Party, Role, Slowing
from motcua.accounts.rules.contacts import Contact
from motcua.accounts.rules.notices import Wish
from motcua.accounts.rules.staffing import keeps_accounts
from motcua.accounts.sealing import index_of, open_text
from motcua.kernel.actors import Actor
from motcua.ledger.reading import read

HELD = (
    "officer_id = %s AND valid_from <= %s AND (valid_to IS NULL OR valid_to >= %s) AND EXISTS"
    " (SELECT FROM accounts_account a WHERE a.id = officer_id AND a.is_active) ORDER BY agency_id"
)


@dataclass(frozen=True)
class Colleague:
    """An officer of an agency and the roles held there on a day."""

    id: str
    name: str
    title: str
    roles: frozenset[str]


@dataclass(frozen=True)
class Reach:
    """Where the person behind an account is reached, and in which language."""

    contact: Contact
    language: str


@dataclass(frozen=True)
class StaffLine:
    """An officer as those who keep the agency's accounts see them: every role held here, past ones too."""

    officer: Officer
    account: Account
    terms: list[Role]

    def in_force(self, on: date) -> list[Role]:
        """List the roles that are in force on a day or will be."""
        return [one for one in self.terms if one.valid_to is None or one.valid_to >= on]


def staff(viewer: Actor, agency_id: str, on: date) -> list[StaffLine]:
    """List who works or worked at an agency, those at work first. Nothing for whoever keeps no accounts there."""
    if not keeps_accounts(viewer, agency_id):
        return []
    rows = Role.objects.filter(agency_id=agency_id).select_related("officer__account")
    found: dict[UUID, StaffLine] = {}
    for role in rows.order_by("officer__name", "officer_id", "valid_from", "id"):
        line = StaffLine(role.officer, role.officer.account, [])
        found.setdefault(role.officer_id, line).terms.append(role)
    return sorted(found.values(), key=lambda line: not line.in_force(on))


def works_elsewhere(account_id: UUID, agency_id: str, on: date) -> bool:
    """Tell whether an officer holds or will hold a role at another agency."""
    others = Role.objects.filter(officer_id=account_id).exclude(agency_id=agency_id)
    return others.filter(Q(valid_to=None) | Q(valid_to__gte=on)).exists()


def works_at(account_id: UUID, agency_ids: Iterable[str], on: date) -> bool:
    """Tell whether an officer holds a role at one of these agencies on a day."""
    return in_force(on).filter(officer_id=account_id, agency_id__in=list(agency_ids)).exists()


def roles_on(account_id: UUID, on: date) -> dict[str, frozenset[str]]:
    """Give the roles an officer holds on a day, by agency."""
    held: dict[str, set[str]] = {}
    for role in read(Role, HELD, [account_id, on, on]):
        held.setdefault(role.agency_id, set()).add(role.role)
    return {agency: frozenset(roles) for agency, roles in held.items()}


def actor_of(account: Account, on: date, *, unit: str | None = None, via: str = "portal") -> Actor:
    """Make the actor for an account on a day; an officer acts for `unit`, or for the first agency held."""
    if account.kind == "citizen":
        return Actor("citizen", str(account.id), via=via)
    held = roles_on(account.id, on)
    chosen = unit if unit in held else next(iter(held), None)
    return Actor("officer", str(account.id), chosen, held.get(chosen or "", frozenset()), via="desk")


def colleagues(viewer: Actor, on: date) -> list[Colleague]:
    """List the officers of the viewer's own agency on a day."""
    found: dict[UUID, tuple[Officer, set[str]]] = {}
    for role in (
        in_force(on).filter(agency_id=viewer.unit or "").select_related("officer").order_by("officer__name")
    ):
        found.setdefault(role.officer_id, (role.officer, set()))[1].add(role.role)
    return [Colleague(str(key), one.name, one.title, frozenset(roles)) for key, (one, roles) in found.items()]


def officer_names(ids: set[str]) -> dict[str, str]:
    """Give the names of officers by id."""
    return {str(one.account_id): one.name for one in Officer.objects.filter(account_id__in=ids)}


def work_mail(account_id: str) -> str:
    """Give an officer's work mail address; empty when none is known."""
    return Officer.objects.filter(account_id=account_id).values_list("work_email", flat=True).first() or ""


def find_account(contact: Contact) -> Account | None:
    """Find the citizen's account with this phone or mail address."""
    index = index_of(contact.address, contact.kind)
    column = {"sms": "phone_index", "mail": "email_index"}[contact.kind]
    return Account.objects.filter(**{column: index}, kind="citizen", is_active=True).first()


def notices_wish(by: Actor) -> Wish:
    """Tell how a citizen wants to be told."""
    way, language = Account.objects.values_list("notify_by", "language").get(id=by.id)
    return Wish(way, language)


def own_contact(by: Actor) -> Contact | None:
    """Open the phone or mail address with which a citizen signs in."""
    own = Account.objects.select_related("party").get(id=by.id).party
    return (party_contact(own, "sms") or party_contact(own, "mail")) if own else None


def party(party_id: UUID) -> Party:
    """Read one party."""
    return Party.objects.get(id=party_id)


def parties(ids: set[str]) -> dict[str, Party]:
    """Read several parties, by id."""
    return {str(one.id): one for one in Party.objects.filter(id__in=ids)}


def known_party(number: str) -> Party | None:
    """Find a person or firm by the exact number, as written down last."""
    rows = Party.objects.filter(number_index=index_of(number, "party.number"))
    return rows.order_by("-id").first() if number else None


def party_number(one: Party) -> str:
    """Open a party's number; empty when there is none."""
    return open_text(one.number_sealed, "party.number") if one.number_sealed else ""


def party_contact(one: Party, kind: str) -> Contact | None:
    """Open a party's phone (`sms`) or mail address (`mail`)."""
    if kind == "mail":
        return Contact("mail", open_text(one.email_sealed, "party.mail")) if one.email_sealed else None
    return Contact("sms", open_text(one.phone_sealed, "party.sms")) if one.phone_sealed else None


def account_contact(account_id: UUID) -> Reach | None:
    """Give where the person behind an account is reached, by the way of their choice if it is known."""
    account = Account.objects.select_related("party").filter(id=account_id, is_active=True).first()
    if account is None or account.party is None:
        return None
    ways = (account.notify_by, "sms", "mail")
    contact = next((one for way in ways if (one := party_contact(account.party, way))), None)
    return Reach(contact, account.language) if contact else None


def slowed_until(key: bytes, at: datetime) -> datetime | None:
    """Tell until when this guesser has to wait, if at all."""
    row = Slowing.objects.filter(key=key, until__gt=at).first()
    return row.until if row else None


def in_force(on: date) -> QuerySet[Role]:
    """Select the roles in force on a day, of officers whose account is open."""
    return Role.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=on), valid_from__lte=on, officer__account__is_active=True
    )
