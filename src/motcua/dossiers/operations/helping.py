"""Filing for somebody else by consent: what it needs, what is written down of it, and how the owner ends it."""

from datetime import datetime
from uuid import UUID

from motcua.accounts import errors as accounts
from motcua.accounts.models import Consent
from motcua.accounts.operations import consenting
from motcua.accounts.queries.consents import proven
from motcua.dossiers import events
from motcua.dossiers.errors import NotAllowed, NotFound
from motcua.dossiers.models import Dossier, Draft
from motcua.dossiers.queries.standing import standing_of
from motcua.dossiers.rules.permits import may_end_help
from motcua.kernel.actors import Actor
from motcua.ledger.acts import act


def take_consent(*, consent_id: UUID, draft: Draft, by: Actor, at: datetime) -> None:
    """Begin a draft with a consent that covers it. Raises NotAllowed."""
    try:
        with act(by=by, at=at) as deed:
            taken = consenting.take(
                consent_id=consent_id, procedure=draft.procedure, draft_id=draft.id, by=by, at=at
            )
            deed.represent(str(taken.owner_id))
    except accounts.NotAllowed as error:
        raise NotAllowed(str(error)) from error


def hold_to_consent(*, consent_id: UUID, by: Actor, at: datetime) -> Consent:
    """Let a helper act only while the consent holds: it is locked, so an end and the act have an order.

    The facts of the act name the owner beside the helper.
    """
    try:
        with act(by=by, at=at) as deed:
            held = consenting.still_holds(consent_id=consent_id, by=by, at=at)
            deed.represent(str(held.owner_id))
        return held
    except accounts.NotAllowed as error:
        raise NotAllowed(str(error)) from error


def record_help(*, dossier: Dossier, consent: Consent, by: Actor, at: datetime) -> None:
    """Write down with the filing who helped, where, by what consent."""
    with act(by=by, at=at) as deed:
        deed.record(
            events.FiledWithHelp(
                dossier_id=dossier.id,
                agency_id=dossier.agency_id,
                consent_id=consent.id,
                helper_id=consent.helper_id,
                kind=consent.helper_kind,
                place=consent.place,
                way=consent.way,
            )
        )


def end_help(*, dossier_id: UUID, by: Actor, at: datetime, holds_secret: bool = False) -> None:
    """Let the owner of a dossier take the consent behind it back. Raises NotFound for anybody else."""
    with act(by=by, at=at):
        dossier = Dossier.objects.filter(id=dossier_id).first()
        if dossier is None or dossier.consent_id is None:
            raise NotFound
        if not may_end_help(by, standing_of(dossier), holds_secret=holds_secret):
            raise NotFound
        how = "secret" if holds_secret else "account"
        consenting.end_on_proof(consent_id=dossier.consent_id, how=how, by=by, at=at)


def claim(*, by: Actor, at: datetime) -> int:
    """Give an account the dossiers filed for it, where a code on its phone gave the consent; gives how many."""
    ids = proven(by)
    if not ids:
        return 0
    with act(by=by, at=at) as deed:
        found = Dossier.objects.select_for_update().filter(consent_id__in=ids, account_id=None).order_by("id")
        for one in found:
            one.account_id = UUID(by.id)
            one.save(update_fields=["account_id"])
            deed.record(
                events.DossierClaimed(dossier_id=one.id, agency_id=one.agency_id, account_id=one.account_id)
            )
        return len(found)
