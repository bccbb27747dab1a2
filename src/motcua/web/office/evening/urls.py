"""Addresses of the end of the day."""

from django.urls import path

from motcua.web.office.evening import views

urlpatterns = [
    path("", views.evening, name="evening"),
    path("closings/", views.closing, name="evening_closing"),
    path("things/<slug:kind>/", views.things, name="evening_things"),
]
