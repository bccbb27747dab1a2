"""Addresses of the first page and of the ways to find a procedure."""

from django.urls import path

from motcua.web.portal.home import browsing, helping, searching

urlpatterns = [
    path("", browsing.home, name="home"),
    path("tim-kiem/", searching.results, name="search"),
    path("tim-kiem/goi-y/", searching.suggestions, name="suggest"),
    path("cuoc-song/<slug:slug>/", browsing.life_event, name="life_event"),
    path("linh-vuc/", browsing.fields, name="fields"),
    path("linh-vuc/<slug:slug>/", browsing.field, name="field"),
    path("ho-tro/", helping.help_page, name="help"),
]
