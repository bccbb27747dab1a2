"""Address of the results that wait."""

from django.urls import path

from motcua.web.office.uncollected import views

urlpatterns = [path("", views.page, name="uncollected")]
