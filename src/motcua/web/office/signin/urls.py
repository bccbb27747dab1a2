"""Addresses of signing in."""

from django.urls import path

from motcua.web.office.signin import views

urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("unit/", views.choose_unit, name="unit"),
]
