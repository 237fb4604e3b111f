"""Slugs that nobody else has."""

from __future__ import annotations

from collections.abc import Callable

from wagtail.models import Page

from broadsheet.pages.reserved import is_reserved


def free_slug(wanted: str, *, is_taken: Callable[[str], bool], room: int) -> str:
    """The wanted slug, cut to the room there is, or the first of `-2`, `-3` … that is free."""
    slug = wanted[:room].strip("-")
    number = 1
    while is_taken(slug):
        number += 1
        ending = f"-{number}"
        slug = wanted[: room - len(ending)].strip("-") + ending
    return slug


def free_page_slug(wanted: str, *, parent: Page, is_top: bool, kept: frozenset[str] = frozenset()) -> str:
    """A slug for a page below `parent`. On top, the paper's own addresses and those in `kept` stay free."""
    siblings = Page.objects.child_of(parent)

    def is_taken(slug: str) -> bool:
        if is_top and (is_reserved(slug) or slug in kept):
            return True
        return bool(siblings.filter(slug=slug).exists())

    return free_slug(wanted, is_taken=is_taken, room=255)
