"""Addresses of the contacts an agency keeps."""

from django.urls import path

from motcua.web.office.contacts import acts, sheets, views

urlpatterns = [
    path("", views.contacts, name="contacts"),
    path("province/", views.province, name="contacts_province"),
    path("template.xlsx", sheets.template_file, name="contact_template"),
    path("sheets/", sheets.sheet, name="contact_sheet"),
    path("sheets/loads/", sheets.load, name="contact_load"),
    path("officers/<uuid:account_id>/", acts.work_contact, name="work_contact"),
    path("<str:place_id>/", acts.telling, name="contact"),
    path("<str:place_id>/confirmations/", acts.confirmation, name="contact_confirmation"),
    path("<str:place_id>/closures/", acts.closure, name="contact_closure"),
    path("<str:place_id>/closures/<uuid:closure_id>/end/", acts.reopening, name="contact_closure_end"),
]
