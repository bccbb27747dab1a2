"""The addresses of one's own dossiers and of how notices come."""

from django.urls import path

from motcua.web.portal.mine import notices, sessions, store, views

urlpatterns = [
    path("ho-so/", views.mine, name="mine"),
    path("ho-so/phien/", sessions.signed_in, name="sessions"),
    path("ho-so/phien/ket-thuc/", sessions.endings, name="session_endings"),
    path("ho-so/phien/<uuid:sign_in_id>/ket-thuc/", sessions.ending, name="session_ending"),
    path("ho-so/kho/", store.store, name="store"),
    path("ho-so/thong-bao/", notices.notices, name="notices"),
]
