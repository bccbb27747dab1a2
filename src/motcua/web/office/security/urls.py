"""Addresses of what guards one's own account."""

from django.urls import path

from motcua.web.office.security import adding, views

urlpatterns = [
    path("security/", views.security, name="security"),
    path("security/authenticators/", adding.authenticator, name="authenticator"),
    path("security/passkeys/", adding.passkey, name="passkey"),
    path("security/recovery-codes/", views.codes, name="recovery_codes"),
    path("security/factors/<uuid:factor_id>/removal/", views.removal, name="factor_removal"),
    path("sessions/", views.signed_in, name="sessions"),
    path("sessions/endings/", views.endings, name="session_endings"),
    path("sessions/<uuid:sign_in_id>/ending/", views.ending, name="session_ending"),
]
