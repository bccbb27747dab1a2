"""The results an agency has issued, by their codes: what whoever holds one may ask about it."""

from django.db import models

from motcua.dossiers.models.document import Document
from motcua.dossiers.models.dossier import Dossier


class Result(models.Model):
    """One issued result. Its id, that of its document, is its address `/v/<id>/`; it says nothing of its owner.

    A result that was taken back to be corrected is void from then on; the one issued in its place is named beside it.
    """

    document = models.OneToOneField(
        Document, on_delete=models.PROTECT, primary_key=True, related_name="as_result"
    )
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="results")
    agency_id = models.TextField()
    code = models.TextField(help_text="KQ.<agency>.<ordinal>")
    number = models.TextField(help_text="as the agency numbers its papers")
    digest = models.BinaryField(help_text="SHA-256 of the file as issued")
    issued_at = models.DateTimeField()
    valid_until = models.DateField(null=True, help_text="last day; empty where the law sets none")
    void_at = models.DateTimeField(null=True)
    replaced_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replaces")

    class Meta:
        indexes = [
            models.Index(fields=["code"], name="dossiers_result_code"),
            models.Index(fields=["digest"], name="dossiers_result_digest"),
        ]
