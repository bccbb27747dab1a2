"""Every address: people at `/` and `/en/`, staff under `/office/`, machines under their own roots."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = [
    *i18n_patterns(
        path("office/", include("motcua.web.office.urls")),
        path("", include("motcua.web.portal.urls")),
        prefix_default_language=False,
    ),
    path("", include("motcua.web.partners.urls")),
]

if settings.DEBUG:
    urlpatterns = [path("_parts/", include("motcua.web.shared.urls")), *urlpatterns]

handler400 = "motcua.web.shared.errors.bad_request"
handler403 = "motcua.web.shared.errors.forbidden"
handler404 = "motcua.web.shared.errors.not_found"
handler500 = "motcua.web.shared.errors.broken"
