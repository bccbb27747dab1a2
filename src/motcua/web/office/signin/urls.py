"""Addresses of signing in."""

from django.urls import path

from motcua.web.office.signin import password, views

urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("password/", password.password, name="password"),
    path("unit/", views.choose_unit, name="unit"),
]
