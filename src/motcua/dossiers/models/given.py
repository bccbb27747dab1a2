"""Papers handed in at the counter or by post, by count, and which entry at the counter became which dossier."""

from django.db import models

from motcua.dossiers.models.dossier import Dossier


class GivenPaper(models.Model):
    """One component of the closed list as it was handed in: how many originals, certified copies, photocopies.

    A paper that the officer found in a database of the state instead (`looked_up`) need not be handed in.
    """

    id = models.UUIDField(primary_key=True)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="given")
    component = models.IntegerField(help_text="sequence number in the procedure version")
    title = models.TextField()
    originals = models.PositiveSmallIntegerField(default=0)
    certified = models.PositiveSmallIntegerField(default=0)
    copies = models.PositiveSmallIntegerField(default=0)
    looked_up = models.BooleanField(default=False)
    given_at = models.DateTimeField()


class CounterEntry(models.Model):
    """What an officer's page sent once: sent again, after a dropped line, it leads to the same dossier."""

    id = models.UUIDField(primary_key=True, help_text="made by the page before it is sent")
    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, related_name="entry")
    agency_id = models.TextField()
    sets = models.PositiveSmallIntegerField(default=1, help_text="how many sets of the papers were handed in")
    by = models.TextField()
    at = models.DateTimeField()
