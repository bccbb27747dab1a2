"""Addresses of the desk."""

from django.urls import path

from motcua.web.office.desk import views

urlpatterns = [
    path("", views.desk, name="desk"),
    path("other-papers/", views.other_papers, name="other_papers"),
    path("search/", views.search, name="search"),
]
