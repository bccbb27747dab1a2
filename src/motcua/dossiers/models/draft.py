"""Drafts: what a person has typed so far, saved on the server, sealed."""

from django.db import models


class Draft(models.Model):
    """A form being filled in. Belongs to an account, or to a guest known only by the session's keyed name."""

    id = models.UUIDField(primary_key=True)
    account_id = models.UUIDField(null=True)
    guest_key = models.BinaryField(null=True)
    consent_id = models.UUIDField(null=True, help_text="by which a helper works on it for the owner")
    procedure = models.TextField()
    version_id = models.BigIntegerField()
    agency_id = models.TextField()
    answers_sealed = models.BinaryField()
    version = models.IntegerField(default=1)
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    dossier_id = models.UUIDField(null=True, help_text="set when it was submitted")
    discarded_at = models.DateTimeField(null=True)
    warned_at = models.DateTimeField(null=True, help_text="when its owner was told that it will be removed")
    trace = models.JSONField(
        help_text="keyed hashes of session and network, and whether it is an office network"
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["account_id", "id"],
                name="draft_account",
                condition=models.Q(account_id__isnull=False),
            ),
            models.Index(
                fields=["consent_id"], name="draft_consent", condition=models.Q(consent_id__isnull=False)
            ),
            models.Index(
                fields=["guest_key", "id"], name="draft_guest", condition=models.Q(guest_key__isnull=False)
            ),
        ]
