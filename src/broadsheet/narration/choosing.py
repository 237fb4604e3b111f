"""Which stories an operator means."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from wagtail.models import Site

from broadsheet.news.models import Story


class NoSuchStoryError(LookupError):
    """No published story has this address. The message is one line."""


def stories_at(addresses: Iterable[str]) -> list[Story]:
    """Published stories by their addresses, with or without the host. Raises `NoSuchStoryError`."""
    return [_story_at(address) for address in addresses]


def newest_without_audio(most: int) -> list[Story]:
    """Stories that nobody asked a voice for, the newest first."""
    return list(Story.objects.published().filter(narration=None).newest()[:most])


def failed_stories() -> list[Story]:
    """Stories whose audio failed, the newest first."""
    return list(Story.objects.published().filter(narration__state="failed").newest())


def _story_at(address: str) -> Story:
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    path = urlsplit(address).path.strip("/")
    root = site.root_page.url_path if site else "/"
    story: Story | None = Story.objects.published().filter(url_path=f"{root}{path}/").first()
    if story is None:
        raise NoSuchStoryError(f"No published story has the address {address}: copy it from the paper.")
    return story
