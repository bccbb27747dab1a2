"""Phones that serve many by agreement: a hamlet's head, a school, a nursing home. Registered with who and why."""

from django.db import models


class TrustedContact(models.Model):
    """One agreement about one phone, for a time. It is never changed: it is ended, and a longer one is a new row."""

    id = models.UUIDField(primary_key=True)
    agency_id = models.TextField(help_text="the agency that registered it")
    phone_sealed = models.BinaryField()
    phone_index = models.BinaryField(help_text="keyed hash, as of the phone of a filing")
    phone_masked = models.TextField()
    holder = models.TextField(help_text="who answers it")
    kind = models.TextField()
    serves = models.TextField(help_text="for which hamlets or people")
    why = models.TextField()
    first = models.DateField()
    last = models.DateField()
    registered_by = models.TextField()
    registered_at = models.DateTimeField()
    ended_by = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True)
    end_reason = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["agency_id", "-id"], name="trustedcontact_agency"),
            models.Index(fields=["phone_index"], name="trustedcontact_phone"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last__gte=models.F("first")), name="trustedcontact_days_in_order"
            ),
            models.UniqueConstraint(
                fields=["agency_id", "phone_index"],
                condition=models.Q(ended_at=None),
                name="trustedcontact_one_open",
            ),
        ]
