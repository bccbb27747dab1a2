"""Addresses of the lists of apologies."""

from django.urls import path

from motcua.web.office.apologies import findings, views

urlpatterns = [
    path("", views.page, name="apologies"),
    path("findings/", findings.page, name="apology_findings"),
    path("findings/dossiers/", findings.dossiers, name="apology_dossiers"),
    path("findings/apologies.xlsx", findings.sheet, name="apology_sheet"),
]
