"""Addresses of requests for help."""

from django.urls import path

from motcua.web.office.requests import acts, views

urlpatterns = [
    path("", views.requests, name="requests"),
    path("figures/", views.figures, name="request_figures"),
    path("<uuid:request_id>/", views.request_page, name="request"),
    path("<uuid:request_id>/holdings/", acts.holding, name="request_holding"),
    path("<uuid:request_id>/tries/", acts.tried, name="request_try"),
    path("<uuid:request_id>/answers/", acts.answer, name="request_answer"),
    path("<uuid:request_id>/closures/", acts.closure, name="request_closure"),
]
