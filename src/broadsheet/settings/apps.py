"""What Broadsheet is made of: apps, middleware and template set-up."""

from __future__ import annotations

from typing import Any

OURS = [
    "broadsheet.desk",
    "broadsheet.operations",
    "broadsheet.demo",
    "broadsheet.newsletters",
    "broadsheet.imports",
    "broadsheet.mirror",
    "broadsheet.narration",
    "broadsheet.wire",
    "broadsheet.syndication",
    "broadsheet.news",
    "broadsheet.media",
    "broadsheet.pages",
    "broadsheet.edge",
    "broadsheet.delivery",
]

WAGTAIL = [
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
]

DJANGO = [
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
]

INSTALLED_APPS = [*OURS, *WAGTAIL, *DJANGO]

MIDDLEWARE = [
    "broadsheet.edge.middleware.SecurityHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "broadsheet.operations.middleware.StaticFilesMiddleware",
    "broadsheet.pages.middleware.PrivateForStaffMiddleware",
    # Pages leave compressed also where no server stands in front; static files are compressed on disk.
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "broadsheet.imports.middleware.ShortAddressMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "broadsheet.pages.context_processors.newsroom",
                "broadsheet.news.context_processors.navigation",
            ],
        },
    }
]
