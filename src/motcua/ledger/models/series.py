"""Gapless numbers: dossier codes, receipts, document numbers."""

from django.db import models


class Series(models.Model):
    """The last number given out in one series, for example `dossier:UBND25-17989:2026-11-23`."""

    key = models.TextField(primary_key=True)
    value = models.BigIntegerField()


class SeriesBlock(models.Model):
    """A dated row that keeps part of each day's numbers for an older system or a printed receipt book."""

    scope = models.TextField(help_text="as in Series.key without the day")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    reserved_for = models.TextField()
    source = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(last__gte=models.F("first")), name="block_not_empty"),
        ]
