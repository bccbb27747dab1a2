"""Addresses of the desk."""

from django.urls import path

from motcua.web.office.desk import together, views

urlpatterns = [
    path("", views.desk, name="desk"),
    path("together/", together.together, name="together"),
    path("other-papers/", views.other_papers, name="other_papers"),
    path("search/", views.search, name="search"),
]
