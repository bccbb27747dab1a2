"""A result that waits for its digital signature."""

from django.db import models

from motcua.dossiers.models.document import Document
from motcua.dossiers.models.dossier import Dossier
from motcua.dossiers.rules.signing import State


class SigningOrder(models.Model):
    """A result as it was put before its signer; the signed paper becomes a document of its own, `result_id`.

    While it is open, nothing else is done about the result of its dossier.
    """

    id = models.UUIDField(primary_key=True)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="signing_orders")
    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="signing_order")
    result_id = models.UUIDField(help_text="the id the signed result will have; its address stands on it")
    number = models.TextField()
    valid_until = models.DateField(null=True)
    prepared_by = models.TextField()
    prepared_at = models.DateTimeField()
    state = models.TextField(choices=[(one.value, one.value) for one in State], default=State.WAITING)
    signed_by = models.TextField(blank=True, help_text="account of who pressed to sign")
    begun_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True, help_text="when it was issued or taken back")
    problem = models.TextField(blank=True, help_text="why the last try failed, for people")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"],
                condition=models.Q(closed_at=None),
                name="dossiers_one_signing_order",
            )
        ]
