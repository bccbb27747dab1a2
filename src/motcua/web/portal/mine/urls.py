"""The address of one's own dossiers."""

from django.urls import path

from motcua.web.portal.mine import views

urlpatterns = [path("ho-so/", views.mine, name="mine")]
