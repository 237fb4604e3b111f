"""The desk's pages about narration as a browser gets them."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup
from django.urls import reverse

from broadsheet.narration.models import Narration
from broadsheet.news.models import Story

BY_SCRIPT = {"X-Requested-With": "XMLHttpRequest"}


def address(story: Story, page: str = "audio", *more: Any) -> str:
    return reverse(f"narration_desk:{page}", args=[story.pk, *more])


def stand(story: Story, state: str, **fields: Any) -> None:
    """Let the story's narration stand like that."""
    Narration.objects.update_or_create(story=story, defaults={"state": state, **fields})


def words(response: Any) -> str:
    """What somebody reads on it."""
    soup = BeautifulSoup(response.content, "html.parser")
    return " ".join((soup.main or soup).get_text(" ").split())


def buttons(response: Any) -> list[str]:
    """What can be done, by what it is called."""
    inside = BeautifulSoup(response.content, "html.parser").select_one(".story-audio__acts")
    found = inside.select("a.button, button") if inside else []
    return [" ".join(button.get_text(" ").split()) for button in found]
