"""The box on the desk's first screen."""

from __future__ import annotations

import json

import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.test.utils.form_data import rich_text

from broadsheet.wire.models import WireItem
from broadsheet.wire.text import FEATURES
from tests.factories import Paper, make_item, make_section, make_story, make_topic, sign_in
from tests.wire.desk.box import HEADLINE, beside, file, grow_old, said, soup

State = WireItem.State


def test_a_reporter_posts_a_headline(ada: User, db: None) -> None:
    assert file(ada)["Location"] == "/desk/"
    item = WireItem.objects.get()
    assert (item.headline, item.state, item.filed_by, item.urgency) == (HEADLINE, State.LIVE, ada, "routine")


def test_everything_that_can_be_said_of_an_item_is_filed(ada: User, paper: Paper) -> None:
    section, topic, story = make_section(), make_topic("Tides"), make_story()
    file(
        ada,
        body=rich_text("<p>Tugs are <b>on their way</b>.</p>", features=FEATURES),
        section=section.pk,
        topics=[topic.pk],
        story=story.pk,
        sources="harbour master",
        urgency="notable",
        is_key="on",
    )
    item = WireItem.objects.get()
    assert item.body == "<p>Tugs are <b>on their way</b>.</p>"
    assert (item.section, list(item.topics.all()), item.story) == (section, [topic], story)
    assert (item.sources, item.urgency, item.is_key) == ("harbour master", "notable", True)


@pytest.mark.parametrize(
    ("written", "filed"),
    [("Tugs.\n\nTwo.", "<p>Tugs.</p><p>Two.</p>"), ("2026", "<p>2026</p>"), ("null", "")],
)
def test_without_a_script_the_body_is_plain_paragraphs(ada: User, written: str, filed: str) -> None:
    file(ada, body=written)
    assert WireItem.objects.get().body == filed


def test_the_box_is_empty_again_and_the_item_stands_under_it(ada: User) -> None:
    page = soup(file(ada, by_script=True))
    assert page.select_one("[name=headline]").get_text(strip=True) == ""
    [item] = page.select(".wire-filed__item--mine")
    assert HEADLINE in item.get_text()
    verbs = [thing.get_text(" ", strip=True).split(" ")[0] for thing in item.select("a, button")]
    assert verbs == ["Undo", "Edit", "Correct", "Retract", "History"]


def test_breaking_news_puts_the_banner_up(ada: User) -> None:
    response = file(ada, urgency="breaking", by_script=True)
    assert "the banner is up" in said(response)
    assert WireItem.objects.get().is_breaking()
    assert HEADLINE in soup(response).select_one(".wire-breaking").get_text()


@pytest.mark.parametrize(
    ("fields", "field", "complaint"),
    [
        ({"headline": " "}, "headline", "Write a headline."),
        ({"headline": "x" * 201}, "headline", "At most 200 characters: this has 201."),
        ({"body": "<script>alert(1)</script>"}, "body", "Only bold, italics, links and quotations"),
        ({"body": "x" * 10_001}, "body", "At most 10,000 characters"),
        ({"sources": "x" * 301}, "sources", "At most 300 characters"),
        ({"section": "999"}, "section", "not one of the available choices"),
        ({"story": "nonsense"}, "story", "not one of the available choices"),
    ],
)
@pytest.mark.parametrize("by_script", [True, False])
def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(
    ada: User, fields: dict[str, str], field: str, complaint: str, by_script: bool
) -> None:
    sent = {"headline": HEADLINE, "is_key": "on", "urgency": "notable"} | fields
    response = file(ada, **sent, by_script=by_script)
    assert response.status_code == 422
    assert complaint in beside(response, field)
    page = soup(response)
    assert page.select_one("[name=headline]").get_text().strip() == sent["headline"].strip()
    assert page.select_one("[name=is_key]").has_attr("checked")
    assert page.select_one("[value=notable]").has_attr("checked")
    assert not WireItem.objects.exists()


def test_a_box_that_is_sent_twice_files_once(ada: User) -> None:
    first, second = (file(ada, key="once", by_script=True) for _ in range(2))
    assert (said(first), said(second)) == ("Posted.", "It was posted already; it is there once.")
    assert WireItem.objects.count() == 1


def test_other_words_after_a_lost_answer_are_asked_about(ada: User) -> None:
    file(ada, key="once")
    response = file(ada, "Ferry adrift, two hurt", key="once", by_script=True)
    assert "This was posted already" in said(response)
    again = soup(response).select_one("[name=key]")["value"]
    assert again != "once"
    file(ada, "Ferry adrift, two hurt", key=again)
    assert WireItem.objects.count() == 2


