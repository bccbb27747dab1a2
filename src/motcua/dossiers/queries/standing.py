"""What permits look at, read from a dossier."""

from collections.abc import Sequence

from motcua.accounts.queries.consents import consent
from motcua.dossiers.models import ApologyDraft, Dossier, Hold, SigningOrder
from motcua.dossiers.rules.holds import HoldEnd, HoldKind
from motcua.dossiers.rules.permits import Standing
from motcua.dossiers.rules.workflow import Stage


def standing_of(dossier: Dossier, holds: Sequence[Hold] | None = None) -> Standing:
    """Give what permits look at; `holds` are the dossier's, where they were read already."""
    if holds is None:
        holds = list(dossier.holds.all())
    return Standing(
        stage=Stage(dossier.stage),
        open_holds=frozenset(HoldKind(hold.kind) for hold in holds if hold.lifted_at is None),
        agency_id=dossier.agency_id,
        account_id=str(dossier.account_id) if dossier.account_id else None,
        asked_before=any(_asked_in_phase(hold, dossier.stage) for hold in holds),
        helper_id=_helper(dossier),
        signers=_signers(dossier),
        unpaid=any(_ended_unpaid(hold) for hold in holds),
        to_sign=dossier.stage == Stage.APPROVED and _before_its_signer(dossier),
    )


def _before_its_signer(dossier: Dossier) -> bool:
    return SigningOrder.objects.filter(dossier_id=dossier.id, closed_at=None).exists()


def _ended_unpaid(hold: Hold) -> bool:
    ended = hold.kind == HoldKind.MONEY and hold.lifted_at is not None
    return ended and hold.end in ("", HoldEnd.CANCELLED)


def _signers(dossier: Dossier) -> frozenset[str]:
    """Give the roles that may sign what was drafted; what was not received or has ended has no draft."""
    if dossier.received_at is None or dossier.ended_at is not None:
        return frozenset()
    drafts = ApologyDraft.objects.filter(dossier_id=dossier.id, closed_at=None)
    return frozenset(" ".join(drafts.values_list("signers", flat=True)).split())


def _helper(dossier: Dossier) -> str | None:
    found = consent(dossier.consent_id) if dossier.consent_id else None
    return str(found.helper_id) if found and found.holds else None


def _asked_in_phase(hold: Hold, stage: str) -> bool:
    before = stage == Stage.SUBMITTED
    return hold.kind == HoldKind.SUPPLEMENT and (hold.stage == Stage.SUBMITTED) == before
