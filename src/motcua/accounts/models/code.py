"""One-time codes for signing in."""

from django.db import models


class SignInCode(models.Model):
    """A code sent to one contact at the wish of one asker; only its keyed hash is kept."""

    id = models.UUIDField(primary_key=True)
    contact_index = models.BinaryField(db_index=True)
    asker = models.BinaryField(default=b"", help_text="keyed hash of the network address that asked for it")
    code_hash = models.BinaryField()
    made_at = models.DateTimeField()
    valid_until = models.DateTimeField()
    tries = models.SmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)
