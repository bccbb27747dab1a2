"""A dossier that was taken in by hand and entered afterwards."""

from django.db import models

from motcua.counter.models.book import Leaf
from motcua.counter.models.outage import Outage
from motcua.dossiers.models import Dossier


class LateEntry(models.Model):
    """Both moments of a hand-written reception, side by side: when it was, and when it was typed in."""

    leaf = models.OneToOneField(Leaf, on_delete=models.PROTECT, primary_key=True, related_name="entry")
    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, related_name="+")
    outage = models.ForeignKey(Outage, on_delete=models.PROTECT, related_name="entries")
    received_at = models.DateTimeField()
    entered_at = models.DateTimeField()
    entered_by = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(received_at__lte=models.F("entered_at")), name="lateentry_after_reception"
            ),
        ]
