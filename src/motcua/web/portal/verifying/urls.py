"""Addresses of verification; `/v/<id>/` is printed on results and never changes."""

from django.urls import path

from motcua.web.portal.verifying import views

urlpatterns = [
    path("v/", views.verify, name="verify"),
    path("v/<uuid:result_id>/", views.result, name="result"),
]
