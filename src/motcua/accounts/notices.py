"""Who is told about an account or a consent: officers of their factors, owners and helpers of help on record."""

from typing import Any

from motcua.accounts.events import FactorsCleared
from motcua.accounts.models import Consent, Officer
from motcua.accounts.queries import account_contact, party_contact
from motcua.accounts.rules.consents import told
from motcua.accounts.rules.contacts import contact_from
from motcua.kernel.actors import SYSTEM
from motcua.ledger.delivery import Heard
from motcua.messages.operations import enqueue
from motcua.messages.outgoing import Outgoing


def tell_officer(heard: Heard) -> None:
    """Tell an officer, at the work contacts, that the second factors were cleared: nobody does it unnoticed."""
    drafts = officer_messages(heard)
    if drafts:
        enqueue(drafts=drafts, by=SYSTEM, at=heard.event.at)


def officer_messages(heard: Heard) -> list[Outgoing]:
    """Make the messages for a fact, one for each work contact that is known."""
    fact = heard.fact
    if not isinstance(fact, FactorsCleared):
        return []
    officer = Officer.objects.get(account_id=fact.account_id)
    contacts = filter(None, map(contact_from, (officer.work_email, officer.work_phone)))
    return [
        Outgoing(
            event_id=heard.event.id,
            recipient=f"{officer.account_id}:{contact.kind}",
            channel=contact.kind,
            address=contact.address,
            template="factors_cleared",
            values={},
        )
        for contact in contacts
    ]


def tell_given(heard: Heard) -> None:
    """Tell the owner's phone that help was agreed on paper or in a call, and how it is taken back."""
    drafts = given_messages(heard)
    if drafts:
        enqueue(drafts=drafts, by=SYSTEM, at=heard.event.at)


def given_messages(heard: Heard) -> list[Outgoing]:
    """Make the message to the owner: none after a code, which has said it already, or when there is no phone."""
    fact: Any = heard.fact
    one = Consent.objects.select_related("owner").get(id=fact.consent_id)
    contact = party_contact(one.owner, "sms")
    if contact is None or fact.way == "code":
        return []
    return [
        Outgoing(
            event_id=heard.event.id,
            recipient=str(one.owner_id),
            channel="sms",
            address=contact.address,
            template="consent_given",
            values={"helper": told(one.helper_name, one.helper_kind), "link": one.link},
        )
    ]


def tell_ended(heard: Heard) -> None:
    """Tell the helper that the consent has ended."""
    drafts = ended_messages(heard)
    if drafts:
        enqueue(drafts=drafts, by=SYSTEM, at=heard.event.at)


def ended_messages(heard: Heard) -> list[Outgoing]:
    """Make the message to the helper, unless it was the helper who gave it up or an officer at a desk."""
    fact: Any = heard.fact
    one = Consent.objects.select_related("owner").get(id=fact.consent_id)
    way = account_contact(one.helper_id)
    if way is None or fact.how == "helper" or one.given_at is None:
        return []
    return [
        Outgoing(
            event_id=heard.event.id,
            recipient=str(one.helper_id),
            channel=way.contact.kind,
            address=way.contact.address,
            template="consent_ended",
            values={"owner": one.owner.name},
            language=way.language,
        )
    ]
