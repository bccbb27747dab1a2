"""Receiving places ("một cửa"): where people bring dossiers and fetch results, and for which agencies."""

from django.db import models
from django.db.models import Q

from motcua.directory.models.dated import Dated, in_order, one_at_a_time


class ReceivingPlace(Dated):
    """A one-stop department or a service centre. An unknown address or phone is empty, never guessed."""

    place_id = models.TextField()
    name = models.TextField()
    name_en = models.TextField()
    kind = models.TextField()
    host_id = models.TextField(help_text="the agency that runs it")
    unit_code = models.TextField(help_text="the unit where it stands")
    address = models.TextField(blank=True)
    phone = models.TextField(blank=True)
    email = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place_id", "valid_from"], name="receivingplace_once"),
            one_at_a_time("place_id", name="receivingplace_one_at_a_time"),
            in_order(name="receivingplace_days_in_order"),
            models.CheckConstraint(
                condition=Q(kind__in=["provincial_centre", "one_stop", "commune_centre"]),
                name="receivingplace_kind_known",
            ),
        ]


class PlaceAgency(Dated):
    """At this place dossiers of this agency are received."""

    place_id = models.TextField()
    agency_id = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place_id", "agency_id", "valid_from"], name="placeagency_once"),
            one_at_a_time("place_id", "agency_id", name="placeagency_one_at_a_time"),
            in_order(name="placeagency_days_in_order"),
        ]
