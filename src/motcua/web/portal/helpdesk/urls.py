"""Addresses of help."""

from django.urls import path

from motcua.web.portal.helpdesk import calling, questions

urlpatterns = [
    path("ho-tro/goi-lai/", calling.call_back, name="call_back"),
    path("ho-tro/goi-lai/<uuid:request_id>/", calling.standing, name="call_back_standing"),
    path("nop/ban-nhap/<uuid:draft_id>/hoi/", questions.ask, name="ask"),
    path("nop/ban-nhap/<uuid:draft_id>/hoi/<uuid:request_id>/an/", questions.hide, name="ask_hide"),
]
