"""What stands around the words of an edition: whose it is, why it came, and how to be rid of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from wagtail.models import Site

from broadsheet.delivery.letters.slots import TOKEN
from broadsheet.pages.models import Newsroom
from broadsheet.pages.templatetags.language_tags import RIGHT_TO_LEFT
from broadsheet.syndication.addresses import public
from broadsheet.wire.newsroom_time import newsroom_time

if TYPE_CHECKING:
    from broadsheet.newsletters.models import Edition


@dataclass(frozen=True, slots=True)
class Frame:
    """All addresses are whole ones; those of the reader's own pages hold `slots.TOKEN`."""

    paper: str
    paper_url: str
    makers: str  # who makes the paper, in its own words
    contact: str  # an address of the newsroom; may be empty
    newsletter: str
    newsletter_url: str
    host: str  # may be empty
    date: datetime
    language: str
    direction: str
    subject: str
    preview_text: str
    view_url: str  # in the archive; empty when the edition is kept out of it
    leave_url: str
    preferences_url: str

    @property
    def start(self) -> str:
        """The side at which lines begin, for programs that know no other word for it."""
        return "right" if self.direction == "rtl" else "left"

    @property
    def end(self) -> str:
        """The side at which lines end."""
        return "left" if self.direction == "rtl" else "right"


def frame_of(edition: Edition, *, now: datetime | None = None) -> Frame:
    """The frame of the edition, dated when it was sent, else `now`."""
    newsletter, paper = edition.newsletter, paper_itself()
    language = settings.LANGUAGE_CODE
    return Frame(
        paper=paper.name,
        paper_url=public("/"),
        makers=paper.footer_text.strip() or paper.tagline,
        contact=paper.contact_email,
        newsletter=newsletter.name,
        newsletter_url=public(newsletter.get_absolute_url()),
        host=newsletter.host.name if newsletter.host else "",
        date=newsroom_time(edition.sent_at or now),
        language=language,
        direction="rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr",
        subject=edition.subject,
        preview_text=edition.preview_text,
        view_url=public(edition.get_absolute_url()) if edition.in_archive and edition.slug else "",
        leave_url=public(reverse("newsletters:leave_edition", args=[TOKEN, edition.pk or 0])),
        preferences_url=public(reverse("newsletters:preferences", args=[TOKEN])),
    )


def paper_itself() -> Newsroom:
    """What the paper says about itself, asked without a request."""
    site = Site.objects.filter(is_default_site=True).first()
    return Newsroom.for_site(site) if site else Newsroom()
