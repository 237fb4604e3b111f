"""What follows when a story moves, or when an author or a topic gets another address."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save, pre_save
from wagtail.models import Page
from wagtail.signals import post_page_move

from broadsheet.news import freshness
from broadsheet.news.actions.forward_address import forward_address
from broadsheet.news.models import Author, Story, Topic


def follow_to_section(sender: type[Page], instance: Page, parent_page_after: Page, **_: Any) -> None:
    """A story that was moved belongs to the section that it was moved to; moving does not save it."""
    if issubclass(sender, Story):
        Story.objects.filter(pk=instance.pk).update(section=parent_page_after.pk)


def remember_address(
    sender: type[Author | Topic], instance: Author | Topic, raw: bool = False, **_: Any
) -> None:
    """Keep the address that readers know until the new one is saved."""
    known = None if raw else sender._default_manager.filter(pk=instance.pk).first()
    instance.address_before = known.get_absolute_url() if known else ""


def forward_readers(sender: type[Author | Topic], instance: Author | Topic, **_: Any) -> None:
    """Forward readers from the address before to the address now."""
    if instance.address_before:
        forward_address(instance.address_before, new=instance.get_absolute_url())


def connect() -> None:
    """Called once, when the app is ready."""
    freshness.connect()
    post_page_move.connect(follow_to_section, dispatch_uid="follow_to_section")
    for kind in (Author, Topic):
        pre_save.connect(remember_address, sender=kind, dispatch_uid=f"remember_{kind.__name__}")
        post_save.connect(forward_readers, sender=kind, dispatch_uid=f"forward_{kind.__name__}")
