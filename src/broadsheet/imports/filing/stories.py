"""Posts → stories."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from broadsheet.imports.filing import bylines, metadata, publishing
from broadsheet.imports.filing.bodies import STANDFIRST_ROOM, body_of, excerpt_of, opening_of
from broadsheet.imports.filing.redirects import redirect
from broadsheet.imports.filing.run import Run
from broadsheet.imports.filing.sections import expected_path
from broadsheet.imports.filing.slugs import free_page_slug
from broadsheet.imports.models import ImportedObject
from broadsheet.imports.wordpress import categories
from broadsheet.imports.wordpress.addresses import path_of
from broadsheet.imports.wordpress.headlines import headline, wanted_slug
from broadsheet.imports.wordpress.html.body import Block
from broadsheet.imports.wordpress.records import Post
from broadsheet.imports.wordpress.status import Standing, Status
from broadsheet.kit.excerpt import cut
from broadsheet.news.models import Story, Topic

KIND = ImportedObject.Kind.STORY


@dataclass(frozen=True, slots=True)
class Draft:
    """All that a post says, in the paper's terms. Whatever changes here changes the story."""

    headline: str
    standfirst: str
    section: str
    authors: list[str]
    topics: list[str]
    lead_picture: int | None
    body: list[Block]
    standing: Standing
    published_at: datetime | None
    meta: dict[str, str]


def file_story(run: Run, post: Post, status: Status) -> None:
    """File one post, in a transaction of its own."""
    draft = _draft(run, post, status)
    verdict = run.ledger.judge(KIND, post.id, asdict(draft), as_it_is=publishing.as_it_is)
    story = verdict.ours
    with transaction.atomic():
        if verdict.is_to_write and not run.is_rehearsal:
            story = _write(run, post, draft, story)
            run.ledger.remember(KIND, post.id, asdict(draft), ours=story, written=publishing.as_it_is(story))
        if draft.standing is not Standing.DRAFT and (story or run.is_rehearsal):
            redirect(
                run, path_of(post.link), page=story, link="" if story else _expected_path(run, post, draft)
            )
    run.ledger.tell(verdict, KIND, post.id, draft.headline)


def _expected_path(run: Run, post: Post, draft: Draft) -> str:
    return f"{expected_path(run, draft.section)}{_wanted_slug(post, draft)}/"


def _wanted_slug(post: Post, draft: Draft) -> str:
    return wanted_slug(post.slug, otherwise=draft.headline, last=f"story-{post.id}")


def _draft(run: Run, post: Post, status: Status) -> Draft:
    body = body_of(run, post, kind=KIND.label)
    lead = run.pictures.find("", post.thumbnail) if post.thumbnail else None
    return Draft(
        headline=headline(post, opening=opening_of(body)),
        standfirst=cut(excerpt_of(post), length=STANDFIRST_ROOM),
        section=categories.home_of(run.index, post),
        authors=bylines.logins_of(post),
        topics=list(dict.fromkeys(categories.topics_of(run.index, post))),
        lead_picture=lead.id if lead else None,
        body=body,
        standing=status.standing,
        published_at=post.published_at,
        meta=metadata.of_story(run, post),
    )


def _write(run: Run, post: Post, draft: Draft, story: Story | None) -> Story:
    section = run.sections.get(draft.section)
    if section is None:
        raise ValidationError("its section was deleted here")
    if story is None:
        story = Story(slug=free_page_slug(_wanted_slug(post, draft), parent=section, is_top=False))
    elif story.section_id != section.pk and run.ledger.was_left_at(KIND, post.id, story.section_id):
        story.move(section, pos="last-child")
        story = Story.objects.get(pk=story.pk)
    for name, value in _fields(run, draft).items():
        setattr(story, name, value)
    bylines.sign(run, story, draft.authors)
    story.topics.set(_topics(run, draft))
    last = (
        post.modified_at if post.modified_at and post.modified_at >= (post.published_at or run.now) else None
    )
    publishing.publish(story, parent=section, standing=draft.standing, first=draft.published_at, last=last)
    return story


def _fields(run: Run, draft: Draft) -> dict[str, Any]:
    is_dated = draft.standing is not Standing.DRAFT
    return {
        "title": draft.headline,
        "standfirst": draft.standfirst,
        "lead_picture_id": draft.lead_picture,
        "body": draft.body,
        "published_at": draft.published_at if is_dated else None,
        **draft.meta,
    }


def _topics(run: Run, draft: Draft) -> list[Topic]:
    ids = [run.ledger.id_of(ImportedObject.Kind.TOPIC, slug) for slug in draft.topics]
    return list(Topic.objects.filter(pk__in=[pk for pk in ids if pk]))
