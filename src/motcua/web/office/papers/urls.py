"""Addresses of hand-overs."""

from django.urls import path

from motcua.web.office.papers import acts, views

urlpatterns = [
    path("", views.handing, name="handing"),
    path("lists/", acts.new_list, name="handing_new"),
    path("lists/<uuid:handover_id>/", views.handing_list, name="handing_list"),
    path("lists/<uuid:handover_id>/sheet/", views.sheet, name="handing_sheet"),
    path("lists/<uuid:handover_id>/answers/", acts.answers, name="handing_answers"),
]
