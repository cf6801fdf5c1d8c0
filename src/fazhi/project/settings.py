"""The one settings file. Every value that a site may change is read by `environment`, which refuses what it does not know."""

from pathlib import Path
from typing import Any

import django_stubs_ext
from csp.constants import NONE, SELF

from fazhi.project.environment import choice, flag, folder, fonts, made, path, text, whole

django_stubs_ext.monkeypatch()  # so that generic classes such as Field[Any, Any] can be written as the checker reads them

ROOT = Path(__file__).resolve().parents[3]
VAR = folder("FAZHI_VAR", ROOT / "var")

DEBUG = flag("FAZHI_DEBUG", False)
SECRET_KEY = text("FAZHI_SECRET_KEY", "demonstration-only-set-FAZHI_SECRET_KEY-on-a-real-site")
ALLOWED_HOSTS = text("FAZHI_HOSTS", "127.0.0.1,localhost,testserver").split(",")

# the city that this installation serves; every row carries it
CITY = text("FAZHI_CITY", "C321100")
CITY_NAME = text("FAZHI_CITY_NAME", "镇江市")
# where the public pages of this installation are, for links in papers that leave it
PUBLIC_URL = text("FAZHI_PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")
# the typefaces of GB/T 9704, which a city has licensed and this software may not ship
FONTS = fonts("FAZHI_FONTS")
# the hash of the journal: SM3 where the law asks for it; it cannot change once the log has begun
JOURNAL_HASH = choice("FAZHI_HASH", "sha256", ("sha256", "sm3"))

ROOMS = [
    "fazhi.journal",
    "fazhi.people",
    "fazhi.registers",
    "fazhi.jobs",
    "fazhi.casework",
    "fazhi.ledgers",
    "fazhi.figures",
    "fazhi.report",
    "fazhi.look",
    "fazhi.desk",
    "fazhi.board",
    "fazhi.portal",
    "fazhi.feeds",
]
DOMAINS = [
    "fazhi.domains.annex_review",
    "fazhi.domains.counsel",
    "fazhi.domains.decisions",
    "fazhi.domains.enforcement",
    "fazhi.domains.enterprise",
    "fazhi.domains.evaluation",
    "fazhi.domains.foreign",
    "fazhi.domains.hotline",
    "fazhi.domains.inspection",
    "fazhi.domains.leadership",
    "fazhi.domains.legislation",
    "fazhi.domains.mediation",
    "fazhi.domains.normative",
    "fazhi.domains.powers",
    "fazhi.domains.public_data",
    "fazhi.domains.publicity",
    "fazhi.domains.reconsideration",
    "fazhi.domains.safety",
    "fazhi.domains.services",
    "fazhi.domains.tasks",
    "fazhi.domains.workforce",
]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "axes",
    *ROOMS,
    *DOMAINS,
    "fazhi.city.zhenjiang",
    "fazhi.project",
]

MIDDLEWARE = [
    "fazhi.feeds.gate.Gate",  # first: a call of the API passes by everything below
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "fazhi.desk.people.password.FirstPassword",
    "django_htmx.middleware.HtmxMiddleware",
    "fazhi.look.refusals.Refusals",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "fazhi.project.urls"
WSGI_APPLICATION = "fazhi.project.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "fazhi.look.context.page",
            ]
        },
    }
]

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/login/"
LOGIN_REDIRECT_URL = "/desk/"
LOGOUT_URL = "/logout/"
PASSWORD_URL = "/password/"
LOGOUT_REDIRECT_URL = "/"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 1  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "fazhi.desk.entrance.locked_out"

# SQLite: IMMEDIATE, because a deferred read-then-write fails at once under concurrency; WAL so that readers never wait.
SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": path("FAZHI_SQLITE", VAR / "fazhi.sqlite3"),
    "CONN_MAX_AGE": None,
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA cache_size=-65536;"
            "PRAGMA mmap_size=268435456;PRAGMA temp_store=MEMORY;PRAGMA journal_size_limit=67108864;"
        ),
    },
}
POSTGRES = {
    "ENGINE": "django.db.backends.postgresql",
    "NAME": text("FAZHI_PG_NAME", "fazhi"),
    "USER": text("FAZHI_PG_USER", "fazhi"),
    "PASSWORD": text("FAZHI_PG_PASSWORD", ""),
    "HOST": text("FAZHI_PG_HOST", "127.0.0.1"),
    "PORT": whole("FAZHI_PG_PORT", 5432),
    "CONN_MAX_AGE": None,
    "CONN_HEALTH_CHECKS": True,
}
DATABASES: dict[str, dict[str, Any]] = {
    "default": SQLITE if choice("FAZHI_DATABASE", "sqlite", ("sqlite", "postgres")) == "sqlite" else POSTGRES
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = made(VAR / "static", "FAZHI_VAR")  # an empty one is lawful: files are then served from where they lie
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "font-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = flag("FAZHI_HTTPS", False)
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

# a fault is told on the console, whoever runs the site; a page that was not found is no fault
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django.request": {"level": "ERROR"}},
}
