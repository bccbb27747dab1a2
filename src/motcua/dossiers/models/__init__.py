"""Rows of dossiers."""

from motcua.dossiers.models.document import Document, DraftFile
from motcua.dossiers.models.dossier import Dossier, DossierCode
from motcua.dossiers.models.draft import Draft
from motcua.dossiers.models.hold import Hold, SupplementItem
from motcua.dossiers.models.origin import Origin
from motcua.dossiers.models.remark import Remark

__all__ = [
    "Document",
    "Dossier",
    "DossierCode",
    "Draft",
    "DraftFile",
    "Hold",
    "Origin",
    "Remark",
    "SupplementItem",
]
