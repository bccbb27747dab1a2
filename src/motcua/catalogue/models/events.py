"""Life events: what happens in people's lives, and the procedures that follow from it."""

from django.db import models

from motcua.catalogue.models.procedure import Procedure
from motcua.directory.models.dated import Sourced


class LifeEvent(Sourced):
    """An event as people name it: a child is born, a house is built, a business is opened."""

    slug = models.TextField(primary_key=True)
    name = models.TextField()
    name_en = models.TextField()
    summary = models.TextField()
    summary_en = models.TextField()
    position = models.IntegerField()


class LifeEventProcedure(models.Model):
    """A procedure of a life event, in the order in which people need them."""

    event = models.ForeignKey(LifeEvent, on_delete=models.CASCADE, related_name="members")
    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="+")
    position = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "procedure"], name="lifeeventprocedure_once"),
        ]
