"""Addresses of questions from other agencies."""

from django.urls import path

from motcua.web.office.opinions import acts, views

urlpatterns = [
    path("", views.opinions, name="opinions"),
    path("<uuid:opinion_id>/", views.opinion, name="opinion"),
    path("<uuid:opinion_id>/files/<uuid:document_id>/", views.document, name="opinion_file"),
    path("<uuid:opinion_id>/answers/", acts.answer, name="opinion_answer"),
]
