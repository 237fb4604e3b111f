"""A large archive, quickly."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone
from wagtail.models import Page

from broadsheet.news.models import Byline, Section, Story


def grow(section: Section, size: int) -> None:
    """Fill the section up to `size` stories, straight into the tables: publishing them would take minutes."""
    section = Section.objects.get(pk=section.pk)
    model = Story.objects.child_of(section).first()
    have = section.numchild
    for number in range(have + 1, size + 1):
        when = timezone.now() - timedelta(days=number)
        story = Story.objects.get(pk=model.pk)
        author, story.pk, story.id = story.authors[0], None, None
        story.title, story.slug, story.published_at = f"Old news {number}", f"old-{number}", when
        story.path, story.url_path = section.path + f"{number:04}", f"{section.url_path}old-{number}/"
        story.translation_key = uuid4()
        story.page_ptr_id = Page.objects.bulk_create([_page_of(story)])[0].pk
        story.save_base(raw=True)
        Byline.objects.bulk_create([Byline(story=story, author=author)])
    Page.objects.filter(pk=section.pk).update(numchild=size)


def _page_of(story: Story) -> Page:
    return Page(**{field.attname: getattr(story, field.attname) for field in Page._meta.concrete_fields})
