"""Found a paper: a front page where Wagtail left its welcome page."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Page, Site

from broadsheet.news.models import FrontPage
from broadsheet.pages.models import Newsroom

PORTS = {"http": 80, "https": 443}


@transaction.atomic
def found_paper(*, name: str, url: str = "") -> FrontPage:
    """Make the front page and the site of a new paper called `name`, read at `url` (PUBLIC_URL by default).

    Where there is a front page already, it is returned as it stands.
    """
    existing = FrontPage.objects.first()
    if existing is not None:
        return existing
    root = Page.objects.get(depth=1)
    root.get_children().exact_type(Page).delete()  # Wagtail's welcome page, and with it its site
    root.refresh_from_db()
    front: FrontPage = root.add_child(instance=FrontPage(title=name, slug="front"))
    front.save_revision().publish()
    public = urlsplit(url or settings.PUBLIC_URL)
    site, _ = Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": public.hostname or "localhost",
            "port": public.port or PORTS.get(public.scheme, 80),
            "site_name": name,
            "root_page": front,
        },
    )
    Newsroom.objects.update_or_create(site=site, defaults={"name": name})
    return front
