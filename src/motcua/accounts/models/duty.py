"""Who answers at a receiving place, and how officers are reached at work: each as told at one moment."""

from django.db import models
from django.db.models import F, Q

from motcua.accounts.models.officer import Officer


class Duty(models.Model):
    """The officer on duty at a place and the stand-in; of a place the row with the highest number holds."""

    place_id = models.TextField()
    number = models.IntegerField()
    on_duty = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    stand_in = models.ForeignKey(Officer, on_delete=models.PROTECT, null=True, related_name="+")
    told_at = models.DateTimeField()
    told_by = models.TextField()
    source = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place_id", "number"], name="duty_once"),
            models.CheckConstraint(
                condition=Q(on_duty=None) | Q(stand_in=None) | ~Q(on_duty=F("stand_in")),
                name="duty_two_people",
            ),
        ]


class WorkContact(models.Model):
    """The work contacts of an officer as told at one moment; the newest ones stand with the officer."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    phone = models.TextField(blank=True)
    email = models.TextField(blank=True)
    told_at = models.DateTimeField()
    told_by = models.TextField()
    source = models.TextField()
