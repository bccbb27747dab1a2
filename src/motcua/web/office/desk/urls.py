"""Addresses of the desk."""

from django.urls import path

from motcua.web.office.desk import views

urlpatterns = [
    path("", views.desk, name="desk"),
    path("search/", views.search, name="search"),
]
