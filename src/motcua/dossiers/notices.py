"""Per fact: who is told, by which template, with which values. Operations never send."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext, override

from motcua.accounts.models import Party
from motcua.accounts.queries import Reach, account_contact, party_contact, work_mail
from motcua.accounts.queries.consents import consent
from motcua.accounts.rules.consents import told as helper_told
from motcua.accounts.rules.contacts import Contact
from motcua.catalogue.queries import version
from motcua.directory.queries import agency, receiving_places
from motcua.dossiers import events
from motcua.dossiers.models import Dossier, Draft, SupplementItem
from motcua.dossiers.queries.helping import help_with
from motcua.dossiers.queries.reasons import said_in_full
from motcua.dossiers.queries.timeline import CITIZEN
from motcua.dossiers.queries.viewing import code_of
from motcua.kernel.actors import SYSTEM
from motcua.kernel.hamlets import hamlet_of
from motcua.kernel.references import phone_printed
from motcua.kernel.words import date_words, money_words
from motcua.kernel.worktime import ZONE
from motcua.ledger.delivery import Heard
from motcua.messages.operations import enqueue, make_slips
from motcua.messages.outgoing import ByHand, Outgoing

STOPPED = {"withdrawn": "dossier_withdrawn", "expired": "dossier_expired"}


@dataclass(frozen=True)
class _Told:
    template: str
    values: dict[str, str]


def tell_owner(heard: Heard) -> None:
    """Tell the owner what has happened: by SMS or mail as they chose, else by a slip; and the helper on record."""
    to_owner = owner_messages(heard)
    if drafts := [*to_owner, *helper_messages(heard)]:
        enqueue(drafts=drafts, by=SYSTEM, at=heard.event.at)
    if not to_owner and (slips := owner_slips(heard)):
        make_slips(drafts=slips, by=SYSTEM, at=heard.event.at)


def owner_messages(heard: Heard) -> list[Outgoing]:
    """Make the owner's message for a fact: one, or none when there is no phone and no mail address."""
    fact: Any = heard.fact
    dossier = _dossier(fact)
    told = _told(fact, dossier, heard.event.at)
    reached = _reached(dossier)
    if told is None or reached is None:
        return []
    person, contact = reached
    return [
        Outgoing(
            event_id=heard.event.id,
            recipient=str(person.id),
            channel=contact.kind,
            address=contact.address,
            template=told.template,
            values={**_common(dossier, heard), **told.values},
            language=dossier.language,
            thread=dossier.id,
        )
    ]


def owner_slips(heard: Heard) -> list[ByHand]:
    """Make the slip for an owner whom no message reaches: the same text in Vietnamese, and what it refers to."""
    fact: Any = heard.fact
    dossier = _dossier(fact)
    dossier.language = "vi"
    told = _told(fact, dossier, heard.event.at)
    person = dossier.owner
    if told is None or _holds_receipt(fact) or _reached(dossier) is not None:
        return []
    return [
        ByHand(
            event_id=heard.event.id,
            recipient=str(person.id),
            name=person.name,
            address=person.address,
            office=dossier.agency_id,
            hamlet=hamlet_of(person.address),
            template=told.template,
            values={**_common(dossier, heard), **told.values},
            written_out=[*said_in_full(fact), *_whom_to_ask(dossier, heard.event.at)],
            thread=dossier.id,
        )
    ]


def _holds_receipt(fact: Any) -> bool:
    """Tell whether the person stands at the counter and is given the printed receipt, which says the same."""
    return isinstance(fact, events.DossierTakenIn) and fact.channel == "direct"


def _reached(dossier: Dossier) -> tuple[Party, Contact] | None:
    """Give who is told and where: the person who filed, or the owner where that person left no address."""
    ways = (dossier.notify_by, "sms", "mail")
    people = (one for one in (dossier.submitter, dossier.owner) if one is not None)
    found = ((person, party_contact(person, way)) for person in people for way in ways)
    return next(((person, contact) for person, contact in found if contact), None)


def tell_colleague(heard: Heard) -> None:
    """Tell the officer who wanted a paper outside the list that the head declined, where a work address is known."""
    drafts = colleague_messages(heard)
    if drafts:
        enqueue(drafts=drafts, by=SYSTEM, at=heard.event.at)


