"""Second factors of officers: apps that make codes, passkeys, and codes on paper."""

from django.db import models

from motcua.accounts.models.account import Account


class Factor(models.Model):
    """An app (`totp`) or a passkey; one that ended stays as a row, without what opened."""

    id = models.UUIDField(primary_key=True)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    kind = models.TextField(choices=[("totp", "totp"), ("passkey", "passkey")])
    name = models.TextField()
    secret_sealed = models.BinaryField(null=True, help_text="of an app")
    last_step = models.BigIntegerField(default=0, help_text="the half minute whose code was taken last")
    credential_id = models.BinaryField(null=True, unique=True, help_text="of a passkey")
    public_key = models.BinaryField(null=True)
    sign_count = models.BigIntegerField(default=0)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["account"], name="factor_standing", condition=models.Q(ended_at=None))
        ]


class RecoveryCode(models.Model):
    """One code on paper, only its keyed hash is kept; gone when used or replaced by a new set."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    code_hash = models.BinaryField()
    made_at = models.DateTimeField()
    gone_at = models.DateTimeField(null=True)
