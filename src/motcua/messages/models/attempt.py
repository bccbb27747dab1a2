"""One try at sending a message, and what came of it."""

from django.db import models

from motcua.messages.models.message import Message


class Attempt(models.Model):
    """Each call of the provider, whatever it answered."""

    id = models.UUIDField(primary_key=True)
    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="attempts")
    at = models.DateTimeField()
    outcome = models.TextField(
        choices=[(one, one) for one in ("accepted", "refused", "unavailable", "unknown", "absent", "late")]
    )
    detail = models.TextField(blank=True, help_text="the provider's words, without address or text")