def test_a_draft_is_kept_and_posted_later_from_the_box(ada: User, cleo: Client) -> None:
    file(ada, do="draft")
    draft = WireItem.objects.get()
    assert draft.state == State.DRAFT
    box = soup(sign_in(ada).get(f"/desk/?draft={draft.pk}"))
    assert box.select_one("[name=headline]").get_text().strip() == HEADLINE
    file(ada, "Ferry safe in port", draft=box.select_one("[name=draft]")["value"])
    posted = WireItem.objects.get()
    assert (posted.pk, posted.headline, posted.state) == (draft.pk, "Ferry safe in port", State.LIVE)


def test_a_draft_that_somebody_posted_meanwhile_is_not_posted_again(ada: User) -> None:
    item = make_item(by=ada)
    response = file(ada, draft=item.pk, by_script=True)
    assert "Somebody has posted this draft" in said(response)
    assert WireItem.objects.get().headline == item.headline


def test_the_words_of_a_deleted_draft_are_filed_as_an_item(ada: User) -> None:
    file(ada, draft=999)
    assert WireItem.objects.get().state == State.LIVE


def test_nobody_posts_the_draft_of_another_reporter(ada: User, ben: User) -> None:
    draft = make_item(by=ben, as_draft=True)
    assert "not yours" in said(file(ada, draft=draft.pk, by_script=True))
    assert (
        soup(sign_in(ada).get(f"/desk/?draft={draft.pk}")).select_one("[name=headline]").get_text().strip()
        == ""
    )


@pytest.mark.parametrize("number", ["0", "x", "-1", "9" * 30, "²"])
def test_a_draft_that_cannot_be_is_an_empty_box(ada: User, number: str) -> None:
    assert sign_in(ada).get("/desk/", {"draft": number}).status_code == 200


def test_words_that_were_kept_are_shown_again_without_a_complaint(ada: User, paper: Paper) -> None:
    section = make_section()
    words = {"key": "kept", "section": section.pk, "urgency": "breaking", "do": "show"}
    response = file(ada, "x" * 201, **words, by_script=True)
    page = soup(response)
    assert response.status_code == 200
    assert page.select_one("[name=headline]").get_text().strip() == "x" * 201
    assert page.select_one("[name=key]")["value"] == "kept"
    assert page.select_one("[name=section] [selected]")["value"] == str(section.pk)
    assert page.select(".error-message") == []
    assert not WireItem.objects.exists()


def test_who_is_signed_out_is_told_so_and_not_by_us(ada: User, cleo: Client) -> None:
    refused = file(cleo, by_script=True)
    assert refused.status_code == 403
    assert not refused["Content-Type"].startswith("text/plain")
    assert file(cleo)["Location"].startswith("/desk/login/")
    assert not WireItem.objects.exists()


def test_a_form_of_another_site_files_nothing(ada: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(ada)
    assert file(strict).status_code == 403


def test_the_list_shows_everybodys_last_items_and_only_ones_own_drafts(ada: User, ben: User) -> None:
    for number in range(9):
        make_item(f"Item {number}", by=ben)
    make_item("Ben's draft", by=ben, as_draft=True)
    mine = make_item("Ada's draft", by=ada, as_draft=True)
    rows = soup(sign_in(ada).get("/desk/wire/filed/")).select(".wire-filed__item")
    headlines = [row.strong.get_text() for row in rows]
    assert headlines == [mine.headline, *(f"Item {number}" for number in range(8, 1, -1))]


def test_the_list_costs_the_same_however_much_was_filed(
    ada: User, ben: User, django_assert_max_num_queries: object
) -> None:
    for number in range(8):
        grow_old(make_item(f"Item {number}", by=(ada, ben)[number % 2], urgency="breaking"))
    desk = sign_in(ben)
    desk.get("/desk/wire/filed/")
    with django_assert_max_num_queries(10):
        desk.get("/desk/wire/filed/")


def test_the_editor_is_told_to_hand_over_words_at_once(ada: User) -> None:
    body = soup(sign_in(ada).get("/desk/")).select_one("[name=body]")
    options = json.loads(body["data-w-init-detail-value"])
    assert options["stateSaveInterval"] == 0
    assert {style["type"] for style in options["inlineStyles"]} == {"BOLD", "ITALIC"}
