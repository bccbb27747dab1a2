"""People and firms: the number sealed, a keyed hash of it for search, masked text for lists."""

from django.db import models


class Party(models.Model):
    """One person, firm or organisation as named in one dossier or account."""

    id = models.UUIDField(primary_key=True)
    kind = models.TextField(
        choices=[("person", "person"), ("firm", "firm"), ("organisation", "organisation")]
    )
    name = models.TextField()
    number_kind = models.TextField(blank=True, help_text="cccd, cmnd, passport, tax or empty")
    number_sealed = models.BinaryField(null=True)
    number_index = models.BinaryField(null=True)
    number_masked = models.TextField(blank=True)
    phone_sealed = models.BinaryField(null=True)
    email_sealed = models.BinaryField(null=True)
    phone_masked = models.TextField(blank=True)
    born = models.DateField(null=True)
    address = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["number_index"], name="party_number", condition=models.Q(number_index__isnull=False)
            )
        ]
