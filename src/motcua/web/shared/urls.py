"""The page of all parts; only in debug."""

from django.urls import path

from motcua.web.shared import parts_page

app_name = "shared"

urlpatterns = [
    path("", parts_page.parts, name="parts"),
    path("<slug:sample>/", parts_page.sample, name="sample"),
]
