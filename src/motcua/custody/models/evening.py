"""Every change of hands, and the evenings on which they were counted."""

from django.db import models

from motcua.custody.models.item import Item


class Move(models.Model):
    """A thing came from one place to another; from nowhere when it came into the house."""

    id = models.UUIDField(primary_key=True)
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="moves")
    agency_id = models.TextField()
    start = models.TextField(blank=True)
    end = models.TextField()
    by = models.TextField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["agency_id", "at"], name="move_agency_day")]


class Evening(models.Model):
    """A day of a one-stop that was closed: who, when, and what was counted."""

    id = models.UUIDField(primary_key=True)
    agency_id = models.TextField()
    day = models.DateField()
    opening = models.IntegerField()
    came = models.IntegerField()
    went = models.IntegerField()
    closing = models.IntegerField()
    closed_by = models.TextField()
    closed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency_id", "day"], name="evening_once"),
            models.CheckConstraint(
                condition=models.Q(closing=models.F("opening") + models.F("came") - models.F("went")),
                name="evening_balances",
            ),
        ]


class Remainder(models.Model):
    """A thing that should have gone on that day, and why it had not."""

    id = models.UUIDField(primary_key=True)
    evening = models.ForeignKey(Evening, on_delete=models.PROTECT, related_name="remainders")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
