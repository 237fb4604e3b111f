"""What every page of the paper shows around its own matter."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from wagtail.models import Page, Site

from broadsheet.edge.recording import note
from broadsheet.edge.tags import children
from broadsheet.news.models import Section, Story
from broadsheet.pages.models import InformationPage
from broadsheet.pages.querysets import private


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Sections for the masthead, plain pages for the footer, and the editors' picks.

    Each is asked for only where a template shows it; sections and plain pages come in one query. A page that
    has its own `picks` in its context (with pictures loaded together with the rest) goes first.
    """
    paper = _Paper(request)
    return {
        "sections": SimpleLazyObject(lambda: paper.children_of_type(Section)),
        "information_pages": SimpleLazyObject(lambda: paper.children_of_type(InformationPage)),
        "picks": SimpleLazyObject(lambda: paper.picks),
    }


class _Paper:
    """The paper that a request came to; empty where the host name is none of ours."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def _site(self) -> Site | None:
        return Site.find_for_request(self._request)

    @cached_property
    def _children(self) -> list[Page]:
        """Sections and plain pages directly below the front page, in the order of the tree.

        Asked by type and sorted here: by path, a database reads every story of the archive to find them.
        """
        if self._site is None:
            return []
        note(children(self._site.root_page_id))
        below = Page.objects.child_of(self._site.root_page).type((Section, InformationPage))
        pages = below.live().exclude(private()).order_by()
        return sorted(pages, key=lambda page: str(page.path))

    def children_of_type(self, kind: type[Page]) -> list[Page]:
        return [page for page in self._children if page.specific_class is kind]

    @property
    def picks(self) -> list[Story]:
        if self._site is None:
            return []
        return list(Story.objects.picked(self._site.root_page_id).published().for_lines().with_renditions())
