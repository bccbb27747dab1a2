"""Addresses of signing in and out."""

from django.urls import path

from motcua.web.portal.signin import views

urlpatterns = [
    path("dang-nhap/", views.contact, name="sign_in"),
    path("dang-nhap/ma/", views.code, name="sign_in_code"),
    path("dang-xuat/", views.sign_out, name="sign_out"),
]
