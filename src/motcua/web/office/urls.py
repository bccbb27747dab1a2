"""Addresses of the office."""

from django.urls import include, path

app_name = "office"
urlpatterns = [
    path("", include("motcua.web.office.signin.urls")),
    path("", include("motcua.web.office.help.urls")),
    path("", include("motcua.web.office.desk.urls")),
    path("", include("motcua.web.office.security.urls")),
    path("", include("motcua.web.office.recoveries.urls")),
    path("assist/", include("motcua.web.office.assist.urls")),
    path("offline/", include("motcua.web.office.offline.urls")),
    path("evening/", include("motcua.web.office.evening.urls")),
    path("uncollected/", include("motcua.web.office.uncollected.urls")),
    path("papers/", include("motcua.web.office.papers.urls")),
    path("scans/", include("motcua.web.office.scans.urls")),
    path("slips/", include("motcua.web.office.slips.urls")),
    path("counter/", include("motcua.web.office.counter.urls")),
    path("", include("motcua.web.office.readiness.urls")),
    path("requests/", include("motcua.web.office.requests.urls")),
    path("apologies/", include("motcua.web.office.apologies.urls")),
    path("opinions/", include("motcua.web.office.opinions.urls")),
    path("register/", include("motcua.web.office.register.urls")),
    path("contacts/", include("motcua.web.office.contacts.urls")),
    path("trusted/", include("motcua.web.office.trusted.urls")),
    path("training/", include("motcua.web.office.training.urls")),
    path("staff/", include("motcua.web.office.staff.urls")),
    path("dossiers/<uuid:dossier_id>/", include("motcua.web.office.dossier.urls")),
]
