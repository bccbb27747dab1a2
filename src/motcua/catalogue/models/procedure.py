"""Fields, procedures, and the dated versions in which a procedure's facts hold."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from motcua.catalogue.models.form import Form
from motcua.directory.models.dated import Dated, Sourced, in_order, one_at_a_time


class Field(models.Model):
    """A field of administration ("lĩnh vực"), by the name the national catalogue gives it."""

    slug = models.TextField(primary_key=True)
    name = models.TextField(unique=True)
    sort_key = models.TextField(db_collation="C")


class Procedure(Sourced):
    """A procedure for as long as its national code lives; what it demands stands in its versions."""

    code = models.TextField(primary_key=True)
    name = models.TextField(help_text="the latest official name")
    sector = models.TextField(
        blank=True, help_text="police, tax, …: a vertical body handles it; empty: agencies of the province"
    )
    issuer = models.TextField(blank=True)
    url = models.TextField(blank=True, help_text="its page on the National Portal")
    is_local = models.BooleanField(help_text="issued by the province itself")
    sort_key = models.TextField(db_collation="C")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^[1-9]\.[0-9]{6}$"), name="procedure_code_well_formed"
            ),
        ]


class ProcedureVersion(Dated):
    """The facts of a procedure between two days. Once a draft or dossier uses it, its facts stay.

    An unknown fact is empty, never guessed. `basis` says how sure the days are: `assumed` for the facts of
    2026 held valid from 1 July 2025, `own_knowledge` for those of 2021, `announced` with a decision.
    """

    procedure = models.ForeignKey(Procedure, on_delete=models.PROTECT, related_name="versions")
    name = models.TextField(help_text="the official name in these days")
    title = models.TextField(help_text="the name as shown: without 'Thủ tục', in sentence case")
    field = models.ForeignKey(Field, on_delete=models.PROTECT, related_name="versions")
    form = models.ForeignKey(Form, on_delete=models.PROTECT, null=True, related_name="versions")
    levels = ArrayField(models.TextField(), help_text="province, district, commune, ministry, other")
    levels_basis = models.TextField(blank=True)
    executing_agency = models.TextField(blank=True, help_text="as the source words it")
    agency_id = models.TextField(blank=True, help_text="the department in charge, at province level")
    result = models.TextField(blank=True)
    result_code = models.TextField(blank=True)
    applicants = ArrayField(models.TextField(), default=list)
    legal_basis = ArrayField(models.TextField(), default=list)
    decision = models.TextField(blank=True)
    basis = models.TextField()
    digest = models.TextField(help_text="of all facts of the version with its parts")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["procedure", "valid_from"], name="version_once"),
            one_at_a_time("procedure", name="version_one_at_a_time"),
            in_order(name="version_days_in_order"),
            models.CheckConstraint(
                condition=Q(basis__in=["assumed", "own_knowledge", "announced"]), name="version_basis_known"
            ),
        ]
