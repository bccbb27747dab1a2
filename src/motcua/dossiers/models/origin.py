"""How a dossier came into being: kept from its first moment, because lost history cannot be rebuilt."""

from django.db import models

from motcua.dossiers.models.dossier import Dossier


class Origin(models.Model):
    """Channel and circumstances of filing. The channel is never changed. Keys are keyed hashes and age out."""

    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, primary_key=True, related_name="origin")
    channel = models.TextField(choices=[("online", "online"), ("post", "post"), ("direct", "direct")])
    level = models.TextField(blank=True)
    level_is_estimate = models.BooleanField(default=False)
    filed_by = models.TextField(help_text="self, guest, helper kind or import")
    helper_id = models.TextField(blank=True)
    consent_id = models.TextField(blank=True)
    phone_is = models.TextField(
        blank=True,
        db_default="",
        choices=[("own", "own"), ("household", "household")],
        help_text="what was said when a phone served several owners; empty: not asked, or not answered",
    )
    phone_key = models.BinaryField(null=True)
    email_key = models.BinaryField(null=True)
    applicant_key = models.BinaryField(null=True)
    session_key = models.BinaryField(null=True)
    network_key = models.BinaryField(null=True)
    office_network = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    submitted_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    first_act_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["phone_key"], name="origin_phone", condition=models.Q(phone_key__isnull=False)
            )
        ]
