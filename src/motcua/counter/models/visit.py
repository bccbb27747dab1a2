"""Who came is not kept here: only that somebody came, why, for what, and whether it needed the way."""

from django.db import models


class Visit(models.Model):
    """One person's way to the counter. `online` and `post`: whether it could have been done so on that day."""

    id = models.UUIDField(primary_key=True)
    agency_id = models.TextField()
    procedure = models.TextField(blank=True, help_text="empty where it came to no procedure")
    reason = models.TextField(blank=True, help_text="one of the ten causes; empty: not asked")
    outcome = models.TextField()
    online = models.BooleanField()
    post = models.BooleanField()
    dossier_id = models.UUIDField(null=True)
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["agency_id", "at"], name="visit_agency_day")]
