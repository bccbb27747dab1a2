"""Doors: what the law opens, closes or shapes between two dates."""

from django.db import models

from motcua.directory.models.dated import Dated, in_order, one_at_a_time


class Door(Dated):
    """One door in one state between two dates, with the law that says so."""

    name = models.TextField(help_text="portal_filing, sign_in_one_time_code, …")
    value = models.TextField()
    law = models.TextField()
    note = models.TextField(blank=True, help_text="for people, in Vietnamese")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "valid_from"], name="door_once"),
            one_at_a_time("name", name="door_one_at_a_time"),
            in_order(name="door_days_in_order"),
        ]
