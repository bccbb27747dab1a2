"""Hand-over lists: who gave, who took, when, line by line."""

from django.db import models

from motcua.custody.models.item import Item

UNANSWERED = models.Q(outcome="")


class Handover(models.Model):
    """A numbered list, signed by the giver when it was made."""

    id = models.UUIDField(primary_key=True)
    agency_id = models.TextField()
    way = models.TextField(choices=[("out", "out"), ("back", "back")])
    number = models.TextField()
    made_by = models.TextField()
    made_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["agency_id", "-id"], name="handover_agency")]


class Line(models.Model):
    """One thing on a list, and what the receiver said of it. A thing is on one unanswered list at most."""

    id = models.UUIDField(primary_key=True)
    handover = models.ForeignKey(Handover, on_delete=models.PROTECT, related_name="lines")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="lines")
    outcome = models.TextField(blank=True, choices=[("accepted", "accepted"), ("refused", "refused")])
    reason = models.TextField(blank=True)
    answered_by = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item"], condition=UNANSWERED, name="line_on_one_list"),
            models.UniqueConstraint(fields=["handover", "item"], name="line_once"),
            models.CheckConstraint(
                condition=~models.Q(outcome="refused") | ~models.Q(reason=""), name="line_refused_with_reason"
            ),
        ]
