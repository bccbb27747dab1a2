"""The result that stands before its signer."""

from django.conf import settings

from motcua.dossiers.models import SigningOrder
from motcua.dossiers.queries.viewing import View


def signs_here() -> bool:
    """Tell whether this installation has a keeper of keys."""
    return settings.GATEWAYS.get("signing", "off") != "off"


def signing_order(view: View) -> SigningOrder | None:
    """Give the open order of a dossier that the viewer sees."""
    if not view.standing.to_sign:
        return None
    return SigningOrder.objects.filter(dossier_id=view.dossier.id, closed_at=None).first()