def colleague_messages(heard: Heard) -> list[Outgoing]:
    """Make the officer's message: one, or none when no work address is known; the page says it in any case."""
    fact: Any = heard.fact
    dossier = Dossier.objects.get(id=fact.dossier_id)
    asker = dossier.holds.get(id=fact.hold_id).placed_by
    address = work_mail(asker)
    if not address:
        return []
    return [
        Outgoing(
            event_id=heard.event.id,
            recipient=asker,
            channel="mail",
            address=address,
            template="other_paper_declined",
            values=_common(dossier, heard),
            language="vi",
            thread=dossier.id,
        )
    ]


def helper_messages(heard: Heard) -> list[Outgoing]:
    """Make the helper's message for a fact: none without a consent that holds, nor for officers, who have a desk."""
    fact: Any = heard.fact
    dossier = Dossier.objects.get(id=fact.dossier_id)
    held = help_with(dossier)
    way = account_contact(held.helper_id) if held and held.holds else None
    if way is None:
        return []
    with override(way.language):
        what = gettext(CITIZEN[fact.name()])
    return [
        Outgoing(
            event_id=heard.event.id,
            recipient=f"helper:{dossier.consent_id}",
            channel=way.contact.kind,
            address=way.contact.address,
            template="helped_news",
            values={**_common(dossier, heard), "owner": dossier.owner_name, "matter": what},
            language=way.language,
            thread=dossier.id,
        )
    ]


def tell_drafter(heard: Heard) -> None:
    """Tell the person who left a draft lying that it will be removed."""
    drafts = drafter_messages(heard)
    if drafts:
        enqueue(drafts=drafts, by=SYSTEM, at=heard.event.at)


def drafter_messages(heard: Heard) -> list[Outgoing]:
    """Make the messages about a draft: to whose it is, or to the helper and the owner; none when it was filed."""
    fact: Any = heard.fact
    draft = Draft.objects.filter(id=fact.draft_id, dossier_id=None, discarded_at=None).first()
    if draft is None:
        return []
    if draft.consent_id is None:
        ways = [(str(draft.account_id), account_contact(draft.account_id))] if draft.account_id else []
        template = "draft_near_end"
    else:
        ways, template = _helped(draft.consent_id), "helped_draft_near_end"
    return [
        Outgoing(
            event_id=heard.event.id,
            recipient=recipient,
            channel=way.contact.kind,
            address=way.contact.address,
            template=template,
            values={
                "procedure": version(draft.version_id).name,
                "due": date_words(date.fromisoformat(fact.kept_until), way.language),
            },
            language=way.language,
        )
        for recipient, way in ways
        if way is not None
    ]


def _helped(consent_id: UUID) -> list[tuple[str, Reach | None]]:
    """Give how helper and owner are reached while the consent holds."""
    one = consent(consent_id)
    if one is None or not one.holds:
        return []
    owner = party_contact(one.owner, "sms")
    reached = Reach(owner, "vi") if owner else None
    return [(str(one.helper_id), _account(one.helper_id)), (str(one.owner_id), reached)]


def _account(account_id: UUID) -> Reach | None:
    """Give how an account is reached: a citizen as chosen, an officer by the mail address at work."""
    mail = work_mail(str(account_id))
    return account_contact(account_id) or (Reach(Contact("mail", mail), "vi") if mail else None)


def _dossier(fact: Any) -> Dossier:
    return Dossier.objects.select_related("submitter", "owner").get(id=fact.dossier_id)


def _common(dossier: Dossier, heard: Heard) -> dict[str, str]:
    on = heard.event.at.astimezone(ZONE).date()
    place = agency(dossier.agency_id, on)
    return {
        "code": code_of(dossier.id),
        "procedure": version(dossier.version_id).name,
        "agency": place.name if place else dossier.agency_id,
    }


