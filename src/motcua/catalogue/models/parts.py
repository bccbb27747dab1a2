"""The parts of a procedure version: what must be handed in, and the channels with their times and fees."""

from django.db import models
from django.db.models import Q

from motcua.catalogue.models.procedure import ProcedureVersion


class Component(models.Model):
    """One paper of the closed list of a procedure version."""

    version = models.ForeignKey(ProcedureVersion, on_delete=models.CASCADE, related_name="components")
    seq = models.IntegerField()
    case = models.TextField(blank=True, help_text="the heading under which the source lists it")
    name = models.TextField()
    name_is_cut = models.BooleanField(help_text="the source's name goes on; the National Portal has it whole")
    kind = models.TextField()
    copy_type = models.TextField()
    original_qty = models.IntegerField()
    copy_qty = models.IntegerField()
    form_code = models.TextField(blank=True)
    form_source = models.TextField(blank=True)
    form_file = models.TextField(blank=True)
    source = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "seq"], name="component_once"),
            models.CheckConstraint(
                condition=Q(kind__in=["required", "conditional", "presented"]), name="component_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(copy_type__in=["original", "copy", "original_and_copy", "present_only"]),
                name="component_copy_type_known",
            ),
        ]


class Channel(models.Model):
    """One way to file with its time limit and fee; several rows of one channel are several fee cases."""

    version = models.ForeignKey(ProcedureVersion, on_delete=models.CASCADE, related_name="channels")
    seq = models.IntegerField()
    channel = models.TextField()
    time_value = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    time_unit = models.TextField(blank=True)
    time_note = models.TextField(blank=True)
    fee_amount = models.BigIntegerField(null=True, help_text="null: the source does not state it")
    fee_currency = models.TextField(blank=True)
    fee_note = models.TextField(blank=True)
    source = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "seq"], name="channel_once"),
            models.CheckConstraint(
                condition=Q(channel__in=["online", "post", "direct"]), name="channel_known"
            ),
            models.CheckConstraint(
                condition=Q(time_unit__in=["", "working_day", "day", "hour", "month", "year", "same_day"]),
                name="channel_time_unit_known",
            ),
        ]
