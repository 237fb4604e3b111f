"""Sitemaps (sitemaps.org/protocol.html), Google's news sitemap, and robots.txt."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from broadsheet.edge.recording import note_until
from broadsheet.news.models import Story
from broadsheet.pages.models import Newsroom
from broadsheet.syndication.addresses import address_of, public
from broadsheet.syndication.conditional import answer
from broadsheet.syndication.sitemaps.entries import Entry, parts
from broadsheet.syndication.xml import document

SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS_SCHEMA = "http://www.google.com/schemas/sitemap-news/0.9"
LONGEST = 50_000  # addresses in one file
NEWS_LONGEST = 1_000
NEWS_HOURS = 48
NEWS_LAG = timedelta(minutes=10)
_NUMBER = re.compile("[1-9][0-9]{0,4}")


def index(request: HttpRequest) -> HttpResponseBase:
    """The sitemaps of the paper, one for each kind of address and each 50,000 of them."""
    writer, stream = document()
    writer.startElement("sitemapindex", {"xmlns": SCHEMA})
    for name, kind in parts(_site(request)).items():
        for number in range(1, -(-kind.rows.count() // LONGEST) + 1):
            writer.startElement("sitemap", {})
            writer.text("loc", public(reverse("syndication:sitemap_part", args=[f"{name}-{number}"])))
            writer.endElement("sitemap")
    writer.endElement("sitemapindex")
    return answer(request, stream.getvalue(), content_type="application/xml")


def part(request: HttpRequest, part: str) -> HttpResponseBase:
    """One sitemap: `stories-1`."""
    site = _site(request)
    name, _, number = part.rpartition("-")
    kind = parts(site).get(name)
    if kind is None or not _NUMBER.fullmatch(number):
        raise Http404("There is no such sitemap.")
    entries = [_front(site)] if name == "sections" and number == "1" else []
    entries += kind.entries((int(number) - 1) * LONGEST, int(number) * LONGEST)
    if not entries:
        raise Http404("There is no such sitemap.")
    writer, stream = document()
    writer.startElement("urlset", {"xmlns": SCHEMA})
    for entry in entries:
        writer.startElement("url", {})
        writer.text("loc", entry.address)
        if entry.changed_at:
            writer.text("lastmod", _time(entry.changed_at))
        writer.endElement("url")
    writer.endElement("urlset")
    return answer(request, stream.getvalue(), content_type="application/xml")


def news(request: HttpRequest) -> HttpResponseBase:
    """The stories of the last 48 hours, as Google's schema for news sitemaps wants them."""
    newsroom = Newsroom.for_request(request)
    since = timezone.now() - timedelta(hours=NEWS_HOURS)
    note_until(timezone.now() + NEWS_LAG)  # stories drop out as time passes
    own = Story.objects.published().filter(published_at__gte=since, canonical_url="").defer("body")
    writer, stream = document()
    writer.startElement("urlset", {"xmlns": SCHEMA, "xmlns:news": NEWS_SCHEMA})
    for story in own.newest()[:NEWS_LONGEST]:
        writer.startElement("url", {})
        writer.text("loc", address_of(story))
        writer.startElement("news:news", {})
        writer.startElement("news:publication", {})
        writer.text("news:name", newsroom.name)
        writer.text("news:language", _language(story.language or settings.LANGUAGE_CODE))
        writer.endElement("news:publication")
        writer.text("news:publication_date", _time(story.published_at))
        writer.text("news:title", story.headline)
        writer.endElement("news:news")
        writer.endElement("url")
    writer.endElement("urlset")
    return answer(request, stream.getvalue(), content_type="application/xml")


def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read, the desk and search results need not be."""
    lines = ["User-agent: *", "Disallow: /desk/", "Disallow: /search/", ""]
    maps = [public(reverse(f"syndication:{name}")) for name in ("sitemap", "news_sitemap")]
    lines += [f"Sitemap: {address}" for address in maps]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


def _site(request: HttpRequest) -> Site:
    site = Site.find_for_request(request)
    if site is None:
        raise Http404("This host has no paper.")
    return site


def _front(site: Site) -> Entry:
    return Entry(public("/"), site.root_page.last_published_at)


def _time(moment: datetime) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds")


def _language(code: str) -> str:
    """ISO 639, except that Google tells Chinese by its script."""
    plain = code.lower()
    if plain.startswith("zh"):
        return "zh-tw" if plain.endswith(("hant", "tw", "hk")) else "zh-cn"
    return plain.partition("-")[0]
