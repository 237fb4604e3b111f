"""What newsletters add to the desk."""

from __future__ import annotations

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from broadsheet.newsletters.desk.editions.viewset import EditionViewSet
from broadsheet.newsletters.desk.newsletter_viewset import NewsletterViewSet
from broadsheet.newsletters.desk.sending import hooks  # noqa: F401  # its hooks are registered by reading it
from broadsheet.newsletters.desk.subscribers import hooks as readers  # noqa: F401  # these too
from broadsheet.newsletters.desk.subscribers.viewset import MENU


class NewslettersViewSetGroup(SnippetViewSetGroup):
    """What is written, and for which newsletter."""

    items = (EditionViewSet, NewsletterViewSet)
    menu_label = "Newsletters"
    menu_icon = "mail"
    menu_order = 110
    submenu_hook = MENU


register_snippet(NewslettersViewSetGroup)
