"""Addresses of procedures."""

from django.urls import path

from motcua.web.portal.procedures import views

urlpatterns = [
    path("thu-tuc/<str:code>/", views.procedure_page, name="procedure"),
    path("thu-tuc/<str:code>/huong-dan/", views.guide, name="guide"),
]
