"""The addresses of one's own dossiers and of how notices come."""

from django.urls import path

from motcua.web.portal.mine import notices, views

urlpatterns = [
    path("ho-so/", views.mine, name="mine"),
    path("ho-so/thong-bao/", notices.notices, name="notices"),
]
