"""Periods: how long before, how long after, how long kept – numbers that law changes."""

from django.db import models

from motcua.directory.models.dated import Dated, in_order, one_at_a_time


class Period(Dated):
    """One stretch of time with a name, for all or for one `scope`, with the law that says so if one was found."""

    name = models.TextField(help_text="notice_before_due, supplement_answer, draft_kept, …")
    scope = models.TextField(blank=True, help_text="a procedure's code; empty: for all others")
    amount = models.IntegerField()
    unit = models.TextField(help_text="working_day, day, working_hour or month")
    after = models.TextField(blank=True, help_text="what follows when it has run out: stop, desk")
    law = models.TextField(blank=True)
    note = models.TextField(blank=True, help_text="for people, in Vietnamese")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "scope", "valid_from"], name="period_once"),
            one_at_a_time("name", "scope", name="period_one_at_a_time"),
            in_order(name="period_days_in_order"),
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="period_amount"),
        ]
