"""Addresses of readiness and support."""

from django.urls import path

from motcua.web.office.readiness import devices, support, views

urlpatterns = [
    path("readiness/", views.readiness, name="readiness"),
    path("readiness/province/", views.province, name="readiness_province"),
    path("readiness/sheet/", devices.sheet, name="test_sheet"),
    path("readiness/tests/", devices.test, name="device_test"),
    path("support/", support.tickets, name="support"),
    path("support/<uuid:ticket_id>/", support.ticket, name="ticket"),
    path("support/<uuid:ticket_id>/closure/", support.closure, name="ticket_closure"),
]
