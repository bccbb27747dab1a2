"""Addresses of helping somebody to file."""

from django.urls import path

from motcua.web.office.assist import consent, views

urlpatterns = [
    path("", views.assist, name="assist"),
    path("new/<str:code>/", views.ask, name="assist_ask"),
    path("<uuid:consent_id>/", consent.given, name="assist_consent"),
    path("<uuid:consent_id>/sheet/", consent.sheet, name="assist_sheet"),
    path("<uuid:consent_id>/codes/", consent.again, name="assist_code"),
    path("<uuid:consent_id>/drafts/", consent.draft, name="assist_draft"),
    path("<uuid:consent_id>/confirmation/", consent.confirmation, name="assist_confirmation"),
]
