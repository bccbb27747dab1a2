"""Addresses of the counter."""

from django.urls import path

from motcua.web.office.counter import printing, views

urlpatterns = [
    path("", views.counter, name="counter"),
    path("visits/", views.visit, name="counter_visit"),
    path("procedures/", views.procedures, name="counter_procedures"),
    path("cards/<str:code>/", printing.card, name="counter_card"),
    path("receipts/<uuid:entry_id>/", printing.receipt, name="counter_receipt"),
]
