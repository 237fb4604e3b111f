"""What every public page has: a name for the window, a description for search, an address of its own."""

from __future__ import annotations

from http import HTTPMethod
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction

from broadsheet.pages.frame_form import FrameForm
from broadsheet.pages.reserved import BELOW_FRONT, is_reserved, refusal
from broadsheet.pages.staff import signed_in


class FramedPage(Page):
    """A page that stands in the paper's frame."""

    # Set by queries that have made sure of it already; spares asking again on every view.
    known_public = False

    base_form_class = FrameForm
    # Readers only read; a sign-in for a closed page goes to an address of Wagtail's.
    allowed_http_methods: ClassVar[list[HTTPMethod]] = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]

    promote_panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
            heading="Address, and what search engines show",
        ),
    ]

    class Meta:
        abstract = True

    @property
    def meta_title(self) -> str:
        """The name of the page for windows and search engines."""
        return str(self.seo_title or self.title)

    @property
    def meta_description(self) -> str:
        """A sentence or two about the page for search engines and shared links."""
        return str(self.search_description)

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Who may see this page; no query where the page is known to be everybody's."""
        if self.known_public:
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The template's inputs; `edit_url` only for signed-in staff who may edit the page."""
        return super().get_context(request, *args, **kwargs) | {"edit_url": self.edit_url_for(request)}

    def edit_url_for(self, request: HttpRequest) -> str:
        """The desk's address of this page, or nothing when `request` does not come from its editors."""
        user = signed_in(request)
        if user is None or not self.pk:
            return ""
        may_edit = self.permissions_for_user(user).can_edit()
        return reverse("wagtailadmin_pages:edit", args=[self.pk]) if may_edit else ""

    def clean(self) -> None:
        """Refuse addresses that belong to the paper itself."""
        super().clean()
        if self.depth == BELOW_FRONT and is_reserved(self.slug):
            raise ValidationError({"slug": refusal(self.slug)})

    def can_move_to(self, parent: Page) -> bool:
        """A page whose slug is the paper's own may stand inside a section, not directly below the front page."""
        blocked = parent.depth + 1 == BELOW_FRONT and is_reserved(self.slug)
        return bool(super().can_move_to(parent)) and not blocked
