"""The sign-up form of a newsletter inside a story.

It is read while the models that own bodies are being made, so that nothing here imports a model.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from wagtail import blocks

from broadsheet.pages.blocks.choosing import NamedChoiceBlock


class NewsletterChoiceBlock(NamedChoiceBlock):
    """One of the paper's newsletters."""

    model = "newsletters.Newsletter"


class SignUpBlock(blocks.StructBlock):
    """A form by which readers ask for one newsletter; nothing while it takes no subscribers."""

    newsletter = NewsletterChoiceBlock()

    def problems(self, value: Any) -> Iterable[tuple[str, str]]:
        """What an editor should look at before publishing, and where."""
        newsletters = apps.get_model("newsletters", "Newsletter").objects
        if not newsletters.open().filter(pk=value.get("newsletter") or 0).exists():
            yield "A newsletter that is offered here takes no subscribers: readers see no form.", ""

    class Meta:
        icon = "mail"
        label = "Newsletter sign-up"
        group = "More"
        template = "newsletters/blocks/sign_up.html"
