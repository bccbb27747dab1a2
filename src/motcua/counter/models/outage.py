"""When an agency could not work on the system, and why."""

from django.db import models


class Outage(models.Model):
    """A time without line, power, system or machine, logged by an officer; still lasting while `ended_at` is empty."""

    id = models.UUIDField(primary_key=True)
    agency_id = models.TextField()
    what = models.TextField(choices=[(one, one) for one in ("line", "power", "system", "machine")])
    note = models.TextField(blank=True)
    began_at = models.DateTimeField()
    logged_by = models.TextField()
    logged_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.TextField(blank=True)
    handwritten = models.IntegerField(null=True, help_text="receipts written by hand, counted at its end")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency_id"], condition=models.Q(ended_at=None), name="outage_one_open"
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at=None, handwritten=None)
                | models.Q(ended_at__gt=models.F("began_at"), handwritten__gte=0),
                name="outage_ends_after_it_began",
            ),
        ]
        indexes = [models.Index(fields=["agency_id", "-began_at"], name="outage_agency")]
