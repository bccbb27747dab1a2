"""Administrative units over time: the province, its districts until 30 June 2025, its communes."""

from django.db import models
from django.db.models import Q

from motcua.directory.models.dated import Dated, in_order, one_at_a_time


class Unit(Dated):
    """One unit while its name and its parent stay the same.

    A code may name another unit later (16681 was the ward Quang Trung and is the ward Thành Vinh), so a
    unit is known by its code and a day.
    """

    code = models.TextField()
    level = models.TextField()
    type = models.TextField(help_text="Tỉnh, Thành phố, Thị xã, Huyện, Phường, Thị trấn, Xã")
    name = models.TextField()
    full_name = models.TextField()
    name_en = models.TextField()
    parent_code = models.TextField(blank=True)
    latitude = models.FloatField(null=True, help_text="for display only")
    longitude = models.FloatField(null=True, help_text="for display only")
    area_km2 = models.DecimalField(max_digits=9, decimal_places=2, null=True)
    sort_key = models.TextField(db_collation="C")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="unit_once"),
            one_at_a_time("code", name="unit_one_at_a_time"),
            in_order(name="unit_days_in_order"),
            models.CheckConstraint(
                condition=Q(level__in=["province", "district", "commune"]), name="unit_level_known"
            ),
        ]
