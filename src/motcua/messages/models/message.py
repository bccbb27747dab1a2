"""One text to one person about one fact; address and words are sealed."""

from django.db import models

from motcua.kernel.words import mark


class State(models.TextChoices):
    """How far a message has come."""

    QUEUED = "queued", mark("Đang chờ gửi")
    SENDING = "sending", mark("Đang gửi")
    SENT = "sent", mark("Đã gửi")
    FAILED = "failed", mark("Không gửi được")
    UNKNOWN = "unknown", mark("Chưa rõ đã gửi được hay chưa")


class Message(models.Model):
    """The key is made from fact, recipient and template, so that the same message exists once."""

    id = models.UUIDField(primary_key=True)
    event_id = models.UUIDField(help_text="the fact that this tells of")
    recipient = models.TextField(help_text="id of the party or account, never a name")
    template = models.TextField()
    channel = models.TextField(choices=[("sms", "sms"), ("mail", "mail")])
    address_sealed = models.BinaryField()
    address_masked = models.TextField()
    text_sealed = models.BinaryField(help_text="subject and words as sent, as JSON")
    language = models.TextField()
    thread = models.UUIDField(null=True, help_text="the dossier on whose timeline it shows")
    state = models.TextField(choices=State.choices, default=State.QUEUED)
    created_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, help_text="when a worker took it up")
    next_try_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    tries = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=State.values), name="messages_state"),
        ]
        indexes = [
            models.Index(
                fields=["thread", "id"], name="messages_thread", condition=models.Q(thread__isnull=False)
            ),
            models.Index(
                fields=["created_at"],
                name="messages_open",
                condition=models.Q(state__in=["queued", "sending", "unknown"]),
            ),
        ]

    @property
    def provider_key(self) -> str:
        """Name the message to the provider: the same at every try."""
        return str(self.id)
