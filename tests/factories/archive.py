"""A large archive, quickly."""

from __future__ import annotations

from copy import copy
from datetime import timedelta
from uuid import uuid4

from django.utils import timezone
from wagtail.models import Page

from broadsheet.news.models import Byline, Section, Story


def grow(section: Section, size: int) -> None:
    """Fill the section up to `size` stories, straight into the tables: publishing them would take minutes."""
    section = Section.objects.get(pk=section.pk)
    model = Story.objects.child_of(section).first()
    stories = [_like(model, section, number) for number in range(section.numchild + 1, size + 1)]
    pages = Page.objects.bulk_create([_page_of(story) for story in stories])
    for story, page in zip(stories, pages, strict=True):
        story.pk = story.id = page.pk
    # What is a page and something else, Django inserts one by one.
    Story._base_manager._insert(stories, fields=Story._meta.local_concrete_fields, using="default")
    Byline.objects.bulk_create([Byline(story=story, author=model.authors[0]) for story in stories])
    Page.objects.filter(pk=section.pk).update(numchild=size)


def _like(model: Story, section: Section, number: int) -> Story:
    story = copy(model)
    story.title, story.slug = f"Old news {number}", f"old-{number}"
    story.published_at = timezone.now() - timedelta(days=number)
    story.path, story.url_path = section.path + f"{number:04}", f"{section.url_path}old-{number}/"
    story.pk, story.id, story.translation_key = None, None, uuid4()
    return story


def _page_of(story: Story) -> Page:
    return Page(**{field.attname: getattr(story, field.attname) for field in Page._meta.concrete_fields})
