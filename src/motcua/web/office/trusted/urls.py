"""Addresses of the agreements on shared phones."""

from django.urls import path

from motcua.web.office.trusted import views

urlpatterns = [
    path("", views.trusted, name="trusted"),
    path("agreements/", views.agreement, name="trusted_new"),
    path("<uuid:trusted_id>/endings/", views.ending, name="trusted_ending"),
]
