"""Agencies over time, their identifiers, and who carries on their duties."""

from django.db import models
from django.db.models import Q

from motcua.directory.models.dated import Dated, Sourced, in_order, one_at_a_time


class Agency(Dated):
    """One agency while its name, its parent and its place stay the same; its id stays for all its life."""

    agency_id = models.TextField()
    name = models.TextField()
    name_en = models.TextField()
    kind = models.TextField()
    level = models.TextField()
    unit_code = models.TextField(help_text="the unit it governs or sits in")
    parent_id = models.TextField(blank=True)
    note = models.TextField(blank=True)
    sort_key = models.TextField(db_collation="C")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency_id", "valid_from"], name="agency_once"),
            one_at_a_time("agency_id", name="agency_one_at_a_time"),
            in_order(name="agency_days_in_order"),
            models.CheckConstraint(
                condition=Q(level__in=["province", "district", "commune"]), name="agency_level_known"
            ),
        ]


class AgencyCode(Dated):
    """The identifier of an agency (Decision 20/2020/QĐ-TTg), or the temporary one ("mã tạm") in its place.

    An official identifier goes before a temporary one from its first day; codes already issued stay.
    """

    agency_id = models.TextField()
    code = models.TextField()
    alias = models.TextField(blank=True, help_text="as printed in the older style, 000.00.00.H41")
    is_temporary = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency_id", "is_temporary", "valid_from"], name="agencycode_once"
            ),
            one_at_a_time("code", name="agencycode_names_one_agency"),
            one_at_a_time("agency_id", "is_temporary", name="agencycode_one_at_a_time"),
            in_order(name="agencycode_days_in_order"),
            models.CheckConstraint(
                condition=Q(is_temporary=Q(code__regex=r"^[A-Z][0-9]{2}\.Z[0-9A-Z]{2}$")),
                name="agencycode_temporary_looks_so",
            ),
        ]


class Succession(Sourced):
    """From `on`, the successor carries on the predecessor's duties: all of them, or those `scope` names."""

    predecessor_id = models.TextField()
    successor_id = models.TextField()
    on = models.DateField()
    kind = models.TextField(help_text="merged: into one; divided: among several; part: some duties only")
    scope = models.TextField(blank=True)
    law = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["predecessor_id", "successor_id", "on"], name="succession_once"),
            models.CheckConstraint(
                condition=~Q(predecessor_id=models.F("successor_id")), name="succession_not_to_itself"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["merged", "divided", "part"]), name="succession_kind_known"
            ),
        ]
