"""Every address of the paper and its desk; the only place where the apps meet."""

from __future__ import annotations

from django.conf import settings
from django.conf.urls.static import static
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as desk_urls
from wagtail.documents import urls as document_urls

from broadsheet.news.views.story import serve

handler500 = "broadsheet.operations.views.broken"

urlpatterns = [
    path("desk/", include(desk_urls)),
    path("api/", include("broadsheet.wire.api.urls")),
    path("documents/", include(document_urls)),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    path("mail/", include("broadsheet.delivery.urls")),
    path("", include("broadsheet.operations.urls")),
    # Before the feeds of sections, which would take its feed for that of one.
    path("", include("broadsheet.wire.urls")),
    path("newsletters/", include("broadsheet.newsletters.urls")),
    path("", include("broadsheet.narration.urls")),
    path("", include("broadsheet.syndication.urls")),
    path("", include("broadsheet.news.urls")),
    # Wagtail's own sign-in for restricted pages lies below `_util/`.
    re_path(r"^((?!_util/)(?:[\w\-]+/)+)$", serve),
    path("", include(wagtail_urls)),
]
