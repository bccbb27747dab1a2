"""Addresses for machines: none yet."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
