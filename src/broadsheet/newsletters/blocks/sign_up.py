"""The sign-up form of a newsletter inside a story.

It is read while the models that own bodies are being made, so that nothing here imports a model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from wagtail import blocks


def _every_newsletter() -> list[tuple[int, str]]:
    return list(apps.get_model("newsletters", "Newsletter").objects.values_list("pk", "name"))


class NewsletterChoiceBlock(blocks.ChoiceBlock):
    """One of the paper's newsletters, kept by its id."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs | {"choices": _every_newsletter})

    def normalize_choice(self, value: Any) -> int | None:
        """The id; Wagtail would look through all choices for it."""
        return int(value) if value else None

    def extract_references(self, value: Any) -> Iterator[tuple[Any, str, str, str]]:
        """So that the desk knows where a newsletter is offered."""
        if value:
            yield apps.get_model("newsletters", "Newsletter"), str(value), "", ""


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
