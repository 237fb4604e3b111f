"""Names for what a page shows: `page:12`, `media.picture:5`, and lists such as `news.correction`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from django.db.models import Model
from modelcluster.fields import ParentalKey
from wagtail.images.models import AbstractRendition
from wagtail.models import Page

EVERYTHING = "*"
PAGES = "pages"  # every page of the tree, for lists of them all such as a sitemap
LISTS = "lists"  # every list of stories, for what changes a great many at once


def tag_of(instance: Model) -> str:
    """The name of what readers see of `instance`; a part of something is named by the whole.

    Nothing is asked of the database: an instance that was loaded without the key of its whole has no name.
    """
    prefix, key = _naming(type(instance))
    number = instance.__dict__.get(key)
    return f"{prefix}:{number}" if number is not None else ""


def heading(pk: int) -> str:
    """A page's title and address: what others show of it, such as the line of sections on every page."""
    return f"heading:{pk}"


def list_tag(model: type[Any]) -> str:
    """The name of the list of all rows of `model`."""
    return PAGES if issubclass(model, Page) else str(model._meta.label_lower)


def children(pk: int) -> str:
    """The list of the pages directly below a page."""
    return f"children:{pk}"


def below(pk: int) -> str:
    """The list of everything below a page, however deep."""
    return f"below:{pk}"


def loosely(tag: str) -> str:
    """What a CDN knows `tag` by on pages that may show it a minute old: told only of what is gone."""
    return f"loosely:{tag}"


def tags_in_tree(page: Page) -> Iterator[str]:
    """The lists that the page stands in by its place in the tree."""
    ancestors = page.get_ancestors().values_list("pk", flat=True)
    yield from (below(pk) for pk in ancestors)
    if ancestors:
        yield children(ancestors[len(ancestors) - 1])


@cache
def _naming(model: type[Model]) -> tuple[str, str]:
    """What an instance is named after: a prefix, and the attribute that holds its number."""
    if model is Page:  # loaded without what makes it a story or a section
        return "heading", "id"
    if issubclass(model, Page):
        return "page", _key(model)
    whole = _whole(model)
    if whole is None:
        return model._meta.label_lower, _key(model)
    prefix = "page" if whole.related_model is Page else _naming(whole.related_model)[0]
    return prefix, str(whole.attname)


def _key(model: type[Model]) -> str:
    return str(model._meta.pk.attname) if model._meta.pk else "pk"


def _whole(model: type[Model]) -> Any:
    """The field that leads from a part to its whole: from a rendition to its picture, from a child to its parent."""
    if issubclass(model, AbstractRendition):
        return model._meta.get_field("image")
    return next((field for field in model._meta.fields if isinstance(field, ParentalKey)), None)
