"""The desk's forms as a browser sends them."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from broadsheet.news.models import Author, Section, Story
from tests.factories import sign_in

__all__ = ["errors_in", "rich_text", "send_story", "story_form", "write_story"]


def story_form(
    headline: str, *, body: Any = None, authors: list[Author] | None = None, **fields: Any
) -> dict[str, Any]:
    """What the story's form sends; `body` is a list of (block, value) pairs."""
    blocks = body if body is not None else [("text", rich_text("<p>The ferry came back.</p>"))]
    return nested_form_data(
        {
            "title": headline,
            "slug": "written-at-the-desk",
            "standfirst": "",
            "body": streamfield(blocks),
            "bylines": inline_formset([{"author": author.pk} for author in authors or []]),
            "corrections": inline_formset([]),
            "comments": inline_formset([]),
            "lead_picture": "",
            "lead_alt": "",
            "lead_caption": "",
            "language": "",
        }
        | fields
    )


def write_story(user: User, section: Section, data: dict[str, Any], *, action: str = "") -> Any:
    """Send the form of a new story; `action` is the button: submit, publish, or none to save a draft."""
    address = reverse("wagtailadmin_pages:add", args=["news", "story", section.pk])
    return sign_in(user).post(address, data | _button(action))


def send_story(user: User, story: Page, data: dict[str, Any], *, action: str = "") -> Any:
    """Send the form of a story that is there already."""
    address = reverse("wagtailadmin_pages:edit", args=[story.pk])
    return sign_in(user).post(address, {"slug": story.slug} | data | _button(action))


def errors_in(response: HttpResponse) -> str:
    """Everything that the desk complains about, on one line."""
    soup = BeautifulSoup(response.content, "html.parser")
    shown = [error.get_text() for error in soup.select(".error-message, .messages .error, .help-critical")]
    # What is wrong with a body is handed to the editor's script.
    streams = [
        str(place.get("data-w-block-arguments-value", ""))
        for place in soup.select("[data-w-block-data-value]")
    ]
    return " ".join([*shown, *streams])


def latest(headline: str) -> Story:
    """The story that stands under that headline, published or not."""
    return Story.objects.get(title=headline)


def _button(action: str) -> dict[str, str]:
    return {f"action-{action}": "1"} if action else {}
