"""Addresses of the simulators' page."""

from django.urls import path

from motcua.web.partners.simulators import views

urlpatterns = [
    path("messages", views.messages, name="simulated-messages"),
    path("calls", views.calls, name="simulated-calls"),
]
