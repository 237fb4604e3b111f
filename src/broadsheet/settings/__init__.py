"""Broadsheet's Django settings: production by default, everything in one folder, nothing to install.

What an operator may change is read by `environment`; the rest is ours and stands here.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from broadsheet.environment import Environment
from broadsheet.settings.apps import INSTALLED_APPS, MIDDLEWARE, TEMPLATES
from broadsheet.settings.database import database
from broadsheet.settings.logs import logs
from broadsheet.settings.mail import mail_address
from broadsheet.settings.newsroom import *  # noqa: F403
from broadsheet.settings.search import search_backend

__all__ = ["INSTALLED_APPS", "MIDDLEWARE", "TEMPLATES"]

_env = Environment()
_public = urlsplit(_env.get("BROADSHEET_URL"))

HOME = _env.home
DEBUG = _env.get("BROADSHEET_DEBUG")
SECRET_KEY = _env.get("BROADSHEET_SECRET_KEY")
if not SECRET_KEY:
    raise ImproperlyConfigured(
        f"BROADSHEET_SECRET_KEY is not set: run “broadsheet init DIR”, or set it in {_env.file}."
    )

# Addresses
PUBLIC_URL = f"{_public.scheme}://{_public.netloc}"
# This machine may always ask, so that /healthz answers whoever looks after it.
ALLOWED_HOSTS = [_public.hostname or "", "127.0.0.1", "localhost", *_env.get("BROADSHEET_HOSTS")]
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
ROOT_URLCONF = "broadsheet.urls"
ASGI_APPLICATION = "broadsheet.asgi.application"
APPEND_SLASH = True

# Safety: cookies and redirects follow the scheme that readers use. The headers are all in `edge.security`.
_https = _public.scheme == "https"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = _https
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_REFERRER_POLICY = SECURE_CROSS_ORIGIN_OPENER_POLICY = None
SECURE_CONTENT_TYPE_NOSNIFF = WAGTAILDOCS_BLOCK_EMBEDDED_CONTENT = False
SESSION_COOKIE_SAMESITE = "Lax"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
BEHIND_PROXY = _env.get("BROADSHEET_BEHIND_PROXY")
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Data
DATABASES = {"default": database(_env.get("DATABASE_URL"), HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
REDIS_URL = _env.get("REDIS_URL")
_tasks = "django_tasks_rq.RQBackend" if REDIS_URL else "django_tasks_db.DatabaseBackend"
TASKS = {"default": {"BACKEND": _tasks}}
if REDIS_URL:
    RQ_QUEUES = {"default": {"URL": REDIS_URL}}

# What keeps pages in front of us
CDN = _env.get("BROADSHEET_CDN")

# Files
MEDIA_ROOT = HOME / "media"
MEDIA_URL = "/media/"
STATIC_ROOT = HOME / "static"
STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "broadsheet.pages.staticfiles.PaperStaticFilesStorage"
    },
}

# Language and time
LANGUAGE_CODE = _env.get("BROADSHEET_LANGUAGE")
TIME_ZONE = _env.get("BROADSHEET_TIME_ZONE")
WORDS_PER_MINUTE = _env.get("BROADSHEET_WORDS_PER_MINUTE")
USE_TZ = USE_I18N = True
WAGTAILSEARCH_BACKENDS = {"default": search_backend(LANGUAGE_CODE)}

# Mail
EMAIL_BACKEND = "broadsheet.delivery.backend.QueueBackend"
MAIL_URL = mail_address(_env.get("EMAIL_URL"), HOME)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = _env.get("BROADSHEET_MAIL_FROM")
MAIL_CONNECTIONS = _env.get("BROADSHEET_MAIL_CONNECTIONS")
MAIL_RATE = _env.get("BROADSHEET_MAIL_RATE")
MAIL_DOMAIN_RATES = _env.get("BROADSHEET_MAIL_DOMAIN_RATES")
MAIL_EVENTS_SECRET = _env.get("BROADSHEET_MAIL_EVENTS_SECRET")
BOUNCE_ADDRESS = _env.get("BROADSHEET_BOUNCE_ADDRESS")
BOUNCE_MAILBOX = _env.get("BROADSHEET_BOUNCE_MAILBOX")
DKIM_KEY = _env.get("BROADSHEET_DKIM_KEY")
DKIM_SELECTOR = _env.get("BROADSHEET_DKIM_SELECTOR")
REFUSE_DISPOSABLE = _env.get("BROADSHEET_REFUSE_DISPOSABLE")

# Voices
VOICES = _env.get("BROADSHEET_VOICES")
SPEECH_KEY = _env.get("BROADSHEET_SPEECH_KEY").strip()

# The machine
WEB_PROCESSES = _env.get("BROADSHEET_WEB_PROCESSES")
STREAMS = _env.get("BROADSHEET_STREAMS")
PAGE_STORE = _env.get("BROADSHEET_PAGE_STORE")
LOGGING = logs(_env.get("BROADSHEET_LOG_LEVEL"))
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
WAGTAILADMIN_BASE_URL = PUBLIC_URL
