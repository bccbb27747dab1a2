"""Addresses of the register."""

from django.urls import path

from motcua.web.office.register import views

urlpatterns = [
    path("", views.page, name="register"),
    path("register.xlsx", views.sheet, name="register_sheet"),
    path("register.pdf", views.printed, name="register_print"),
]
