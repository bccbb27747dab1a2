"""Where the pages of a filed dossier are."""

from uuid import UUID

from django.urls import reverse

from motcua.dossiers.queries.viewing import code_of


def filed_address(dossier_id: UUID) -> str:
    """Give the address of the receipt of a filed dossier."""
    return reverse("portal:receipt", args=[code_of(dossier_id)])
