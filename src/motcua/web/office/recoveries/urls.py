"""Addresses of lost second factors."""

from django.urls import path

from motcua.web.office.recoveries import views

urlpatterns = [
    path("recoveries/", views.recoveries, name="recoveries"),
    path("recoveries/<uuid:recovery_id>/confirmations/", views.confirmation, name="recovery_confirmation"),
    path("recoveries/<uuid:recovery_id>/refusals/", views.refusal, name="recovery_refusal"),
]
