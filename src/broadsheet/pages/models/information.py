"""Plain pages: about, privacy, how to reach us."""

from __future__ import annotations

from typing import Any, ClassVar

from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from broadsheet.kit.excerpt import cut
from broadsheet.pages.fields import BodyField
from broadsheet.pages.models.framed import FramedPage
from broadsheet.pages.reading import body_words


class InformationPage(FramedPage):
    """A page that is no story: it has no byline and no date."""

    body = BodyField(blank=True)

    template = "pages/information_page.html"
    page_description = "About the paper, privacy, contact: what is not news."
    content_panels: ClassVar[list[Any]] = [*FramedPage.content_panels, FieldPanel("body")]
    search_fields: ClassVar[list[index.BaseField]] = [*FramedPage.search_fields, index.SearchField("body")]
    parent_page_types: ClassVar[list[str]] = ["news.FrontPage", "pages.InformationPage"]
    subpage_types: ClassVar[list[str]] = ["pages.InformationPage"]

    class Meta:
        verbose_name = "page"
        verbose_name_plural = "pages"

    @property
    def meta_description(self) -> str:
        """What an editor wrote for search engines, else the beginning of the text."""
        return super().meta_description or cut(body_words(self.body), length=160)
