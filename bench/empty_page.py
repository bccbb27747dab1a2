"""An empty Django page of 15 kB with session and CSRF: what the framework alone costs on this machine."""

import os

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import path

settings.configure(
    SECRET_KEY="bench",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    DATABASES={},
    SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
    ],
    INSTALLED_APPS=["django.contrib.sessions"],
)
os.environ.pop("DJANGO_SETTINGS_MODULE", None)
django.setup()
ROWS = [
    {"code": f"1.{number:06d}", "name": "Đăng ký khai sinh", "day": "23/11/2026"} for number in range(110)
]
PAGE = Engine().from_string(
    "<!doctype html><title>{{ title }}</title><table>{% for row in rows %}<tr><td><a href='/thu-tuc/{{ row.code }}/'>"
    "{{ row.code }}</a></td><td>{{ row.name }}</td><td>{{ row.day|lower }}</td></tr>\n{% endfor %}</table>"
)


def page(_request: HttpRequest) -> HttpResponse:
    """Render it."""
    return HttpResponse(PAGE.render(Context({"title": "Trang trống", "rows": ROWS})))


urlpatterns = [path("", page)]
application = get_wsgi_application()
