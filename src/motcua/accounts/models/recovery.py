"""Giving a lost second factor back, by four eyes."""

from django.db import models

from motcua.accounts.models.account import Account


class Recovery(models.Model):
    """An officer's request; open until two people confirmed it, one refused it, or its time ran out."""

    id = models.UUIDField(primary_key=True)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    agency_id = models.TextField(db_index=True)
    asked_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    outcome = models.TextField(
        blank=True, choices=[("done", "done"), ("refused", "refused"), ("late", "late")]
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account"], name="recovery_open_once", condition=models.Q(closed_at=None)
            )
        ]


class RecoveryYes(models.Model):
    """One of the two confirmations, with the half of the one-time password that this person was shown."""

    recovery = models.ForeignKey(Recovery, on_delete=models.PROTECT, related_name="given")
    by = models.TextField()
    roles = models.JSONField()
    here = models.BooleanField(help_text="given by a keeper of the agency's accounts")
    half_sealed = models.BinaryField(null=True, help_text="emptied when the recovery closes")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["recovery", "by"], name="recovery_yes_once")]
