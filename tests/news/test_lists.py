"""Lists of stories: twenty a page, newest first, and nothing where there is no page."""

from __future__ import annotations

import pytest
from django.db.models import ProtectedError
from django.test import Client
from wagtail.models import PageViewRestriction

from broadsheet.news.models import Author, AuthorLink, Story, Topic
from tests.factories import Paper, make_author, make_section, make_story, make_topic
from tests.plugins.kept import Kept

pytestmark = pytest.mark.usefixtures("unindexed")


@pytest.fixture
def archive(kept: Kept, paper: Paper) -> tuple[Author, Topic]:
    """Twenty-one stories of one author about one topic."""
    return kept("archive", make_archive, find=lambda: (Author.objects.get(), Topic.objects.get()))


def make_archive() -> tuple[Author, Topic]:
    """Publish them."""
    author, topic = make_author(), make_topic()
    section = make_section()
    for number in range(21):
        make_story(f"Story {number:02}", section=section, authors=[author], topics=[topic])
    return author, topic


LISTS = ("/harbour/", "/author/ada-quill/", "/topic/ferries/")


def test_a_list_has_twenty_stories_a_page_the_newest_first(
    cleo: Client, archive: tuple[Author, Topic]
) -> None:
    for address in LISTS:
        first, second = (cleo.get(address, {"page": page}).context["stories"] for page in (1, 2))
        assert [story.title for story in first][:2] == ["Story 20", "Story 19"], address
        assert len(first) == 20, address
        assert [story.title for story in second] == ["Story 00"], address


def test_a_list_leads_to_its_other_pages(cleo: Client, archive: tuple[Author, Topic]) -> None:
    for address in LISTS:
        assert 'href="?page=2"' in cleo.get(address).content.decode(), address
        assert 'href="?page=1"' in cleo.get(f"{address}?page=2").content.decode(), address


NO_PAGES = ("0", "-1", "3", "999", "abc", "1.5", "", "1e9", "\0", "9" * 5000, "null", "🚢")


def test_a_page_that_does_not_exist_is_not_found(cleo: Client, archive: tuple[Author, Topic]) -> None:
    for address in (*LISTS, "/corrections/"):
        for page in NO_PAGES:
            assert cleo.get(address, {"page": page}).status_code == 404, (address, page)


def test_an_author_without_stories_has_a_page(cleo: Client, paper: Paper) -> None:
    author = make_author("Mia New", role="Harbour correspondent", email="mia@ledger.test")
    author.links = [AuthorLink(label="Signal", url="https://signal.test/mia")]
    author.save()
    page = cleo.get(author.get_absolute_url()).content.decode()
    for words in ("Mia New", "Harbour correspondent", "mia@ledger.test", "https://signal.test/mia"):
        assert words in page
    assert "Nothing has been published here yet." in page


def test_a_topic_says_what_it_is_about(cleo: Client, paper: Paper) -> None:
    topic = make_topic("Ferries", description="All that floats on time.")
    assert "All that floats on time." in cleo.get(topic.get_absolute_url()).content.decode()


def test_no_list_shows_what_readers_may_not_read(cleo: Client, paper: Paper) -> None:
    author, topic = make_author(), make_topic()
    make_story("Draft", authors=[author], topics=[topic], live=False)
    private = make_story("Private", authors=[author], topics=[topic])
    PageViewRestriction.objects.create(page=private, restriction_type="password", password="x")
    for address in LISTS:
        assert list(cleo.get(address).context["stories"]) == [], address


def test_a_story_of_a_private_section_is_in_no_list(cleo: Client, paper: Paper) -> None:
    author = make_author()
    closed = make_section("Closed")
    make_story("Inside", section=closed, authors=[author])
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    assert list(cleo.get("/author/ada-quill/").context["stories"]) == []
    assert cleo.get("/").context["lead"] is None


def test_an_author_who_wrote_with_others_is_listed_with_each(cleo: Client, paper: Paper) -> None:
    ada, mia = make_author(), make_author("Mia New")
    told = make_story(authors=[mia, ada])
    for author in (ada, mia):
        assert list(cleo.get(author.get_absolute_url()).context["stories"]) == [told]


def test_an_author_who_signed_a_story_cannot_be_lost(story: Story) -> None:
    with pytest.raises(ProtectedError):
        story.authors[0].delete()
