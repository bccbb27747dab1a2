"""How a one-stop stood on a morning."""

from django.db import models


class Readiness(models.Model):
    """One agency on one day: its light, and each check's light by name. The words are made when they are shown."""

    agency_id = models.TextField()
    day = models.DateField()
    light = models.SmallIntegerField()
    checks = models.JSONField()
    looked_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency_id", "day"], name="readiness_once_a_day")]
        indexes = [models.Index(fields=["day", "-light", "agency_id"], name="readiness_worst_first")]
