"""One thing of paper: what was handed in of a dossier, or its result. It is in exactly one pair of hands."""

from django.db import models

from motcua.dossiers.models import Dossier


class Item(models.Model):
    """A thing, where it lies, and since when in whose hands."""

    id = models.UUIDField(primary_key=True)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="+")
    thing = models.TextField(choices=[("papers", "papers"), ("result", "result")])
    agency_id = models.TextField()
    place = models.TextField()
    held_by = models.TextField(help_text="the officer who took it in, brought it forth or signed for it last")
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dossier", "thing"], name="item_once")]
        indexes = [models.Index(fields=["agency_id", "place", "since", "id"], name="item_place")]
