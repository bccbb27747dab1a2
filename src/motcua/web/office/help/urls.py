"""The addresses of help."""

from django.urls import path

from motcua.web.office.help import views

urlpatterns = [
    path("help/", views.helping, name="help"),
    path("help/<slug:kind>/", views.how_to, name="how_to"),
]
