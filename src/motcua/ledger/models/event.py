"""Events as they were recorded, the heads of their chains, and which handlers have dealt with them."""

from django.db import models
from django.db.models.functions import Now


class Event(models.Model):
    """One fact, written once. The database refuses to change, delete or truncate it."""

    id = models.UUIDField(primary_key=True)
    v = models.SmallIntegerField()
    name = models.TextField()
    subject = models.TextField()
    thread = models.UUIDField(null=True)
    actor_kind = models.TextField()
    actor_id = models.TextField()
    actor_unit = models.TextField(null=True)
    on_behalf_of = models.TextField(null=True)
    via = models.TextField()
    unit = models.TextField(null=True)
    facts = models.JSONField()
    at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    chain = models.TextField()
    sequence = models.BigIntegerField()
    previous = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        indexes = [
            models.Index(
                fields=["thread", "id"], name="event_thread", condition=models.Q(thread__isnull=False)
            ),
            models.Index(fields=["chain", "sequence"], name="event_chain"),
        ]


class ChainHead(models.Model):
    """The last link of one chain: an agency (or a loose chain) and a month of recording."""

    chain = models.TextField(primary_key=True)
    sequence = models.BigIntegerField(default=0)
    hash = models.BinaryField()


class Handling(models.Model):
    """A handler dealt with an event; written in the same transaction as the handler's effect."""

    pk = models.CompositePrimaryKey("event_id", "handler")
    event_id = models.UUIDField()
    handler = models.TextField()
    handled_at = models.DateTimeField(db_default=Now())
