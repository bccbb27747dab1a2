"""Who looked at whose data: one row a page, unchained, sealed into the chain in batches."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class AccessNote(models.Model):
    """One page with personal data, shown to one viewer."""

    id = models.UUIDField(primary_key=True)
    actor_kind = models.TextField()
    actor_id = models.TextField()
    actor_unit = models.TextField(null=True)
    page = models.TextField()
    subjects = ArrayField(models.TextField(), help_text="`kind:id` of each thing shown")
    at = models.DateTimeField()
    seal = models.UUIDField(null=True, help_text="the event that sealed this row")

    class Meta:
        indexes = [
            models.Index(fields=["id"], name="access_unsealed", condition=models.Q(seal__isnull=True)),
            models.Index(fields=["seal"], name="access_seal", condition=models.Q(seal__isnull=False)),
        ]
