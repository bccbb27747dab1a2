"""Addresses for machines, and for those who try the product with simulators."""

from django.urls import include, path

urlpatterns = [path("_simulators/", include("motcua.web.partners.simulators.urls"))]
