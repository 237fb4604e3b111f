"""A paper and its sections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wagtail.models import Site

from broadsheet.news.actions.found import found_paper
from broadsheet.news.models import FrontPage, Section
from broadsheet.pages.models import Newsroom


@dataclass(frozen=True, slots=True)
class Paper:
    """A founded paper: its site, its front page and what it says about itself."""

    site: Site
    front: FrontPage
    newsroom: Newsroom


def make_paper(name: str = "The Harbour Ledger", **newsroom: Any) -> Paper:
    """Found the paper, or return the one that stands; `newsroom` sets fields of its Newsroom."""
    front = found_paper(name=name)
    site = Site.objects.get(is_default_site=True)
    Newsroom.objects.filter(site=site).update(**newsroom or {"name": name})
    return Paper(site=site, front=front, newsroom=Newsroom.objects.get(site=site))


def make_section(title: str = "Harbour", *, parent: Section | None = None, **fields: Any) -> Section:
    """The live section of that title: made below `parent` or the front page if there is none yet."""
    home = parent or make_paper().front
    existing = Section.objects.child_of(home).filter(title=title).first()
    if existing is not None:
        return existing
    home.refresh_from_db()
    section: Section = home.add_child(instance=Section(title=title, **fields))
    section.save_revision().publish()
    return section
