"""One-time codes for signing in."""

from django.db import models


class SignInCode(models.Model):
    """A six-digit code sent to one contact; only its keyed hash is kept."""

    id = models.UUIDField(primary_key=True)
    contact_index = models.BinaryField(db_index=True)
    code_hash = models.BinaryField()
    made_at = models.DateTimeField()
    valid_until = models.DateTimeField()
    tries = models.SmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)
