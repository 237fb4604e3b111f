"""The demo paper's stories, dated back from now."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.utils.html import format_html
from wagtail.models import Page

from broadsheet.demo.reading.content import Text
from broadsheet.demo.reading.markup import Blocks
from broadsheet.news.models import Author, Byline, Correction, Section, Story, Topic


class StoryDesk:
    """Files stories in two rounds: first every page, then its text, which may name any other story."""

    def __init__(
        self,
        *,
        now: datetime,
        sections: dict[str, Section],
        authors: dict[str, Author],
        topics: dict[str, Topic],
        pictures: dict[str, int],
        staff: dict[str, User],
    ) -> None:
        self._now, self._sections, self._authors, self._topics = now, sections, authors, topics
        self._pictures, self._staff = pictures, staff

    def open(self, text: Text) -> Story:
        """A page for the story, not yet published."""
        head = text.head
        owner = self._authors[head["authors"][0]].user or self._staff["ben"]
        section = Section.objects.get(pk=self._sections[head["section"]].pk)
        story = Story(title=head["title"], slug=text.slug, live=False, owner=owner)
        section.add_child(instance=story)
        return story

    def file(self, story: Story, text: Text, *, blocks: Blocks) -> None:
        """Write the story, and publish it or leave it where its status says."""
        self._write(story, text.head, blocks.read(text.body))
        status = text.head.get("status", "live")
        if status == "scheduled":
            story.go_live_at = self._now + timedelta(hours=text.head["in_hours"])
        revision = story.save_revision(user=story.owner)
        if status in ("live", "scheduled"):
            revision.publish(user=self._staff["ben"])
        elif status == "in_review":
            story.get_workflow().start(story, self._staff["ada"])
        if status == "live":
            self.backdate(story)

    def _write(self, story: Story, head: dict[str, Any], body: list[dict[str, Any]]) -> None:
        story.standfirst = head["standfirst"]
        story.body = json.dumps(body)  # type: ignore[assignment]  # the field reads JSON
        story.language = head.get("language", "")
        story.lead_picture_id = self._pictures.get(head.get("picture", ""))
        story.lead_alt, story.lead_caption = head.get("picture_alt", ""), head.get("picture_caption", "")
        story.seo_title = head.get("seo_title", "")
        story.search_description = head.get("seo_description", "")
        story.bylines = [
            Byline(author=self._authors[slug], sort_order=n) for n, slug in enumerate(head["authors"])
        ]
        story.topics = [self._topics[slug] for slug in head["topics"]]
        story.corrections = [self._correction(row) for row in head.get("corrections", [])]
        if head.get("status", "live") == "live":
            story.published_at = self._ago(head["age_hours"])
        if "updated_hours" in head:
            story.updated_at = self._ago(head["updated_hours"])

    def _correction(self, row: dict[str, Any]) -> Correction:
        text = format_html("<p>{}</p>", row["text"])
        return Correction(issued_at=self._ago(row["age_hours"]), text=text, placement=row["placement"])

    def _ago(self, hours: float) -> datetime:
        """That many hours before now, on a multiple of five minutes, as times of publication mostly are."""
        at = self._now - timedelta(hours=hours)
        return at.replace(minute=at.minute // 5 * 5, second=0, microsecond=0)

    @staticmethod
    def backdate(story: Story) -> None:
        """The desk's own dates, which publishing set to now."""
        at = story.published_at
        Page.objects.filter(pk=story.pk).update(first_published_at=at, last_published_at=at)
