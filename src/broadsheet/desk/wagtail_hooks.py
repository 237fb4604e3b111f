"""What Broadsheet adds to Wagtail's admin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from broadsheet.desk import safeguards  # noqa: F401  # its hooks are registered by reading it
from broadsheet.desk.panels import BeginPanel
from broadsheet.narration.desk.lexicon.viewset import LexiconViewSet
from broadsheet.news.actions.start_afresh import start_afresh
from broadsheet.news.models import Author, Topic
from broadsheet.wire.desk.series import SeriesViewSet


class AuthorViewSet(SnippetViewSet):
    """Authors in the desk's menu."""

    model = Author
    icon = "user"
    list_display = ("name", "role", "user")
    search_fields = ("name", "role")
    inspect_view_enabled = True


class TopicViewSet(SnippetViewSet):
    """Topics in the desk's menu."""

    model = Topic
    icon = "tag"
    list_display = ("name", "slug")
    search_fields = ("name",)


class NewsroomViewSetGroup(SnippetViewSetGroup):
    """Who writes, about what, which round-ups come again, and how names are said."""

    items = (AuthorViewSet, TopicViewSet, SeriesViewSet, LexiconViewSet)
    menu_label = "Newsroom"
    menu_icon = "group"
    menu_order = 250


register_snippet(NewsroomViewSetGroup)


@hooks.register("insert_global_admin_css")
def desk_style() -> SafeString:
    """The paper's accent and initial on every page of the desk."""
    return format_html('<link rel="stylesheet" href="{}">', static("desk/desk.css"))


@hooks.register("construct_homepage_panels")
def begin_first(request: HttpRequest, panels: list[Any]) -> None:
    """What staff come for stands over what waits for them."""
    panels.insert(0, BeginPanel())


@hooks.register("after_copy_page")
def copy_is_new(request: HttpRequest, page: Page, copy: Page) -> None:
    """A story that was copied to save typing is a story of its own."""
    start_afresh(copy)
