"""The demo newsroom as a newcomer finds it."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from broadsheet.demo.reading import content
from broadsheet.demo.seeding.newsroom import seed_newsroom
from broadsheet.demo.seeding.wanted import wanted_pictures
from broadsheet.news.checks import check_story
from broadsheet.news.models import Author, Correction, FrontPage, Section, Story, Topic
from broadsheet.pages.models import InformationPage, Newsroom
from broadsheet.wire.models import RoundUp, WireEvent, WireItem

SHOWN = re.compile(r"/media/images/([a-z-]+)[._]")
pytestmark = [pytest.mark.usefixtures("ledger"), pytest.mark.django_db]


def test_forty_stories_and_more_are_published() -> None:
    assert Story.objects.published().count() >= 40


def test_the_stories_have_between_150_and_900_words() -> None:
    written = Story.objects.published().filter(round_up=None)
    lengths = {story.slug: story.word_count for story in written}
    assert {slug: words for slug, words in lengths.items() if not 150 <= words <= 900} == {}


def test_the_stories_are_of_the_last_ten_days_up_to_today() -> None:
    dates = sorted(Story.objects.published().values_list("published_at", flat=True))
    now = timezone.now()
    assert now - timedelta(days=10, hours=12) < dates[0]
    assert now - timedelta(hours=24) < dates[-1] <= now


def test_the_cast_the_sections_and_the_topics_are_complete() -> None:
    assert (Author.objects.count(), Topic.objects.count()) == (6, 15)
    assert Section.objects.live().count() >= 5
    assert all(author.portrait and author.biography and author.role for author in Author.objects.all())


def test_every_section_author_and_topic_has_something_to_read() -> None:
    found = Story.objects.published()
    assert [section for section in Section.objects.all() if not found.in_section(section).exists()] == []
    assert [author for author in Author.objects.all() if not found.by_author(author).exists()] == []
    assert [topic for topic in Topic.objects.all() if not found.about(topic).exists()] == []


def test_drafts_submitted_and_scheduled_stories_wait_at_the_desk() -> None:
    waiting = Story.objects.filter(live=False)
    assert [story for story in waiting if story.workflow_in_progress]
    assert [story for story in waiting if not story.workflow_in_progress and not story.approved_schedule]


def test_editors_have_composed_the_front_page() -> None:
    front = FrontPage.objects.get()
    assert front.lead is not None
    assert min(front.seconds.count(), front.strips.count(), front.picks.count()) >= 3
    orders = [pick.sort_order for pick in front.picks.all()]
    assert orders == sorted(set(orders))


def test_there_are_corrections_and_plain_pages() -> None:
    assert Correction.objects.exists()
    assert set(InformationPage.objects.live().values_list("slug", flat=True)) >= {"about", "privacy"}
    assert Newsroom.objects.get().name == "The Harbour Ledger"


def test_nothing_in_the_demo_would_make_an_editor_frown() -> None:
    found = {story.slug: check_story(story) for story in Story.objects.published()}
    assert {slug: findings for slug, findings in found.items() if findings} == {}


def test_galleries_have_their_pictures() -> None:
    bodies = [story.body for story in Story.objects.published()]
    shown = [child.value["pictures"] for body in bodies for child in body if child.block_type == "gallery"]
    assert shown
    assert all(len(pictures) >= 2 and all(item["picture"] for item in pictures) for pictures in shown)


def test_what_the_front_page_shows_is_cut_ahead_and_most_is_not(cleo: Client) -> None:
    shown = set(SHOWN.findall(cleo.get("/").content.decode()))
    wanted = wanted_pictures(content.newsroom(), content.stories())
    assert len(shown) > 10
    assert {motif for motif in shown if "3x2" not in wanted[motif].shapes} == set()
    assert sum(not one.shapes for one in wanted.values()) > 15


def test_every_page_of_the_demo_can_be_read(cleo: Client) -> None:
    pages = [*Story.objects.published(), *Section.objects.live(), *InformationPage.objects.live()]
    addresses = ["/", "/corrections/", *(page.url for page in pages)]
    addresses += [thing.get_absolute_url() for kind in (Author, Topic) for thing in kind.objects.all()]
    assert [address for address in addresses if cleo.get(address).status_code != 200] == []


def test_staff_can_sign_in_with_the_passwords_that_the_demo_prints() -> None:
    file = settings.HOME / "demo-staff.json"
    assert file.stat().st_mode & 0o077 == 0
    cards = json.loads(file.read_text())
    assert {card["group"] for card in cards} == {"Reporters", "Editors", "Publishers"}
    for card in cards:
        user = authenticate(username=card["username"], password=card["password"])
        assert user is not None, card
        assert [group.name for group in user.groups.all()] == [card["group"]]


def test_seeding_says_how_far_it_is(told: list[tuple[str, int, int]]) -> None:
    for what in ("Drawing pictures", "Publishing stories"):
        steps = [(done, total) for name, done, total in told if name == what]
        assert steps[-1][0] == steps[-1][1] == len(steps)


def test_a_second_run_changes_nothing() -> None:
    before = {model: model.objects.count() for model in (Story, Author, Topic, Section)}
    told: list[object] = []
    assert seed_newsroom(lambda *step: told.append(step)) is False
    call_command("seed_demo")
    assert {model: model.objects.count() for model in before} == before
    assert told == []


def test_a_week_of_the_news_feed_is_filed() -> None:
    items = WireItem.objects.visible()
    times = sorted(items.values_list("posted_at", flat=True))
    assert items.count() >= 50
    assert timezone.now() - timedelta(days=8) < times[0] < timezone.now() - timedelta(days=6)
    assert timezone.now() - times[-1] < timedelta(hours=1)


def test_the_news_feed_has_breaking_news_a_correction_a_retraction_and_a_draft() -> None:
    assert WireItem.objects.breaking().exists()
    assert {"corrected", "retracted", "draft"} <= set(WireItem.objects.values_list("state", flat=True))


def test_what_was_corrected_or_retracted_is_told_with_the_time_at_which_it_was() -> None:
    for item in WireItem.objects.filter(state__in=("corrected", "retracted")):
        at = item.corrected_at or item.retracted_at
        payload = WireEvent.objects.standing().get(item=item).payload
        assert timezone.now() - at > timedelta(hours=1)
        assert f"{timezone.localtime(at):%H:%M}" in payload["html"]


def test_two_round_ups_are_out_and_a_story_s_card_points_at_the_newest() -> None:
    days = list(RoundUp.objects.values_list("day", flat=True))
    today = timezone.localdate()
    assert days == [today - timedelta(days=1), today - timedelta(days=2)]
    newest = RoundUp.objects.first().story
    assert newest.excerpt.startswith("Key developments on ")
    page = Client().get(Story.objects.get(slug="dredging-spares-eelgrass").url).content.decode()
    assert f'href="{newest.url}"' in page
