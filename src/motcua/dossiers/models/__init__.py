"""Rows of dossiers."""

from motcua.dossiers.models.apology import Apology, ApologyDraft
from motcua.dossiers.models.document import Document, DraftFile
from motcua.dossiers.models.dossier import Dossier, DossierCode
from motcua.dossiers.models.draft import Draft
from motcua.dossiers.models.given import CounterEntry, GivenPaper
from motcua.dossiers.models.handout import Handout
from motcua.dossiers.models.hold import Hold, OtherPaper, SupplementItem
from motcua.dossiers.models.opinion import Opinion
from motcua.dossiers.models.origin import Origin
from motcua.dossiers.models.remark import Remark
from motcua.dossiers.models.result import Result
from motcua.dossiers.models.scan import Scan, ScanFile, ScanPart
from motcua.dossiers.models.signing import SigningOrder

__all__ = [
    "Apology",
    "ApologyDraft",
    "CounterEntry",
    "Document",
    "Dossier",
    "DossierCode",
    "Draft",
    "DraftFile",
    "GivenPaper",
    "Handout",
    "Hold",
    "Opinion",
    "Origin",
    "OtherPaper",
    "Remark",
    "Result",
    "Scan",
    "ScanFile",
    "ScanPart",
    "SigningOrder",
    "SupplementItem",
]
