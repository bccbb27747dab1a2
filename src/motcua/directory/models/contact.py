"""What a receiving place says about itself, and the days on which it is closed."""

from django.db import models
from django.db.models import F, Q


class PlaceContact(models.Model):
    """How a place is reached, told whole at one moment. The newest row of a place holds, before the loaded one.

    Rows of a place are numbered, each number once: of two people who change the same contact at once one is told
    so. A confirmation is a row that says the same again.
    """

    place_id = models.TextField()
    number = models.IntegerField()
    phone = models.TextField(help_text="of the officer on duty, E.164")
    email = models.TextField(blank=True)
    address = models.TextField(blank=True)
    weekdays = models.TextField(blank=True, help_text="sessions of a working day; empty: as the agency works")
    saturday = models.TextField(blank=True, help_text="sessions of a Saturday; empty: closed")
    told_at = models.DateTimeField()
    told_by = models.TextField()
    source = models.TextField(help_text="page, sheet, tap (confirmed as it was) or demonstration")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place_id", "number"], name="placecontact_once"),
            models.CheckConstraint(
                condition=Q(source__in=["page", "sheet", "tap", "demonstration"]),
                name="placecontact_source_known",
            ),
        ]


class PlaceClosure(models.Model):
    """Days on which a place receives nobody although the calendar works; both days included."""

    id = models.UUIDField(primary_key=True)
    place_id = models.TextField(db_index=True)
    first = models.DateField()
    last = models.DateField()
    reason = models.TextField(help_text="for people, in Vietnamese")
    told_at = models.DateTimeField()
    told_by = models.TextField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="placeclosure_days_in_order")
        ]
