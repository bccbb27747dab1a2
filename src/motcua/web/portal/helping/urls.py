"""Addresses of help on record. `/th/<link>` stands in messages and never changes."""

from django.urls import path

from motcua.web.portal.helping import asking, consent, ending

urlpatterns = [
    path("nop-giup/thu-tuc/<str:code>/", asking.ask_other, name="help_other"),
    path("nop-giup/<uuid:consent_id>/", consent.consent, name="consent"),
    path("nop-giup/<uuid:consent_id>/giay/", consent.paper, name="consent_paper"),
    path("nop-giup/<uuid:consent_id>/ma/", consent.again, name="consent_code"),
    path("nop-giup/<uuid:consent_id>/bat-dau/", consent.begin, name="consent_begin"),
    path("ho-so/nop-giup/", ending.helping, name="helping"),
    path("ho-so/nop-giup/<uuid:consent_id>/thu-hoi/", ending.end, name="helping_end"),
    path("h/<str:code>/thu-hoi-nop-giup/", ending.end_of_dossier, name="help_end"),
    path("th/<str:link>", ending.by_link, name="consent_end"),
]
