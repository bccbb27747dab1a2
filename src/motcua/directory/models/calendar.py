"""The working calendar: days that rest or work against the week, and office hours."""

from django.db import models
from django.db.models import Q

from motcua.directory.models.dated import Dated, Sourced, in_order, one_at_a_time
from motcua.kernel.worktime import CUTOFF


class CalendarDay(Sourced):
    """A day that is not as its weekday says, in the whole province or at one agency."""

    day = models.DateField()
    agency_id = models.TextField(blank=True, help_text="empty: the whole province")
    kind = models.TextField(help_text="closed, working (làm bù) or half (the first session only)")
    name = models.TextField()
    name_en = models.TextField(blank=True)
    swapped_with = models.DateField(null=True)
    law = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day", "agency_id"], name="calendarday_once"),
            models.CheckConstraint(
                condition=Q(kind__in=["closed", "working", "half"]), name="calendarday_kind_known"
            ),
        ]


class OfficeHours(Dated):
    """The sessions of a working day, in the whole province or at one agency: `07:00-11:30 13:30-17:00`.

    What comes after `cutoff` goes to the specialised unit, or is dealt with, on the next working day.
    """

    agency_id = models.TextField(blank=True, help_text="empty: the whole province")
    sessions = models.TextField()
    cutoff = models.TimeField(default=CUTOFF)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency_id", "valid_from"], name="officehours_once"),
            one_at_a_time("agency_id", name="officehours_one_at_a_time"),
            in_order(name="officehours_days_in_order"),
        ]
