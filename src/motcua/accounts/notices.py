"""What officers are told about their own accounts."""

from motcua.accounts.events import FactorsCleared
from motcua.accounts.models import Officer
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
