"""The address of the citizen's guide."""

from django.urls import path

from motcua.web.portal.how_to import views

urlpatterns = [path("huong-dan/", views.how_to, name="how_to")]
