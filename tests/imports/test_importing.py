"""What an export becomes in an empty newsroom."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

from django.test import TestCase

from broadsheet.imports.report import Report
from broadsheet.news.models import Author, Section, Story, Topic
from broadsheet.pages.models import InformationPage
from tests.factories import Paper, make_paper
from tests.imports.conftest import EXPORTS, make_uploads
from tests.imports.newsroom import PAGE, STORY, bring_in, ours, remarks


class AnImportedBlogTests(TestCase):
    """One import, with media, that many questions are asked about."""

    report: ClassVar[Report]

    @classmethod
    def setUpTestData(cls) -> None:
        make_paper()
        with TemporaryDirectory() as folder:
            cls.report = bring_in(EXPORTS / "old_quay.xml", media=make_uploads(Path(folder)))

    def test_the_report_counts_what_was_read_and_what_came_of_it(self) -> None:
        assert dict(self.report.table())["stories"] == {"read": 15, "created": 14, "skipped": 1}
        assert dict(self.report.table())["pages"] == {"read": 3, "created": 3}
        assert dict(self.report.table())["comments"] == {"read": 2, "skipped": 2}

    def test_a_post_becomes_a_story_with_all_that_belongs_to_it(self) -> None:
        story = ours(STORY, 10)
        assert (story.title, story.slug, story.live) == ("The ferry was late", "the-ferry-was-late", True)
        assert story.standfirst == "Forty minutes in the fog."
        assert [author.name for author in story.authors] == ["Ada Quill"]
        assert story.section.title == "Ferries"
        assert {topic.name for topic in story.topics.all()} == {"Fog", "Boats", "Opinion"}
        assert story.alt == "The Marigold"
        assert story.caption == "Our ferry"
        assert story.word_count > 30

    def test_a_story_keeps_its_date(self) -> None:
        then = datetime(2019, 3, 4, 9, 30, tzinfo=UTC)
        story = ours(STORY, 10)
        assert (story.published_at, story.first_published_at, story.last_published_at) == (then, then, then)

    def test_every_kind_of_block_is_there(self) -> None:
        assert {block.block_type for block in ours(STORY, 10).body} == {
            "text", "picture", "heading", "quote", "embed", "table", "code", "divider", "html", "gallery",
        }  # fmt: skip

    def test_a_file_that_a_story_links_to_becomes_a_document(self) -> None:
        assert 'linktype="document"' in str(ours(STORY, 10).body.raw_data)

    def test_categories_nest_once_and_deeper_ones_move_up(self) -> None:
        news = Section.objects.get(slug="news")
        assert news.description == "What happens in the port."
        assert {section.slug for section in Section.objects.child_of(news)} == {"ferries", "deep"}
        assert ours(STORY, 11).url_path.endswith("/news/deep/tides/")

    def test_a_post_without_a_category_goes_into_the_blogs_default_one(self) -> None:
        assert ours(STORY, 13).section.title == "Uncategorized"

    def test_categories_and_tags_that_nothing_is_filed_under_are_left_out_and_named(self) -> None:
        assert not Topic.objects.filter(slug__in=["empty", "unused"]).exists()
        assert self.report.skips["sections", "a category that no post in the export has"] == 1
        assert self.report.skips["topics", "a tag that no post in the export has"] == 1

    def test_an_untitled_post_is_called_by_its_first_words(self) -> None:
        story = ours(STORY, 12)
        assert story.title == "No headline was ever given to this short piece about the lighthouse…"
        assert story.slug.startswith("no-headline-was-ever-given")

    def test_a_post_without_words_is_still_a_story(self) -> None:
        assert self.client.get(ours(STORY, 13).url).status_code == 200

    def test_a_headline_that_is_too_long_loses_no_word(self) -> None:
        story = ours(STORY, 14)
        assert len(story.title) <= 255
        assert story.title.endswith("…")
        assert str(story.body.raw_data[0]["value"]).count("harbour board") == 8

    def test_slugs_in_other_letters_are_readable(self) -> None:
        story = ours(STORY, 15)
        assert (story.title, story.slug) == ("Зимова гавань 🚢", "зимова-гавань")
        assert "לבן ושקט" in self.client.get(story.url).content.decode()

    def test_two_posts_with_one_slug_in_one_section_both_come_in(self) -> None:
        assert [ours(STORY, 11).slug, ours(STORY, 16).slug] == ["tides", "tides-2"]

    def test_a_headline_with_markup_becomes_plain_words(self) -> None:
        assert ours(STORY, 11).title == "Tides & times"

    def test_what_wordpress_kept_from_readers_stays_a_draft(self) -> None:
        for foreign_id in (20, 21, 22, 24, 25):
            with self.subTest(foreign_id=foreign_id):
                story = ours(STORY, foreign_id)
                assert not story.live
                assert story.go_live_at is None
                assert story.published_at is None

    def test_the_operator_is_told_why_something_is_a_draft(self) -> None:
        for foreign_id, word in ((21, "review"), (22, "private"), (24, "passed"), (25, "password")):
            with self.subTest(foreign_id=foreign_id):
                assert word in remarks(self.report, foreign_id)[0]

    def test_a_scheduled_post_is_scheduled(self) -> None:
        story = ours(STORY, 23)
        assert not story.live
        assert story.latest_revision.approved_go_live_at == datetime(2199, 1, 1, 8, tzinfo=UTC)

    def test_what_was_in_the_bin_stays_there(self) -> None:
        assert not Story.objects.filter(title="In the bin").exists()
        assert self.report.skips["stories", "in WordPress's state “trash”"] == 1

    def test_a_post_by_two_pens_has_two_names_in_order(self) -> None:
        assert [author.name for author in ours(STORY, 27).authors] == ["Ben Editor", "Greta Guest"]

    def test_no_authors_private_address_is_published(self) -> None:
        assert set(Author.objects.values_list("email", flat=True)) == {""}

    def test_pages_nest_as_they_did_whatever_their_order_in_the_file(self) -> None:
        assert ours(PAGE, 31).url_path.endswith("/about-us/boats/")

    def test_a_page_does_not_take_an_address_of_the_paper(self) -> None:
        assert ours(PAGE, 32).slug == "search-2"
        assert "the paper's own address" in remarks(self.report, 32)[0]
        assert InformationPage.objects.count() == 3

    def test_a_sticky_post_is_proposed_as_a_pick(self) -> None:
        assert "editors' picks" in remarks(self.report, 10)[0]

    def test_an_imported_story_is_found_by_its_words_and_has_a_history(self) -> None:
        story = ours(STORY, 10)
        assert story.pk in {found.pk for found in Story.objects.live().search("Marigold")}
        assert story.revisions.count() == 1
        assert story.live_revision_id == story.latest_revision_id
        assert not story.has_unpublished_changes


def test_a_section_an_author_and_a_topic_that_are_here_already_are_used(paper: Paper, old_quay: Path) -> None:
    author = Author.objects.create(name="Ada Quill", slug="ada")
    topic = Topic.objects.create(name="Fog", slug="fog")
    section = paper.front.add_child(instance=Section(title="News", slug="our-news"))
    bring_in(old_quay)
    assert ours("author", "ada") == author
    assert ours("topic", "fog") == topic
    assert ours("section", "news") == section
