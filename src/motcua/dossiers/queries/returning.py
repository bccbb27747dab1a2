"""How a result reaches its owner."""

from uuid import UUID

from motcua.dossiers.models import Dossier


def on_paper(dossier_id: UUID) -> bool:
    """Tell whether the owner has asked for the result on paper: fetched at the counter, or by post."""
    return Dossier.objects.filter(id=dossier_id).exclude(return_way="online").exists()
