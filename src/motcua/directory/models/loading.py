"""Which state of the province's data is loaded; caches compare it with theirs."""

from django.db import models


class DataVersion(models.Model):
    """One row a room whose data is loaded from files; `digest` changes with every load that changes rows."""

    room = models.TextField(primary_key=True)
    digest = models.TextField()
    number = models.BigIntegerField()
    loaded_at = models.DateTimeField()
