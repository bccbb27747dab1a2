"""What every dated row shares: the days it holds, first and last included, and where it comes from."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import Deferrable, F, Func, Q, Value


class Sourced(models.Model):
    """A row that names its source and how sure it is."""

    source = models.TextField()
    confidence = models.TextField()

    class Meta:
        abstract = True


class Dated(Sourced):
    """A sourced row that holds from `valid_from` to `valid_to`, both included; open without a `valid_to`."""

    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        abstract = True


def days() -> Func:
    """Return the row's days as a range."""
    return Func(
        F("valid_from"), F("valid_to"), Value("[]"), function="daterange", output_field=DateRangeField()
    )


def one_at_a_time(*key: str, name: str) -> ExclusionConstraint:
    """Refuse two rows with the same key that hold on the same day, once an act is whole."""
    return ExclusionConstraint(
        name=name,
        expressions=[*((field, "=") for field in key), (days(), "&&")],
        deferrable=Deferrable.DEFERRED,
    )


def in_order(*, name: str) -> models.CheckConstraint:
    """Refuse a row that ends before it begins."""
    return models.CheckConstraint(
        condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name=name
    )