def _told(fact: Any, dossier: Dossier, at: datetime) -> _Told | None:
    match fact:
        case events.DossierSubmitted():
            held = help_with(dossier)
            if held is not None:
                return _Told(
                    "dossier_submitted_for_owner",
                    {"helper": helper_told(held.helper_name, held.helper_kind), "link": held.link},
                )
            return _Told("dossier_submitted", {})
        case events.DossierTakenIn() | events.DossierReceived():
            due = _due(fact.due_at, dossier)
            return _Told("dossier_received" if due else "dossier_received_no_date", {"due": due})
        case events.DossierRefused():
            return _Told("dossier_refused", {})
        case events.SupplementAsked():
            return _asked(fact, dossier)
        case events.SupplementNearDue():
            return _Told("supplement_near_due", {"due": _day(fact.answer_by, dossier)})
        case events.SupplementOverdue():
            return _Told("supplement_overdue", {"due": _day(fact.answer_by, dossier)})
        case events.SupplementAnswered():
            return _Told("supplement_answered", {"due": _due(fact.due_at, dossier)})
        case events.ResultIssued():
            return _Told("result_issued", {"number": fact.number})
        case events.ResultUncollected():
            return _uncollected(fact, dossier, at)
        case events.DossierReopened():
            return _Told("dossier_reopened", {})
        case events.DossierMoved():
            return _Told("dossier_moved", {"law": fact.law})
        case events.DossierStopped():
            return _Told(STOPPED.get(fact.why, "dossier_stopped"), {})
        case events.WithdrawalDeclined():
            return _Told("withdrawal_declined", {})
        case events.DossierNearDue():
            return _Told("dossier_near_due", {"due": _due(fact.due_at, dossier), "call": _call(dossier, at)})
        case events.PaymentAsked():
            return _money(fact, dossier, at)
        case events.PaymentConfirmed():
            return _Told("payment_confirmed", {**_amount(fact, dossier), "due": _due(fact.due_at, dossier)})
        case events.PaymentCancelled():
            return _Told("payment_cancelled", {"due": _due(fact.due_at, dossier)})
        case events.RefundNoted():
            return _Told("payment_owed_back", {**_amount(fact, dossier), "call": _call(dossier, at)})
        case events.DossierSuspended():
            return _Told("dossier_suspended", {"number": fact.number})
        case events.DossierResumed():
            return _Told("dossier_resumed", {"due": _due(fact.due_at, dossier)})
        case events.ApologySent():
            days = {"promised": _due(fact.due_at, dossier), "due": _due(fact.new_due_at, dossier)}
            return _Told("dossier_apology", days)
        case events.SecretReprinted():
            return _Told("secret_reprinted", {})
        case events.DossierOverdue():
            return _Told("dossier_overdue", {"due": _due(fact.due_at, dossier)})
    return None


def _asked(fact: events.SupplementAsked, dossier: Dossier) -> _Told:
    """Tell of a request; of a paper outside the closed list with its legal basis and who approved it."""
    due = {"due": _day(fact.answer_by, dossier)}
    if fact.other_paper is None:
        return _Told("supplement_asked", due)
    item = SupplementItem.objects.get(hold_id=fact.hold_id)
    return _Told("other_paper_asked", {**due, "paper": item.title, "law": item.law, "head": item.approved_by})


def _money(fact: events.PaymentAsked, dossier: Dossier, at: datetime) -> _Told:
    """Tell how much, until when, and whom to ask; what it is for and where to pay stands on the tracking page."""
    due = {"due": _day(fact.answer_by, dossier), "call": _call(dossier, at)}
    return _Told("payment_asked", {**_amount(fact, dossier), **due})


def _amount(fact: Any, dossier: Dossier) -> dict[str, str]:
    return {"amount": money_words(fact.amount, dossier.language)}


def _uncollected(fact: events.ResultUncollected, dossier: Dossier, at: datetime) -> _Told:
    """Remind of a result that waits: to be downloaded, or at the counter, from where it can be sent as well."""
    since = {"since": _due(fact.since, dossier)}
    if dossier.return_way == "online":
        return _Told("result_uncollected_online", since)
    return _Told("result_uncollected", {**since, "call": _call(dossier, at)})


def _due(told: str | None, dossier: Dossier) -> str:
    """Give the date the fact speaks of: the dossier's own may have moved on before the worker came to it."""
    if told is None:
        return ""
    return date_words(datetime.fromisoformat(told).astimezone(ZONE).date(), dossier.language)


def _day(told: str | None, dossier: Dossier) -> str:
    return date_words(date.fromisoformat(told), dossier.language) if told else ""


def _whom_to_ask(dossier: Dossier, at: datetime) -> list[str]:
    """Say where to ask and to come, in Vietnamese."""
    place = next(iter(receiving_places(at.astimezone(ZONE).date(), dossier.agency_id)), None)
    if place is None:
        return []
    phone = f"điện thoại {phone_printed(place.phone)}" if place.phone else ""
    return [
        f"Nơi hỏi và nhận kết quả: {', '.join(one for one in (place.name, place.address, phone) if one)}."
    ]


def _call(dossier: Dossier, at: datetime) -> str:
    """Give the phone of the place that received it, in the words of the owner's language; empty when unknown."""
    places = receiving_places(at.astimezone(ZONE).date(), dossier.agency_id)
    phone = next((place.phone for place in places if place.phone), "")
    if not phone:
        return ""
    return f"{'Call' if dossier.language == 'en' else 'Điện thoại'}: {phone_printed(phone)}"
