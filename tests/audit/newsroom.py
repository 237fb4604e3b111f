"""The paper under audit: the demo newsroom, with a story that holds every block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from unittest.mock import patch
from urllib.parse import urlsplit

from django.core.management import call_command
from django.template.loader import render_to_string
from django.utils import timezone

from broadsheet.demo.seeding import newsroom as seeding
from broadsheet.demo.seeding.pictures import make_pictures
from broadsheet.demo.seeding.wanted import Wanted
from broadsheet.narration.listening import listening_for
from broadsheet.news.models import Author, Correction, FrontPage, Section, Story, Topic
from broadsheet.newsletters.models import Edition, Newsletter, SignUp
from broadsheet.newsletters.reader_links import confirm_link, leave_link, preferences_link
from broadsheet.pages.models import InformationPage
from broadsheet.wire.calendar import path_of
from broadsheet.wire.models import Series, WireItem
from tests.demo.plain import plain_pictures
from tests.factories import every_block, make_production, make_story

WORDS = "ferry"
NO_WORDS = "zzyzx"
EVERYTHING = "One of everything"


@dataclass(frozen=True, slots=True)
class AuditedPage:
    """A kind of page: where one stands, and how it answers; `html` instead where no address leads to it.

    `is_framed`: it stands within another page, as a mail in its reader's program.
    """

    kind: str
    path: str
    status: int = 200
    html: str = ""
    is_framed: bool = False


def publish() -> list[AuditedPage]:
    """Set the newsroom up where there is none yet; returns one page of each kind."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    with patch.object(seeding, "make_pictures", _a_dozen_drawn):
        call_command("seed_demo")
    return [*_pages_of_the_tree(), *_lists(), *_wire(), *_newsletters(), *_search(), *_errors()]


def _a_dozen_drawn(wanted: dict[str, Wanted]) -> Iterator[tuple[str, int]]:
    """The first ones as a newcomer gets them, all others plain: drawing them takes longer than every check."""
    yield from make_pictures(dict(islice(wanted.items(), 12)))
    yield from plain_pictures(dict(islice(wanted.items(), 12, None)), size=(750, 500))


def _pages_of_the_tree() -> Iterator[AuditedPage]:
    front = FrontPage.objects.get()
    stories = Story.objects.published()
    section = Section.objects.child_of(front).live().first()
    nested = Section.objects.live().exclude(pk__in=Section.objects.child_of(front)).first()
    yield AuditedPage("front page", "/")
    yield AuditedPage("section", section.url)
    yield AuditedPage("section in a section", nested.url)
    yield AuditedPage("story, every block", _story_of_everything(section).url)
    yield AuditedPage("story, read aloud", _story_read_aloud().url)
    yield AuditedPage("story, corrected", stories.filter(corrections__isnull=False).first().url)
    yield AuditedPage("story, right to left", stories.filter(language="ar").first().url)
    yield AuditedPage("story, other script", stories.filter(language="uk").first().url)
    for page in InformationPage.objects.live():
        yield AuditedPage(f"page, {page.slug}", page.url)


def _story_read_aloud() -> Story:
    story = Story.objects.published().filter(lead_picture__isnull=False).first()
    if listening_for(story) is None:
        make_production(story, seconds=3, approved_at=timezone.now())
    return story


def _story_of_everything(section: Section) -> Story:
    existing = Story.objects.filter(title=EVERYTHING).first()
    if existing is not None:
        return existing
    shown = Story.objects.published().filter(lead_picture__isnull=False).first()
    picture = shown.lead_picture
    authors, topics = Author.objects.all()[:2], Topic.objects.all()[:2]
    story = make_story(
        EVERYTHING,
        section=section,
        authors=authors,
        topics=topics,
        body=every_block(
            picture,
            story=shown,
            words="The mole held.",
            item=WireItem.objects.standing().first(),
            series=Series.objects.first(),
            newsletter=Newsletter.objects.open().first(),
        ),
        lead_picture=picture,
    )
    for placement in Correction.Placement:
        story.corrections.add(Correction(text="<p>It was the north quay.</p>", placement=placement))
    story.save_revision().publish()
    return story


def _lists() -> Iterator[AuditedPage]:
    yield AuditedPage("author", Author.objects.filter(portrait__isnull=False)[0].get_absolute_url())
    yield AuditedPage("topic", Topic.objects.filter(stories__isnull=False)[0].get_absolute_url())
    yield AuditedPage("corrections", "/corrections/")


def _wire() -> Iterator[AuditedPage]:
    items = WireItem.objects.visible().newest()
    yield AuditedPage("News Feed", "/wire/")
    yield AuditedPage("News Feed, a day", path_of(timezone.localdate(items[1].posted_at)))
    yield AuditedPage("News Feed, key developments", "/wire/key/")
    yield AuditedPage("News Feed, an item", items.filter(state="corrected")[0].get_absolute_url())
    yield AuditedPage("News Feed, retracted", items.filter(state="retracted")[0].get_absolute_url())
    yield AuditedPage("News Feed, no such day", "/wire/2001/01/01/", status=404)


def _newsletters() -> Iterator[AuditedPage]:
    edition = Edition.objects.in_archive().select_related("newsletter")[0]
    yield AuditedPage("newsletters", "/newsletters/")
    yield AuditedPage("newsletter", edition.newsletter.get_absolute_url())
    yield AuditedPage("edition", edition.get_absolute_url())
    yield AuditedPage("newsletters, my preferences", "/newsletters/preferences/")
    yield from _readers_own(edition.newsletter)


def _readers_own(newsletter: Newsletter) -> Iterator[AuditedPage]:
    """The pages behind the links of a reader's letters."""
    subscription = newsletter.subscriptions.active().first()
    asked = SignUp.objects.create(subscriber=subscription.subscriber)
    asked.newsletters.add(newsletter)
    own = path_in(preferences_link(subscription.subscriber_id))
    yield AuditedPage("newsletters, confirm", path_in(confirm_link(asked.pk)))
    yield AuditedPage("newsletters, leave", path_in(leave_link(subscription.pk)))
    yield AuditedPage("newsletters, a reader's own page", own)
    yield AuditedPage("newsletters, erase", f"{own}erase/")
    yield AuditedPage("newsletters, no such link", "/newsletters/leave/nonsense/", status=400)


def path_in(link: str) -> str:
    """Of a whole address."""
    return urlsplit(link).path


def _search() -> Iterator[AuditedPage]:
    yield AuditedPage("search", "/search/")
    yield AuditedPage("search, found", f"/search/?q={WORDS}")
    yield AuditedPage("search, found nothing", f"/search/?q={NO_WORDS}")


def _errors() -> Iterator[AuditedPage]:
    yield AuditedPage("404", "/no/such/page/", status=404)
    for status in (400, 403, 500):
        yield AuditedPage(str(status), f"/audited/{status}", html=render_to_string(f"{status}.html"))
