"""Addresses of the pages for people."""

from django.urls import include, path

app_name = "portal"
urlpatterns = [
    path("", include("motcua.web.portal.home.urls")),
    path("", include("motcua.web.portal.helpdesk.urls")),
    path("", include("motcua.web.portal.how_to.urls")),
    path("", include("motcua.web.portal.procedures.urls")),
    path("", include("motcua.web.portal.helping.urls")),
    path("nop/", include("motcua.web.portal.filing.urls")),
    path("", include("motcua.web.portal.tracking.urls")),
    path("", include("motcua.web.portal.verifying.urls")),
    path("", include("motcua.web.portal.contacts.urls")),
    path("", include("motcua.web.portal.mine.urls")),
    path("", include("motcua.web.portal.signin.urls")),
]
