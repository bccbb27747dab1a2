"""Addresses of the officers of an agency."""

from django.urls import path

from motcua.web.office.staff import acts, views

urlpatterns = [
    path("", views.staff, name="staff"),
    path("officers/", acts.newcomer, name="newcomer"),
    path("<uuid:account_id>/", views.officer, name="officer"),
    path("<uuid:account_id>/roles/", acts.role, name="role"),
    path("<uuid:account_id>/roles/<int:role_id>/endings/", acts.ending, name="role_ending"),
    path("<uuid:account_id>/passwords/", acts.password, name="one_time_password"),
]
