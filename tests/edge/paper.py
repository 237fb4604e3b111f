"""A small paper with every kind of page, and where each of them stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from broadsheet.media.actions.prepare import prepare
from broadsheet.media.models import Picture
from broadsheet.news.lists import STORIES_A_PAGE
from broadsheet.news.models import (
    Author,
    Correction,
    EditorsPick,
    FrontPage,
    SecondaryStory,
    Section,
    SectionStrip,
    Story,
    Topic,
)
from broadsheet.newsletters.models import Newsletter
from broadsheet.pages.models import InformationPage
from broadsheet.wire.actions.pin import pin_item
from broadsheet.wire.calendar import path_of
from broadsheet.wire.models import WireItem
from tests.factories import (
    body_of,
    grow,
    make_author,
    make_item,
    make_newsletter,
    make_paper,
    make_picture,
    make_production,
    make_section,
    make_story,
    make_subscriber,
    make_topic,
    related_card,
)

LEAVERS = 3  # readers of its newsletter


@dataclass(slots=True)
class SmallPaper:
    """Its things, to act upon; read anew by `fresh` before each act."""

    front: FrontPage
    harbour: Section
    council: Section
    islands: Section
    ada: Author
    ferries: Topic
    picture: Picture
    lead: Story
    picked: Story
    story: Story  # it can be listened to
    carded: Story  # its text holds a card that points at `story`
    other: Story
    about: InformationPage
    item: WireItem  # the newest on the wire, of Harbour, with a link to `story`
    pinned: WireItem
    alarm: WireItem  # in the banner over every page
    newsletter: Newsletter  # its form stands on every page

    def fresh(self, thing: Any) -> Any:
        """The thing as the database has it."""
        return type(thing)._default_manager.get(pk=thing.pk)

    def fill(self, size: int) -> None:
        """Put old stories into the archive, straight into the tables: publishing them would take minutes."""
        for section in (self.harbour, self.council):
            grow(section, size // 2)

    def every_path(self) -> list[str]:
        """Every kind of page, every story, and every further page of the lists of sections."""
        stories = [story.url for story in Story.objects.live()]
        lists = [
            f"{section.url}?page={number}"
            for section in (self.harbour, self.council)
            for number in range(2, Story.objects.in_section(section).count() // STORIES_A_PAGE + 1)
        ]
        return list(dict.fromkeys([*self.addresses().values(), *stories, *lists]))

    def addresses(self) -> dict[str, str]:
        """Every kind of page by name."""
        return {
            "front": "/",
            "story": self.story.url,
            "carded story": self.carded.url,
            "lead": self.lead.url,
            "other story": self.other.url,
            "section": self.harbour.url,
            "other section": self.council.url,
            "section in section": self.islands.url,
            "author": self.ada.get_absolute_url(),
            "topic": self.ferries.get_absolute_url(),
            "page": self.about.url,
            "corrections": reverse("news:corrections"),
            "feed": "/feed.xml",
            "section feed": f"{self.harbour.url}feed.xml",
            "author feed": f"{self.ada.get_absolute_url()}feed.xml",
            "podcast": "/podcast.xml",
            "section podcast": f"{self.harbour.url}podcast.xml",
            "sitemap": "/sitemap.xml",
            "story sitemap": "/sitemap-stories-1.xml",
            "news sitemap": "/news-sitemap.xml",
            "robots": "/robots.txt",
            "wire": "/wire/",
            "wire day": path_of(timezone.localdate(self.item.posted_at)),
            "wire item": self.item.get_absolute_url(),
            "wire key": "/wire/key/",
            "wire section": f"/wire/in/{self.harbour.slug}/",
            "wire feed": "/wire/feed.xml",
            "wire JSON feed": "/wire/feed.json",
            "wire latest": "/wire/latest.json",
            "newsletters": "/newsletters/",
            "newsletter": self.newsletter.get_absolute_url(),
        }


def small_paper_in_place() -> SmallPaper:
    """The one that was published before, by another process."""
    titles = (
        "The mole holds",
        "A bench on the hill",
        "Ferry returns",
        "The day in the town",
        "Council counts its gulls",
    )
    stories = [Story.objects.get(title=title) for title in titles]
    sections = [Section.objects.get(title=title) for title in ("Harbour", "Council", "The islands")]
    return SmallPaper(
        *(FrontPage.objects.get(), *sections, Author.objects.get(name="Ada Quill"), Topic.objects.get()),
        *(Picture.objects.get(), *stories, InformationPage.objects.get()),
        *WireItem.objects.order_by("pk"),
        newsletter=Newsletter.objects.get(),
    )


def make_small_paper() -> SmallPaper:
    """Publish it."""
    front = make_paper().front
    harbour, council = make_section("Harbour"), make_section("Council")
    islands = make_section("The islands", parent=harbour)
    ada, ben, ferries = make_author("Ada Quill"), make_author("Ben Hart"), make_topic("Ferries")
    picture = make_picture("Mole")
    prepare(picture, "3x2", "natural", "sharing", "square")
    lead = make_story("The mole holds", section=council, authors=[ben], lead_picture=picture)
    picked = make_story("A bench on the hill", section=council, authors=[ben])
    story = make_story("Ferry returns", section=harbour, authors=[ada], topics=[ferries])
    make_production(story)
    carded = make_story("The day in the town", section=council, authors=[ben], body=[related_card(story)])
    other = make_story("Council counts its gulls", section=council, authors=[ben])
    make_story("A boat for Hesk", section=islands, authors=[ben])
    make_story("Fog closes the port", section=harbour, authors=[ada], topics=[ferries])
    about: InformationPage = front.add_child(instance=InformationPage(title="About", body=body_of("We are.")))
    about.save_revision().publish()
    _compose(front, lead, picked, harbour)
    return SmallPaper(
        FrontPage.objects.get(),
        harbour,
        council,
        islands,
        ada,
        ferries,
        picture,
        lead,
        picked,
        story,
        carded,
        other,
        about,
        *_post(harbour, council, story),
        newsletter=_found_newsletter(),
    )


def _found_newsletter() -> Newsletter:
    """With `LEAVERS` readers, whose subscriptions have the first numbers."""
    newsletter = make_newsletter()
    for number in range(1, LEAVERS + 1):
        make_subscriber(f"reader-{number}@reader.example", newsletters=[newsletter])
    return newsletter


def _post(harbour: Section, council: Section, story: Story) -> list[WireItem]:
    """Three items: the newest, the pinned one, and the one that is breaking news."""
    now = timezone.now()
    item = make_item("Hesk boat sails", section=harbour, story=story, is_key=True, posted_at=now)
    pinned = make_item("Where to sleep", section=council, posted_at=now - timedelta(seconds=1))
    alarm = make_item("Port closed", urgency="breaking", posted_at=now - timedelta(seconds=2))
    return [item, pin_item(pinned), alarm]


def _compose(front: FrontPage, lead: Story, picked: Story, strip: Section) -> None:
    page = FrontPage.objects.get(pk=front.pk)
    page.lead = lead
    page.seconds = [SecondaryStory(story=picked)]
    page.strips = [SectionStrip(section=strip, size=4)]
    page.picks = [EditorsPick(story=picked, sort_order=0), EditorsPick(story=lead, sort_order=1)]
    page.save_revision().publish()


def correct(story: Story, words: str) -> None:
    """Publish a correction of the story."""
    later = timezone.now() + timedelta(minutes=1)  # sitemaps tell times to the second
    story.corrections.add(Correction(text=f"<p>{words}</p>", issued_at=later))
    story.save_revision().publish()
