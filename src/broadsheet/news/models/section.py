"""Parts of the paper: Harbour, Council, Culture."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from broadsheet.edge.recording import note
from broadsheet.edge.tags import children
from broadsheet.news.lists import STORIES_A_PAGE, page_of
from broadsheet.news.models.story import Story
from broadsheet.pages.models import FramedPage


class Section(FramedPage):
    """A part of the paper. It holds stories and, one level deep, sections of its own."""

    # Wagtail would call this side of the link `section`, a name that a story needs for its own section.
    page_ptr = models.OneToOneField(
        Page, on_delete=models.CASCADE, parent_link=True, related_name="as_section"
    )
    description = models.CharField(max_length=300, blank=True, help_text="One sentence under the name.")

    template = "news/section.html"
    page_description = "A part of the paper that holds stories."
    content_panels: ClassVar[list[Any]] = [*FramedPage.content_panels, FieldPanel("description")]
    parent_page_types: ClassVar[list[str]] = ["news.FrontPage", "news.Section"]
    subpage_types: ClassVar[list[str]] = ["news.Section", "news.Story"]

    @property
    def meta_description(self) -> str:
        """What an editor wrote for search engines, else the section's own sentence."""
        return super().meta_description or self.description

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Sections nest once."""
        return super().can_create_at(parent) and not _is_nested(parent)

    def can_move_to(self, parent: Page) -> bool:
        """Sections nest once, also when they are moved."""
        nests = isinstance(parent.specific, Section)
        return super().can_move_to(parent) and not (nests and (_is_nested(parent) or self.has_sections()))

    def has_sections(self) -> bool:
        """Whether sections stand inside this one."""
        return Section.objects.child_of(self).exists()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The section's stories, twenty a page, and the sections inside it."""
        note(children(self.pk))
        stories = Story.objects.in_section(self).published().newest().for_cards()
        return super().get_context(request, *args, **kwargs) | {
            "stories": page_of(Paginator(stories, STORIES_A_PAGE), request),
            "subsections": Section.objects.child_of(self).live().order_by("path"),
        }


def _is_nested(page: Page) -> bool:
    parent = page.get_parent()
    return parent is not None and isinstance(parent.specific, Section)
