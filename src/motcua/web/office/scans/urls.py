"""Addresses of scanned paper."""

from django.urls import path

from motcua.web.office.scans import acts, views

urlpatterns = [
    path("", views.scans, name="scans"),
    path("stacks/", acts.stack, name="scan_stack"),
    path("<uuid:part_id>/", views.part, name="scan_part"),
    path("<uuid:part_id>/file/", views.pages, name="scan_pages"),
    path("<uuid:part_id>/bindings/", acts.binding, name="scan_binding"),
    path("<uuid:part_id>/removals/", acts.removal, name="scan_removal"),
]
