"""Django's settings: operating choices only. What a decree can change is a dated row, never a setting."""

import os
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

from motcua.bootstrap import database, home
from motcua.kernel.seal import KeyRing
from motcua.web.shared import guides, security

SOURCE = Path(__file__).resolve().parents[1]
HOME = home.locate()
ENVIRONMENT = os.environ.get("MOTCUA_ENV", "development")
PRODUCTION = ENVIRONMENT == "production"
DEBUG = not PRODUCTION and os.environ.get("MOTCUA_DEBUG", "0") == "1"
SECRET_KEY = HOME.secrets.secret_key
KEY_RING = KeyRing(keys=HOME.secrets.keys, primary=HOME.secrets.primary, index_key=HOME.secrets.index_key)
# A training ground: every page and paper says so, and nothing leaves it, whatever else the environment names.
TRAINING = not PRODUCTION and os.environ.get("MOTCUA_TRAINING", "") == "1"

ALLOWED_HOSTS = os.environ.get("MOTCUA_HOSTS", "*" if not PRODUCTION else "").split(",")

# Networks of our own proxies, whose word about the asker's address counts, and of the agencies' offices.
PROXIES = os.environ.get("MOTCUA_PROXIES", "127.0.0.0/8,::1").split(",")
OFFICE_NETWORKS = [one for one in os.environ.get("MOTCUA_OFFICE_NETWORKS", "").split(",") if one]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "procrastinate.contrib.django",
    "csp",
    "motcua.ledger",
    "motcua.papers",
    "motcua.messages",
    "motcua.directory",
    "motcua.accounts",
    "motcua.catalogue",
    "motcua.dossiers",
    "motcua.custody",
    "motcua.counter",
    "motcua.feedback",
    "motcua.oversight",
    "motcua.training",
    "motcua.web.shared",
    "motcua.web.portal",
    "motcua.web.office",
    "motcua.web.partners",
]

MIDDLEWARE = [
    "motcua.web.shared.proxies.ProxyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "motcua.web.shared.security.HeadersMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "motcua.web.shared.compression.CompressionMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "motcua.web.shared.plain_text.PlainTextMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "motcua.web.shared.viewer.ViewerMiddleware",
]

ROOT_URLCONF = "motcua.config.urls"
WSGI_APPLICATION = "motcua.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": sorted(str(folder) for folder in (SOURCE / "web").glob("**/templates")),
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "motcua.web.shared.environment.environment",
            "context_processors": ["motcua.web.shared.context.page"],
        },
    },
]


def _connection(url: str) -> dict[str, object]:
    parts = conninfo_to_dict(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname"),
        "USER": parts.pop("user"),
        "PASSWORD": parts.pop("password"),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": True,
        "OPTIONS": {
            "application_name": "motcua",
            "server_side_binding": True,  # without it nothing is ever prepared: half of the server's work is planning
            "prepare_threshold": 2,
            **parts,
        },
    }


ADDRESSES = database.addresses(HOME)
DATABASES = {
    "default": _connection(ADDRESSES.owner if os.environ.get("MOTCUA_DB_ROLE") == "owner" else ADDRESSES.app)
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["motcua.accounts.backends.PasswordBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# Whether officers must have a second factor, or may; production refuses to start where they only may.
SECOND_FACTOR = os.environ.get("MOTCUA_SECOND_FACTOR", "required" if PRODUCTION else "offered")
LOGIN_URL = "/office/sign-in/"

MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
SESSION_ENGINE = "motcua.web.shared.sessions"
HOST_ONLY = (
    "__Host-" if PRODUCTION else ""
)  # a browser takes such a cookie over TLS, for this host alone, or not at all
# Browsers send cookies to every port of a host: a training ground beside the real installation has names of its own.
SESSION_COOKIE_NAME = f"{HOST_ONLY}motcua{'-training' if TRAINING else ''}"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = PRODUCTION
CSRF_COOKIE_NAME = f"{HOST_ONLY}csrftoken{'-training' if TRAINING else ''}"
CSRF_COOKIE_SECURE = PRODUCTION
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "motcua.web.shared.errors.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if PRODUCTION else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = security.CONTENT_SECURITY_POLICY

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [str(SOURCE / "locale")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

STATIC_URL = "/static/"
STATICFILES_DIRS = [(guides.PREFIX, str(guides.folder() / "pictures"))]
STATIC_ROOT = str(HOME.var / "static")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if (HOME.var / "static" / "staticfiles.json").exists()
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_MAX_AGE = 365 * 24 * 3600

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILES_ROOT = HOME.var / "files"
SCANS_ROOT = os.environ.get("MOTCUA_SCANS", "")
ANCHORS_ROOT = HOME.var / "anchors"
SIMULATORS_ROOT = HOME.var / "simulators"

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = ""
PROCRASTINATE_ON_APP_READY = "motcua.config.jobs.register"
WIRING = "motcua.config.wiring"

GATEWAYS = {
    "clock": os.environ.get("MOTCUA_CLOCK", "live"),
    **{
        service: "simulator" if TRAINING else os.environ.get(f"MOTCUA_{service.upper()}", "simulator")
        for service in ("sms", "mail", "telephony", "signing")
    },
}
CALLBACK_FILE = os.environ.get("MOTCUA_CALLBACK_FILE", "")
TELEPHONY_NOTEBOOK = HOME.var / "telephony.json"
PKCS11_MODULE = os.environ.get("MOTCUA_PKCS11_MODULE", "")
PKCS11_TOKEN = os.environ.get("MOTCUA_PKCS11_TOKEN", "")
PKCS11_PIN = os.environ.get("MOTCUA_PKCS11_PIN", "")
SIGNING_URL = os.environ.get("MOTCUA_SIGNING_URL", "")
SIGNING_TOKEN = os.environ.get("MOTCUA_SIGNING_TOKEN", "")
SIGNING_PIN = os.environ.get("MOTCUA_SIGNING_PIN", "")
SIGNING_ROOTS = os.environ.get("MOTCUA_SIGNING_ROOTS", "")
TSA_URL = os.environ.get("MOTCUA_TSA_URL", "")
SMTP_URL = os.environ.get("MOTCUA_SMTP_URL", "")
MAIL_SENDER = os.environ.get("MOTCUA_MAIL_SENDER", "Cổng Dịch vụ công tỉnh Nghệ An <khong-tra-loi@localhost>")
PORTAL_PHONE = os.environ.get("MOTCUA_PORTAL_PHONE", "18001096")
PUBLIC_ADDRESS = os.environ.get("MOTCUA_PUBLIC_ADDRESS", "http://127.0.0.1:8000")

# The demonstration province keeps its own doors open after 30 June 2025, under a banner that names the law.
DEMONSTRATION = not PRODUCTION and os.environ.get("MOTCUA_DEMONSTRATION", "1") == "1"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
