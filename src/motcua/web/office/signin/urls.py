"""Addresses of signing in."""

from django.urls import path

from motcua.web.office.signin import password, second_factor, views

urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("second-factor/", second_factor.second_factor, name="second_factor"),
    path("second-factor/enrolment/", second_factor.enrolment, name="enrolment"),
    path("second-factor/lost/", second_factor.lost, name="lost_device"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("password/", password.password, name="password"),
    path("unit/", views.choose_unit, name="unit"),
]
