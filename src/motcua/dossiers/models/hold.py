"""Open and lifted holds: state is a record with who and when, not a flag."""

from django.db import models

from motcua.dossiers.models.dossier import Dossier
from motcua.dossiers.rules.holds import HoldKind


class Hold(models.Model):
    """Something the dossier waits for, from `placed_at` until `lifted_at`."""

    id = models.UUIDField(primary_key=True)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="holds")
    kind = models.TextField(choices=[(kind.value, kind.value) for kind in HoldKind])
    placed_at = models.DateTimeField()
    placed_by = models.TextField()
    stage = models.TextField(help_text="the stage it was placed in")
    text = models.TextField(blank=True)
    answer_by = models.DateField(null=True, help_text="last day for the answer; empty where no rule says so")
    remind_at = models.DateTimeField(null=True, help_text="when the owner is reminded of the last day")
    after = models.TextField(blank=True, help_text="what follows the last day: stop, desk")
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.TextField(blank=True)


class SupplementItem(models.Model):
    """One thing asked for in a supplement request: which component, and what about it."""

    id = models.UUIDField(primary_key=True)
    hold = models.ForeignKey(Hold, on_delete=models.PROTECT, related_name="items")
    component = models.IntegerField(default=0)
    title = models.TextField()
    reason = models.TextField()
