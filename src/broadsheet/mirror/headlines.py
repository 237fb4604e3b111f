"""Every headline of the paper, in the order of months and sections."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.db.models import F
from django.db.models.functions import TruncMonth
from django.utils import timezone
from wagtail.models import Site

from broadsheet.news.models import Story

HEADLINES_A_PAGE = 1_000


@dataclass(frozen=True, slots=True)
class Headline:
    """A line of the list."""

    headline: str
    address: str
    section_title: str
    month: date | None


def headlines(number: int, *, site: Site | None) -> Page[Headline] | None:
    """The page of that number, newest month first; None after the last."""
    rows = (
        Story.objects.published()
        .annotate(month=TruncMonth("published_at"), section_title=F("section__title"))
        .order_by(F("month").desc(nulls_last=True), "section_title", "-published_at", "-pk")
        .values_list("title", "url_path", "section_title", "month")
    )
    pages = Paginator(rows, HEADLINES_A_PAGE)
    if number > pages.num_pages:
        return None
    page = pages.page(number)
    root = site.root_page.url_path if site else "/"
    page.object_list = [_headline(root, *row) for row in page.object_list]
    return page


def _headline(root: str, title: str, path: str, section: str | None, month: datetime | None) -> Headline:
    local = timezone.localtime(month).date() if month else None
    return Headline(title, f"/{path.removeprefix(root)}", section or "", local)
