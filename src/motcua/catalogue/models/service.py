"""Online services: a procedure can be filed online only where such a row says so."""

from django.db import models
from django.db.models import Q

from motcua.catalogue.models.procedure import Procedure
from motcua.directory.models.dated import Dated, in_order, one_at_a_time


class OnlineService(Dated):
    """A procedure offered online at this level, at one agency or at all competent ones."""

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="services")
    agency_id = models.TextField(blank=True, help_text="empty: every agency competent for it")
    level = models.TextField(help_text="3, 4 (until 14 August 2022); full (toàn trình), partial (một phần)")
    decision = models.TextField(blank=True, help_text="the announcing decision; empty when not known")
    is_estimate = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["procedure", "agency_id", "valid_from"], name="service_once"),
            one_at_a_time("procedure", "agency_id", name="service_one_at_a_time"),
            in_order(name="service_days_in_order"),
            models.CheckConstraint(
                condition=Q(level__in=["3", "4", "full", "partial"]), name="service_level_known"
            ),
            models.CheckConstraint(
                condition=~Q(decision="") | Q(is_estimate=True), name="service_announced_or_estimate"
            ),
        ]
