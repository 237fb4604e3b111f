"""What the desk asks of every page."""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

from broadsheet.pages.reserved import BELOW_FRONT, is_reserved, refusal


class FrameForm(WagtailAdminPageForm):
    """The form of a page in the paper's frame."""

    def clean(self) -> dict[str, Any]:
        """Refuse an address of the paper's own, here where the editor sees why.

        A new page has no place in the tree yet: the page itself cannot tell that it will stand below the front.
        """
        cleaned: dict[str, Any] = super().clean()
        slug = cleaned.get("slug", "")
        if self.parent_page.depth + 1 == BELOW_FRONT and is_reserved(slug):
            self.add_error("slug", refusal(slug))
        return cleaned
