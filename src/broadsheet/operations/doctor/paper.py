"""Whether there is a paper, at the address that the settings name."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.conf import settings
from django.db import DatabaseError
from wagtail.models import Site

from broadsheet.news.models import FrontPage
from broadsheet.operations.doctor.finding import Finding, bad, doubt, good

PORTS = {"http": 80, "https": 443}


def paper() -> Iterator[Finding]:
    """A front page stands at the root of the site, and the site has the paper's address."""
    try:
        site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
        front = site is not None and FrontPage.objects.filter(pk=site.root_page_id).exists()
    except DatabaseError:
        yield bad("Paper", "unknown: the database does not answer", "See “Database” and “Migrations”.")
        return
    if site is None or not front:
        yield bad("Paper", "has not been founded", "Make a newsroom with “broadsheet init DIR”.")
        return
    public = urlsplit(settings.PUBLIC_URL)
    if (site.hostname, site.port) != (public.hostname, public.port or PORTS[public.scheme]):
        words = f"its site says {site.root_url}, BROADSHEET_URL says {settings.PUBLIC_URL}"
        yield doubt("Paper", words, "Let them agree: in the desk under Settings → Sites, or in the setting.")
    else:
        yield good("Paper", site.site_name or site.root_url)
