from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils import timezone

from broadsheet.wire.actions.breaking import end_breaking, start_breaking
from broadsheet.wire.actions.correct import correct_item
from broadsheet.wire.actions.edit import edit_item
from broadsheet.wire.actions.pin import pin_item, unpin_item
from broadsheet.wire.actions.post import post_item, put_live
from broadsheet.wire.actions.retract import retract_item
from broadsheet.wire.actions.withdraw import withdraw_item
from broadsheet.wire.models import WireEvent, WireItem
from tests.factories import make_item, make_section, make_topic

pytestmark = pytest.mark.django_db


def kinds() -> list[str]:
    return list(WireEvent.objects.values_list("kind", flat=True))


def test_a_posted_item_is_live_now_and_in_the_log(ada: User):
    item = post_item("Ferry cancelled", by=ada)
    event = WireEvent.objects.get()
    assert (item.state, event.kind, event.item) == ("live", "posted", item)
    assert timezone.now() - item.posted_at < timedelta(seconds=5)
    assert event.payload["headline"] == "Ferry cancelled"
    assert "Ferry cancelled" in event.payload["html"]


def test_a_posted_item_keeps_all_that_was_filed_with_it(paper, ada: User):
    harbour, ferries = make_section(), make_topic()
    item = post_item(
        "Ferry cancelled", by=ada, body="Wind.\n\nMore wind.", section=harbour, topics=[ferries],
        sources="harbour master", urgency="notable", is_key=True,
    )  # fmt: skip
    item = WireItem.objects.get(pk=item.pk)
    assert item.body == "<p>Wind.</p><p>More wind.</p>"
    assert (item.section, list(item.topics.all()), item.filed_by) == (harbour, [ferries], ada)


def test_a_draft_is_told_to_nobody():
    item = make_item(as_draft=True)
    assert (item.state, kinds()) == ("draft", [])


def test_a_draft_is_put_live():
    item = make_item(as_draft=True)
    put_live(item)
    assert (item.state, kinds()) == ("live", ["posted"])


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"headline": ""}, "headline"),
        ({"headline": " \n\t"}, "headline"),
        ({"headline": "x" * 201}, "headline"),
        ({"body": "<script>alert(1)</script>"}, "body"),
        ({"body": "<p onclick=x>Hello</p>"}, "body"),
        ({"body": '<a href="javascript:alert(1)">Hello</a>'}, "body"),
        ({"body": "<img src=x>"}, "body"),
        ({"body": "x" * 10_001}, "body"),
        ({"sources": "x" * 301}, "sources"),
        ({"urgency": "shouting"}, "urgency"),
        ({"posted_at": timezone.now() + timedelta(days=365)}, "posted_at"),
    ],
)
def test_what_cannot_be_filed_is_refused_by_name_and_leaves_nothing(fields, name):
    with pytest.raises(ValidationError) as refused:
        post_item(**{"headline": "Fine"} | fields)
    assert list(refused.value.message_dict) == [name]
    assert not WireItem.objects.exists()
    assert not WireEvent.objects.exists()


def test_a_headline_is_one_line_without_control_characters():
    assert make_item("Ferry\x00 to\r\n Hesk  cancelled").headline == "Ferry to Hesk cancelled"


def test_bold_italics_links_and_quotations_stay_and_foreign_attributes_go():
    body = '<p data-block-key="x"><b>A</b> <i>b</i> <a href="https://e.example/">c</a></p><blockquote>d</blockquote>'
    assert make_item(body=body).body == body.replace(' data-block-key="x"', "")


def test_plain_words_may_hold_a_sign_of_less():
    assert make_item(body="1 < 2 & 3").body == "<p>1 &lt; 2 &amp; 3</p>"


def test_an_edited_item_has_its_new_words_in_the_log_and_the_old_ones_nowhere_in_it():
    item = make_item("Fery cancelled")
    edit_item(item, headline="Ferry cancelled")
    assert kinds() == ["posted", "edited"]
    assert [event.payload["headline"] for event in WireEvent.objects.standing()] == ["Ferry cancelled"]


def test_a_corrected_item_says_what_was_wrong():
    item = correct_item(make_item(), note="It was the Pell ferry.", headline="Pell ferry cancelled")
    assert (item.state, item.headline) == ("corrected", "Pell ferry cancelled")
    assert "It was the Pell ferry." in WireEvent.objects.standing().get().payload["html"]


