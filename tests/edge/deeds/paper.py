"""What editors do to the paper around its stories."""

from __future__ import annotations

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from broadsheet.news.models import EditorsPick, Section
from broadsheet.pages.models import Newsroom
from tests.edge.paper import SmallPaper
from tests.factories import make_subscriber


def make_section_private(paper: SmallPaper) -> None:
    PageViewRestriction.objects.create(
        page=paper.harbour.page_ptr, restriction_type=PageViewRestriction.PASSWORD, password="slack water"
    )


def rename_author(paper: SmallPaper) -> None:
    ada = paper.fresh(paper.ada)
    ada.name = "Ada Quill-Hart"
    ada.save()


def reorder_picks(paper: SmallPaper) -> None:
    front = paper.fresh(paper.front)
    front.picks = [EditorsPick(story=paper.lead, sort_order=0), EditorsPick(story=paper.picked, sort_order=1)]
    front.save_revision().publish()


def change_front_page(paper: SmallPaper) -> None:
    front = paper.fresh(paper.front)
    front.lead = paper.other
    front.save_revision().publish()


def rename_section(paper: SmallPaper) -> None:
    harbour = paper.fresh(paper.harbour)
    harbour.title = "Port"
    harbour.save_revision().publish()


def readdress_section(paper: SmallPaper) -> None:
    harbour = paper.fresh(paper.harbour)
    harbour.slug = "port"
    harbour.save_revision().publish()


def add_section(paper: SmallPaper) -> None:
    section = paper.fresh(paper.front).add_child(instance=Section(title="Sport"))
    section.save_revision().publish()


def change_settings(paper: SmallPaper) -> None:
    newsroom = Newsroom.objects.get()
    newsroom.footer_text = "Owned by its readers."
    newsroom.save()


def add_redirect(paper: SmallPaper) -> None:
    Redirect.add_redirect("/old-quay", paper.story)


def rename_newsletter(paper: SmallPaper) -> None:
    newsletter = paper.fresh(paper.newsletter)
    newsletter.name = "The Evening Tide"
    newsletter.save()


def join_newsletter(paper: SmallPaper) -> None:
    """Nobody sees who reads it."""
    make_subscriber("new@reader.example", newsletters=[paper.newsletter])
