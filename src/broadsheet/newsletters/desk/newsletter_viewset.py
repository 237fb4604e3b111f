"""“Newsletters” in the desk's menu: what each promises, and in whose name it comes."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import ObjectList
from wagtail.snippets.views.snippets import SnippetViewSet

from broadsheet.newsletters.models import Newsletter
from broadsheet.newsletters.rendering.headers import breaks_line


class NewsletterForm(WagtailAdminModelForm):
    """Names and subjects are headers of mails: each is one line."""

    def clean(self) -> dict[str, Any]:
        """Refuse, in words, what would begin another header."""
        cleaned: dict[str, Any] = super().clean()
        for name in ("name", "from_name", "welcome_subject"):
            if breaks_line(cleaned.get(name) or ""):
                self.add_error(name, ValidationError("This is one line: take the line break out."))
        return cleaned


class NewsletterViewSet(SnippetViewSet):
    """Newsletters in the desk's menu."""

    model = Newsletter
    icon = "mail"
    menu_label = "Newsletters"
    admin_url_namespace = "newsletters_lists"
    base_url_path = "newsletters/lists"
    edit_handler = ObjectList(Newsletter.panels, base_form_class=NewsletterForm)
    list_display = ("name", "rhythm", "is_open")
    copy_view_enabled = False
