"""Portals of vertical bodies: where police, tax, customs and others take their own procedures."""

from django.db import models

from motcua.directory.models.dated import Dated, in_order, one_at_a_time


class VerticalPortal(Dated):
    """The portal of one vertical sector between two days. An unknown phone is empty, never guessed."""

    sector = models.TextField()
    body = models.TextField(help_text="the body in the province")
    body_en = models.TextField()
    name = models.TextField()
    name_en = models.TextField()
    url = models.TextField()
    phone = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sector", "valid_from"], name="verticalportal_once"),
            one_at_a_time("sector", name="verticalportal_one_at_a_time"),
            in_order(name="verticalportal_days_in_order"),
        ]
