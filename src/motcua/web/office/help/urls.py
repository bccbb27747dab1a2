"""The address of help."""

from django.urls import path

from motcua.web.office.help import views

urlpatterns = [path("help/", views.helping, name="help")]