def test_a_correction_needs_a_note():
    item = make_item()
    with pytest.raises(ValidationError):
        correct_item(item, note=" ", headline="Other")
    item.refresh_from_db()
    assert (item.state, item.headline) == ("live", "Ferry to Hesk cancelled")


def test_a_draft_cannot_be_corrected():
    with pytest.raises(ValidationError):
        correct_item(make_item(as_draft=True), note="No.")


def test_a_retracted_item_has_lost_its_words_and_says_why(ada: User):
    item = make_item("Mayor resigns", body="She said so.", sources="a caller", by=ada)
    item = retract_item(item, reason="The caller was not who he said he was.", by=ada)
    row = WireItem.objects.values().get()
    assert "Mayor" not in str(row)
    assert "She said" not in str(row)
    html = WireEvent.objects.standing().get().payload["html"]
    assert "The caller was not who he said he was." in html
    assert "Mayor" not in html
    assert not WireEvent.objects.filter(payload__headline="Mayor resigns").exists()
    assert item.revisions.filter(content__headline="Mayor resigns").exists()


def test_a_retracted_item_cannot_be_edited_corrected_or_pinned():
    item = retract_item(make_item(), reason="Wrong.")
    for act in (
        lambda: edit_item(item, headline="Back"),
        lambda: correct_item(item, note="Back", headline="Back"),
        lambda: pin_item(item),
        lambda: start_breaking(item),
    ):
        with pytest.raises(ValidationError):
            act()


def test_retracting_twice_keeps_the_first_reason():
    item = retract_item(make_item(), reason="First.")
    assert retract_item(item, reason="Second.").retraction_reason == "First."
    assert kinds() == ["posted", "retracted"]


def test_an_item_is_withdrawn_within_its_seconds_without_a_trace():
    item = withdraw_item(make_item())
    event = WireEvent.objects.standing().get()
    assert (item.state, event.name, event.payload["id"]) == ("draft", "gone", item.pk)
    assert "headline" not in event.payload


def test_an_item_is_not_withdrawn_later():
    item = make_item()
    WireEvent.objects.update(at=timezone.now() - timedelta(seconds=16))
    with pytest.raises(ValidationError):
        withdraw_item(item)
    assert WireItem.objects.get().state == "live"


def test_one_item_is_pinned_at_a_time():
    first, second = make_item("One"), make_item("Two")
    pin_item(first)
    pin_item(second)
    assert list(WireItem.objects.pinned()) == [second]
    unpin_item(second)
    assert kinds()[2:] == ["pinned", "unpinned", "pinned", "unpinned"]


def test_breaking_news_stands_in_the_banner_until_it_is_ended():
    item = make_item("Mole breached", urgency="breaking")
    assert WireEvent.objects.get(kind="banner").payload["id"] == item.pk
    end_breaking(item)
    assert WireEvent.objects.standing().get(kind="banner").payload["html"] == ""
    assert WireItem.objects.get().urgency == "breaking"


def test_breaking_news_ends_when_it_is_retracted():
    retract_item(make_item("Mole breached", urgency="breaking"), reason="It was not.")
    assert WireEvent.objects.standing().get(kind="banner").payload["html"] == ""


def test_of_two_breaking_items_the_newest_is_shown():
    make_item("Mole breached", urgency="breaking")
    second = make_item("Bridge closed", urgency="breaking")
    assert WireEvent.objects.standing().get(kind="banner").payload["id"] == second.pk
    end_breaking(second)
    assert "Mole breached" in WireEvent.objects.standing().get(kind="banner").payload["html"]


def test_ids_count_without_gaps():
    for n in range(3):
        make_item(f"Item {n}")
    assert list(WireEvent.objects.values_list("pk", flat=True)) == [1, 2, 3]


def test_who_did_what_is_written_down(ada: User, ben: User):
    from wagtail.models import ModelLogEntry

    item = correct_item(make_item(by=ada), note="Not so.", by=ben)
    rows = (
        ModelLogEntry.objects.for_instance(item).order_by("timestamp").values_list("action", "user__username")
    )
    assert list(rows) == [("wire.post", "ada"), ("wire.correct", "ben")]
