"""Addresses of the exercises; on an installation that is no training ground they answer as if they were not there."""

from django.urls import path

from motcua.web.office.training import views

urlpatterns = [
    path("", views.exercises, name="training"),
    path("progress/", views.progress, name="training_progress"),
    path("<slug:slug>/", views.exercise, name="exercise"),
    path("<slug:slug>/beginnings/", views.beginning, name="exercise_beginning"),
    path("<slug:slug>/looks/", views.looking, name="exercise_look"),
]
