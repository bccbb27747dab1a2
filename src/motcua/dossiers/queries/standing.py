"""What permits look at, read from a dossier."""

from motcua.dossiers.models import Dossier
from motcua.dossiers.rules.holds import HoldKind
from motcua.dossiers.rules.permits import Standing
from motcua.dossiers.rules.workflow import Stage


def standing_of(dossier: Dossier) -> Standing:
    """Give what permits look at."""
    return Standing(
        stage=Stage(dossier.stage),
        open_holds=open_holds(dossier),
        agency_id=dossier.agency_id,
        account_id=str(dossier.account_id) if dossier.account_id else None,
    )


def open_holds(dossier: Dossier) -> frozenset[HoldKind]:
    """Give the kinds of hold that are open."""
    return frozenset(HoldKind(hold.kind) for hold in dossier.holds.all() if hold.lifted_at is None)
