"""That printer and scanner of a one-stop were tried, and whether they worked."""

from django.db import models


class DeviceTest(models.Model):
    """A printed sheet that was scanned back (`passed`), or an officer's word that a device does not work."""

    id = models.UUIDField(primary_key=True)
    agency_id = models.TextField()
    word = models.TextField(help_text="what the sheet bore")
    passed = models.BooleanField()
    note = models.TextField(blank=True)
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["agency_id", "-at"], name="devicetest_agency")]
