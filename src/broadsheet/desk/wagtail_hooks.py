"""What Broadsheet adds to Wagtail's admin."""

from __future__ import annotations

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from broadsheet.news.models import Author, Topic


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
    """Who writes, and about what."""

    items = (AuthorViewSet, TopicViewSet)
    menu_label = "Newsroom"
    menu_icon = "group"
    menu_order = 250


register_snippet(NewsroomViewSetGroup)

