"""Addresses of printed slips."""

from django.urls import path

from motcua.web.office.slips import acts, placing, views

urlpatterns = [
    path("", views.slips, name="slips"),
    path("sheets/", views.sheets, name="slip_sheets"),
    path("handovers/", acts.handover, name="slip_handover"),
    path("<uuid:slip_id>/corrections/", acts.correction, name="slip_correction"),
    path("<uuid:slip_id>/hamlets/", placing.hamlet, name="slip_hamlet"),
]
