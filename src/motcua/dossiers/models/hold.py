"""Open and lifted holds: state is a record with who and when, not a flag."""

from django.db import models

from motcua.dossiers.models.dossier import Dossier
from motcua.dossiers.rules.holds import HoldEnd, HoldKind


class Hold(models.Model):
    """Something the dossier waits for, from `placed_at` until `lifted_at`.

    Money and suspension rest on a law or a decision and end with a receipt or another decision, whose numbers are kept.
    What a pause was is never overwritten; it only ends.
    """

    id = models.UUIDField(primary_key=True)
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="holds")
    kind = models.TextField(choices=[(kind.value, kind.value) for kind in HoldKind])
    placed_at = models.DateTimeField()
    placed_by = models.TextField()
    stage = models.TextField(help_text="the stage it was placed in")
    text = models.TextField(blank=True, help_text="the reason; of money: what it is for")
    answer_by = models.DateField(null=True, help_text="last day for the answer; empty where no rule says so")
    remind_at = models.DateTimeField(null=True, help_text="when the owner is reminded of the last day")
    after = models.TextField(blank=True, help_text="what follows the last day: stop, desk")
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.TextField(blank=True)
    amount = models.BigIntegerField(null=True, help_text="of money: how much is asked for, in đồng")
    law = models.TextField(blank=True, default="", db_default="", help_text="of money: the legal basis")
    number = models.TextField(
        blank=True, default="", db_default="", help_text="of a suspension: the decision's number"
    )
    decided_on = models.DateField(null=True, help_text="of a suspension: the decision's day")
    decided_by = models.TextField(
        blank=True, default="", db_default="", help_text="of a suspension: who decided"
    )
    end = models.TextField(
        blank=True, default="", db_default="", choices=[(one.value, one.value) for one in HoldEnd]
    )
    end_number = models.TextField(
        blank=True, default="", db_default="", help_text="the receipt's, or the decision's"
    )
    end_on = models.DateField(null=True, help_text="the day on which it was paid")
    end_name = models.TextField(blank=True, default="", db_default="", help_text="who paid")


class SupplementItem(models.Model):
    """One thing asked for in a supplement request: which component, and what about it."""

    id = models.UUIDField(primary_key=True)
    hold = models.ForeignKey(Hold, on_delete=models.PROTECT, related_name="items")
    component = models.IntegerField(default=0)
    title = models.TextField()
    reason = models.TextField()
    law = models.TextField(blank=True, help_text="for a paper outside the closed list: on what legal basis")
    approved_by = models.TextField(blank=True, help_text="and the head who approved it, by name")


class OtherPaper(models.Model):
    """A paper outside the closed list that an officer wants; the head decides before the owner hears of it.

    Who wanted it and when, who decided and when, stand in its hold.
    """

    hold = models.OneToOneField(Hold, on_delete=models.PROTECT, primary_key=True, related_name="other_paper")
    title = models.TextField()
    law = models.TextField(help_text="the legal basis")
    reason = models.TextField()
    asked = models.OneToOneField(
        Hold,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="the request to the owner, once approved",
    )
    answer = models.TextField(blank=True, help_text="why the head declined")
