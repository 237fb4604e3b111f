"""Stories follow what is done to the items that they name, and their editors are told."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from broadsheet.news.models import Story
from broadsheet.wire.actions.correct import correct_item
from broadsheet.wire.actions.edit import edit_item
from broadsheet.wire.actions.look_at_round_up import look_at_round_up
from broadsheet.wire.actions.pin import pin_item
from broadsheet.wire.actions.retract import retract_item
from broadsheet.wire.actions.withdraw import withdraw_item
from broadsheet.wire.models import Mention, RoundUp, WireItem
from broadsheet.wire.round_ups import following
from broadsheet.wire.round_ups.following import follow, follow_missed
from tests.factories import make_item, make_story
from tests.wire.round_ups.conftest import Committed
from tests.wire.round_ups.test_lines import block

pytestmark = pytest.mark.usefixtures("unindexed")


def now(story: Story) -> Story:
    """The story as the database has it."""
    return Story.objects.get(pk=story.pk)


def flag(round_up: RoundUp) -> list[str]:
    round_up.refresh_from_db()
    assert bool(round_up.flag) == (round_up.flagged_at is not None)
    return round_up.flag.splitlines()


def test_an_edit_reaches_the_excerpt_and_flags_nothing(
    round_up: RoundUp, published: Story, ferry: WireItem, committed: Committed
) -> None:
    with committed():
        edit_item(ferry, headline="Ferry to Hesk sails at noon")
        pin_item(ferry)
    assert "Ferry to Hesk sails at noon" in now(published).excerpt
    assert flag(round_up) == []


def test_a_correction_reaches_the_excerpt_and_flags_the_story(
    round_up: RoundUp, published: Story, ferry: WireItem, committed: Committed
) -> None:
    with committed():
        correct_item(ferry, headline="Ferry to Skua cancelled", note="It is the Skua.")
    assert "Ferry to Skua cancelled" in now(published).excerpt
    assert flag(round_up) == ["The item of November 23, 09:12 was corrected: It is the Skua."]


def test_a_retraction_takes_the_words_out_of_every_list(
    cleo: Client, round_up: RoundUp, published: Story, ferry: WireItem, committed: Committed
) -> None:
    words = ferry.headline
    assert words in cleo.get("/harbour/").content.decode()
    with committed():
        retract_item(ferry, reason="It sails.")
    assert words not in now(published).opening
    for address in ("/", "/harbour/", "/feed.xml", published.url):
        assert words not in cleo.get(address).content.decode()
    assert flag(round_up) == ["The item of November 23, 09:12 was retracted: It sails."]


def test_flags_add_up_until_an_editor_has_looked(
    round_up: RoundUp, ferry: WireItem, strike: WireItem, committed: Committed
) -> None:
    with committed():
        correct_item(ferry, note="It is the Skua.")
    round_up.refresh_from_db()
    seen = round_up.flagged_at
    with committed():
        retract_item(strike, reason="No strike.")
    assert len(flag(round_up)) == 2
    assert look_at_round_up(round_up, seen=seen) is False  # more has happened since
    assert look_at_round_up(round_up) is True
    assert flag(round_up) == []


def test_what_was_followed_once_flags_once(round_up: RoundUp, ferry: WireItem, committed: Committed) -> None:
    with committed():
        correct_item(ferry, note="It is the Skua.")
    follow(ferry.pk)
    assert follow_missed() == 0
    assert len(flag(round_up)) == 1


def test_what_was_corrected_before_it_was_named_flags_nothing(
    round_up: RoundUp, committed: Committed
) -> None:
    early = make_item("Crane down")
    correct_item(early, note="It is up.")
    story = now(round_up.story)
    story.body = story.body.stream_block.to_python([*story.body.raw_data, _raw(block((early, "")))])
    story.save_revision().publish()
    with committed():
        edit_item(early, sources="Harbour master")
    assert flag(round_up) == []


def test_a_line_that_stands_in_a_draft_alone_is_followed(round_up: RoundUp, committed: Committed) -> None:
    late = make_item("Talks open")
    story = now(round_up.story)
    draft = story.get_latest_revision_as_object()
    draft.body = story.body.stream_block.to_python([_raw(block((late, "")))])
    draft.save_revision()
    with committed():
        correct_item(late, note="Not before noon.")
    assert len(flag(round_up)) == 1


def test_a_line_that_was_dropped_is_not_followed(
    round_up: RoundUp, published: Story, ferry: WireItem, strike: WireItem, committed: Committed
) -> None:
    story = now(published)
    story.body = story.body.stream_block.to_python([_raw(block((strike, "")))])
    story.save_revision().publish()
    assert list(Mention.objects.values_list("item", flat=True)) == [strike.pk]
    with committed():
        retract_item(ferry, reason="It sails.")
    assert flag(round_up) == []


def test_a_story_that_is_no_round_up_follows_too(ferry: WireItem, committed: Committed) -> None:
    story = make_story("Analysis", body=[block((ferry, "No boat to Hesk"))])
    with committed():
        retract_item(ferry, reason="It sails.")
    assert now(story).opening == ""


def test_an_undone_item_leaves_the_excerpt(paper: object, committed: Committed) -> None:
    item = make_item("Typo")
    story = make_story("Analysis", body=[block((item, ""))])
    with committed():
        withdraw_item(item)
    assert now(story).opening == ""


def test_what_a_process_did_not_follow_is_followed_by_the_clock(
    round_up: RoundUp, published: Story, ferry: WireItem
) -> None:
    retract_item(ferry, reason="It sails.")  # and the process dies after its commit
    assert follow_missed() == 1
    assert "Hesk" not in now(published).opening
    assert len(flag(round_up)) == 1
    assert follow_missed() == 0


def test_a_story_that_cannot_follow_fails_no_retraction(
    round_up: RoundUp, ferry: WireItem, committed: Committed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(story: object, news: str) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch, committed():
        patch.setattr(following, "_flag", broken)
        retract_item(ferry, reason="It sails.")
    ferry.refresh_from_db()
    assert ferry.is_retracted
    assert follow_missed() == 1
    assert len(flag(round_up)) == 1


def test_copies_made_from_an_older_state_are_mended_when_the_story_is_saved(ferry: WireItem) -> None:
    story = make_story("Analysis", body=[block((ferry, ""))])
    stale = now(story)
    assert stale.body[0].value["lines"][0]["item"].headline == ferry.headline  # loaded
    WireItem.objects.filter(pk=ferry.pk).update(state="retracted", headline="", retracted_at=timezone.now())
    stale.save_revision().publish()
    assert now(story).opening == ""


def _raw(named: tuple[str, object]) -> dict[str, object]:
    return {"type": named[0], "value": named[1]}
