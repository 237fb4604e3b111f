"""What is saved, moved or deleted is made known as a change, whoever does it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, Q
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from modelcluster.fields import ParentalKey
from wagtail.images.models import AbstractRendition
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, post_page_move

from broadsheet.edge.changes import changed
from broadsheet.edge.comparing import as_known, readers_see, what_differs
from broadsheet.edge.lists import Before, lists_of
from broadsheet.edge.tags import LISTS, PAGES, below, children, heading, list_tag, tag_of, tags_in_tree

FRONT = "/"
_HEADING = frozenset(field.name for field in Page._meta.concrete_fields)


def remember(sender: type[Model], instance: Model, raw: bool = False, **_: Any) -> None:
    """Keep the row as readers know it until it is saved."""
    if readers_see(sender) and not raw:
        instance.__dict__["_as_known"] = as_known(instance)


def saved(sender: type[Model], instance: Model, raw: bool = False, **_: Any) -> None:
    """Make known what a save has changed."""
    if not readers_see(sender) or raw:
        return
    before: Before = instance.__dict__.pop("_as_known", None)
    differs = what_differs(instance, before)
    if not differs:
        return
    if isinstance(instance, Page):
        _page_saved(instance, before, differs)
    elif not _is_part_of_draft(instance):
        changed(_tags_of_thing(instance, before))


def deleted(sender: type[Model], instance: Model, **_: Any) -> None:
    """Make known what is being deleted, while it is still known where it stood."""
    if isinstance(instance, AbstractRendition):  # pages lead to a file that will not be there
        changed({tag_of(instance)})
    if not readers_see(sender):
        return
    if not isinstance(instance, Page):
        if not _is_part_of_draft(instance):
            changed(_tags_of_thing(instance))
    elif instance.live:
        page = instance.specific
        changed(_tags_of_page(page), gone=True)


def published(instance: Page, **_: Any) -> None:
    """Have the page, and the front page, made before a reader asks."""
    changed({tag_of(instance)}, ahead=_ahead(instance))


def moved(instance: Page, parent_page_before: Page, parent_page_after: Page, **_: Any) -> None:
    """Make known that a page, and all below it, have other addresses and stand in other lists."""
    page = instance.specific
    tags = {*_tags_of_page(page), *_tags_of_tree(page)}
    for parent in (parent_page_before, parent_page_after):
        tags |= {children(parent.pk), below(parent.pk), *(below(pk) for pk in _pks(parent.get_ancestors()))}
    changed(tags, ahead=_ahead(page))


def restricted(instance: PageViewRestriction, **_: Any) -> None:
    """A page and all below it are for some readers only: nobody else may see them, nor that they exist."""
    changed(_tags_of_restricted(instance), gone=True)


def opened(instance: PageViewRestriction, **_: Any) -> None:
    """A page and all below it are for everybody."""
    changed(_tags_of_restricted(instance))


def _page_saved(page: Page, before: Before, differs: set[str]) -> None:
    was_live = bool(before and before["live"])
    if not (page.live or was_live):
        return
    tags = _tags_of_page(page, before)
    if not differs & _HEADING:
        tags.discard(heading(page.pk))
    if "url_path" in differs and before:
        tags |= set(_tags_of_tree(page))
    changed(tags, gone=was_live and not page.live, ahead=[FRONT])


def _tags_of_page(page: Page, before: Before = None) -> set[str]:
    own = {tag_of(page), heading(page.pk), PAGES}
    return own | set(tags_in_tree(page)) | lists_of(page, before)


def _tags_of_thing(thing: Model, before: Before = None) -> set[str]:
    return {tag_of(thing), list_tag(type(thing)), *lists_of(thing, before)}


def _tags_of_tree(page: Page) -> Iterable[str]:
    """The page and everything below it, and what stands for any of these elsewhere in the tree."""
    inside = Page.objects.filter(path__startswith=page.path)
    for pk in _pks(Page.objects.filter(Q(pk__in=inside.values("pk")) | Q(alias_of__in=inside.values("pk")))):
        yield f"page:{pk}"
        yield heading(pk)


def _tags_of_restricted(restriction: PageViewRestriction) -> set[str]:
    page = restriction.page
    return {*_tags_of_tree(page), *_tags_of_page(page.specific), LISTS}


def _is_part_of_draft(instance: Model) -> bool:
    """Whether it is a part of a page that readers cannot see; no query is made for it."""
    for field in instance._meta.fields:
        if isinstance(field, ParentalKey):
            whole = instance._state.fields_cache.get(field.name)
            return isinstance(whole, Page) and not whole.live
    return False


def _ahead(page: Page) -> list[str]:
    parts = page.get_url_parts() if page.live else None
    return [parts[2], FRONT] if parts and parts[2] else [FRONT]


def _pks(pages: Any) -> Iterable[int]:
    return pages.values_list("pk", flat=True)


def connect() -> None:
    """Called once, when the app is ready."""
    pre_save.connect(remember, dispatch_uid="edge_remember")
    post_save.connect(saved, dispatch_uid="edge_saved")
    pre_delete.connect(deleted, dispatch_uid="edge_deleted")
    page_published.connect(published, dispatch_uid="edge_published")
    post_page_move.connect(moved, dispatch_uid="edge_moved")
    post_save.connect(restricted, sender=PageViewRestriction, dispatch_uid="edge_restricted")
    post_delete.connect(opened, sender=PageViewRestriction, dispatch_uid="edge_opened")
