"""Round-ups at the desk: made, added to, looked at, and edited as any story."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data, streamfield

from broadsheet.news.models import Story
from broadsheet.wire.actions.correct import correct_item
from broadsheet.wire.actions.make_round_up import make_round_up
from broadsheet.wire.actions.retract import retract_item
from broadsheet.wire.models import RoundUp, Series, WireItem
from tests.desk.forms import errors_in, send_story, story_form
from tests.factories import make_item, make_section, make_story, sign_in
from tests.wire.round_ups.conftest import Committed

pytestmark = pytest.mark.usefixtures("unindexed")


@pytest.fixture
def today(series: Series) -> WireItem:
    """A key development of today."""
    return make_item("Ferry to Hesk cancelled", is_key=True)


def first_screen(client: Client) -> BeautifulSoup:
    return BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html.parser")


def press(client: Client, words: str) -> Any:
    """Press the button on the first screen."""
    screen = first_screen(client)
    button = next(one for one in screen.select("#round-ups button") if words in one.get_text())
    form = button.find_parent("form")
    assert form is not None
    sent = {field["name"]: field.get("value", "") for field in form.select("input")}
    return client.post(str(form["action"]), sent, follow=True)


@pytest.mark.parametrize("who", ["ada", "ben"])
def test_a_button_drafts_todays_and_opens_it(
    request: pytest.FixtureRequest, who: str, today: WireItem
) -> None:
    client = sign_in(request.getfixturevalue(who))
    answer = press(client, "Make today’s Harbour latest")
    story = RoundUp.objects.get().story
    assert answer.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[story.pk])
    assert today.headline in answer.content.decode()
    assert not story.live
    assert "Make today’s" not in str(first_screen(client))


def test_without_key_developments_the_desk_says_so(ben: User, series: Series) -> None:
    answer = press(sign_in(ben), "Make today’s")
    assert "yet: nothing was made." in answer.content.decode()
    assert not Story.objects.exists()


def test_what_came_since_is_offered_and_added(ben: User, series: Series, today: WireItem) -> None:
    client = sign_in(ben)
    press(client, "Make today’s")
    late = make_item("Talks open", is_key=True)
    answer = press(client, "Add 1 key development that is not in it")
    assert "1 key development was added" in answer.content.decode()
    assert late.headline in answer.content.decode()
    assert "not in it" not in str(first_screen(client))


def test_an_editor_orders_rewords_and_publishes(
    ben: User, series: Series, today: WireItem, cleo: Client
) -> None:
    story = make_round_up(series, by=ben).story
    other = make_item("Crane down")
    day = timezone.localdate().isoformat()
    lines = [{"item": other.pk, "wording": "A crane fell"}, {"item": today.pk, "wording": ""}]
    answer = send_story(ben, story, _form(story.title, day, lines), action="publish")
    assert errors_in(answer) == ""
    shown = BeautifulSoup(cleo.get(Story.objects.get(pk=story.pk).url).content, "html.parser")
    assert [line.get_text(strip=True) for line in shown.select(".key-developments li")] == [
        "A crane fell",
        today.headline,
    ]


def test_a_flagged_round_up_is_shown_until_an_editor_has_looked(
    ben: User, series: Series, today: WireItem, committed: Committed
) -> None:
    story = make_round_up(series).story
    with committed():
        retract_item(today, reason="It sails.")
    client = sign_in(ben)
    assert (
        "was retracted: It sails."
        in first_screen(client).select("#round-ups .round-ups__flagged")[0].get_text()
    )
    form = client.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()
    assert "was retracted: It sails." in form
    assert "A key development was retracted" in form
    press(client, "I have looked")
    assert first_screen(client).select(".round-ups__flagged") == []


def test_a_flag_that_is_newer_than_the_screen_stays(
    ben: User, series: Series, today: WireItem, committed: Committed
) -> None:
    make_round_up(series)
    with committed():
        correct_item(today, note="It is the Skua.")
    round_up = RoundUp.objects.get()
    seen = round_up.flagged_at
    with committed():
        retract_item(today, reason="It sails.")
    address = reverse("look_at_round_up", args=[round_up.pk])
    for words in (seen.isoformat() if seen else "", "nonsense", "2026-13-99T99:99", ""):
        answer = sign_in(ben).post(address, {"seen": words}, follow=True)
        assert "look once more" in answer.content.decode()
    round_up.refresh_from_db()
    assert round_up.flagged_at is not None


def test_a_reporter_sees_and_touches_no_flag_of_others(
    ada: User, ben: User, series: Series, today: WireItem, committed: Committed
) -> None:
    round_up = make_round_up(series, by=ben)
    with committed():
        correct_item(today, note="It is the Skua.")
    client = sign_in(ada)
    assert first_screen(client).select("#round-ups") == []
    for verb in ("look_at_round_up", "add_to_round_up"):
        answer = client.post(reverse(verb, args=[round_up.pk]))
        assert answer.status_code == 302
    round_up.refresh_from_db()
    assert round_up.flagged_at is not None


def test_buttons_are_no_links(ben: User, series: Series, today: WireItem) -> None:
    assert sign_in(ben).get(reverse("make_round_up", args=[series.pk])).status_code == 405
    assert not RoundUp.objects.exists()


def test_an_outsider_makes_none(dan: User, series: Series, today: WireItem) -> None:
    sign_in(dan).post(reverse("make_round_up", args=[series.pk]))
    assert not RoundUp.objects.exists()


def test_a_paper_without_series_shows_nothing_of_them(ben: User, paper: object) -> None:
    assert first_screen(sign_in(ben)).select("#round-ups") == []


def test_items_are_found_by_words_of_their_headline(ada: User, paper: object) -> None:
    for headline in ("Ferry to Hesk cancelled", "Crane down"):
        make_item(headline, is_key=headline.startswith("Crane"))
    make_item("Ferry draft", as_draft=True)
    client = sign_in(ada)
    address = reverse("wire_item_chooser:choose")
    results = reverse("wire_item_chooser:choose_results")
    assert "Ferry to Hesk" in client.get(address).json()["html"]
    assert _found(client, results, q="hesk FERRY") == ["Ferry to Hesk cancelled"]
    assert _found(client, results, q="ferry") == ["Ferry to Hesk cancelled"]
    assert _found(client, results, key="on") == ["Crane down"]


def test_editors_keep_series_and_reporters_do_not(ada: User, ben: User, paper: object) -> None:
    address = reverse("wagtailsnippets_wire_series:add")
    section = make_section()
    sent = {
        "name": "Evening",
        "slug": "evening",
        "title_pattern": "{nmae}",
        "section": section.pk,
        "hour": "24",
    }
    refused = sign_in(ben).post(address, sent)
    assert "“{nmae}” stands for nothing" in refused.content.decode()
    assert "less than or equal to 23" in refused.content.decode()
    sign_in(ada).post(address, sent | {"title_pattern": "{name}", "hour": ""})
    assert not Series.objects.exists()
    sign_in(ben).post(address, sent | {"title_pattern": "{name}", "hour": "18"})
    assert Series.objects.get().hour == 18


def test_a_card_is_set_by_choosing_a_series(ben: User, series: Series) -> None:
    story = make_story("Under test")
    body = [("latest_of_series", {"series": str(series.pk)})]
    answer = send_story(ben, story, story_form("Under test", body=body), action="publish")
    assert errors_in(answer) == ""
    assert Story.objects.get(pk=story.pk).body[0].value["series"] == series.pk


def _found(client: Client, address: str, **asked: str) -> list[str]:
    soup = BeautifulSoup(client.get(address, asked).content, "html.parser")
    return [link.get_text(strip=True) for link in soup.select("[data-chooser-modal-choice]")]


def _form(title: str, day: str, lines: list[dict[str, Any]]) -> dict[str, Any]:
    value = {"day": day, "lines": streamfield([("item", line) for line in lines])}
    return story_form(title) | nested_form_data({"body": streamfield([("key_developments", value)])})
