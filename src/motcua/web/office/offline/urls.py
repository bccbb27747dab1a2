"""Addresses of days without a line."""

from django.urls import path

from motcua.web.office.offline import acts, printing, province, pulse, views

urlpatterns = [
    path("", views.offline, name="offline"),
    path("province/", province.province, name="outages_province"),
    path("province.xlsx", province.sheet, name="outages_sheet"),
    path("pulse/", pulse.pulse, name="pulse"),
    path("outages/", acts.outage, name="outage"),
    path("outages/<uuid:outage_id>/endings/", acts.outage_ending, name="outage_ending"),
    path("books/", acts.book, name="new_book"),
    path("books/<uuid:book_id>/", views.book, name="book"),
    path("books/<uuid:book_id>/sheets/", printing.sheets, name="book_sheets"),
    path("leaves/<uuid:leaf_id>/", views.leaf, name="leaf"),
    path("leaves/<uuid:leaf_id>/losses/", acts.loss, name="leaf_loss"),
    path("leaves/<uuid:leaf_id>/finds/", acts.find, name="leaf_find"),
]
