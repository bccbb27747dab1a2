"""Addresses of the directory. They are printed and pasted into other pages: none of them ever changes."""

from django.urls import path

from motcua.web.portal.contacts import views, widget

urlpatterns = [
    path("contacts/", views.contacts, name="contacts"),
    path("contacts/<str:place_id>/", views.place, name="place"),
    path("contacts/<str:place_id>/poster/", views.poster, name="poster"),
    path("w/<str:place_id>", widget.widget, name="widget"),
]
