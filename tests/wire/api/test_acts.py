"""Machines change what was filed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from broadsheet.wire.models import WireEvent, WireItem
from tests.factories import make_item, make_section
from tests.wire.api.bots import Bot

pytestmark = pytest.mark.django_db


def test_an_item_is_edited_where_the_call_says_so(paper, bot: Bot):
    make_section("Harbour")
    item = make_item(by=bot.user, body="Gale.", is_key=True)
    said = bot.call("PATCH", f"/{item.pk}", {"headline": "Ferry is back", "section": "harbour"}).json()
    assert (said["headline"], said["section"], said["body"], said["key"]) == (
        *("Ferry is back", "harbour"),
        *("<p>Gale.</p>", True),
    )
    assert bot.call("PATCH", f"/{item.pk}", {"section": None}).json()["section"] == ""


def test_an_item_is_corrected(bot: Bot):
    item = make_item(by=bot.user)
    said = bot.post(f"/{item.pk}/correct", {"note": "It sails.", "headline": "Ferry sails"}).json()
    assert (said["state"], said["headline"], said["correction_note"]) == (
        "corrected",
        "Ferry sails",
        "It sails.",
    )


def test_an_item_is_retracted_and_a_second_time_nothing_happens(bot: Bot):
    item = make_item(by=bot.user)
    for reason in ("It was a drill.", "Again."):
        said = bot.post(f"/{item.pk}/retract", {"reason": reason}).json()
        assert (said["state"], said["headline"], said["retraction_reason"]) == (
            "retracted",
            "",
            "It was a drill.",
        )


def test_a_post_is_undone(bot: Bot):
    item = make_item(by=bot.user)
    assert bot.post(f"/{item.pk}/withdraw").json()["state"] == "draft"


def test_a_draft_is_put_live_once(bot: Bot):
    item = make_item(by=bot.user, as_draft=True)
    assert bot.post(f"/{item.pk}/post").json()["state"] == "live"
    assert bot.post(f"/{item.pk}/post").status_code == 409


def test_items_are_pinned_and_put_into_the_banner(director: Bot):
    item = make_item()
    assert director.post(f"/{item.pk}/pin").json()["pinned"] is True
    assert director.post(f"/{item.pk}/unpin").json()["pinned"] is False
    assert director.post(f"/{item.pk}/break").json()["breaking_until"]
    end = director.post(f"/{item.pk}/end-breaking").json()["breaking_until"]
    assert end <= timezone.localtime().isoformat(timespec="seconds")


@pytest.mark.parametrize("act", ["pin", "unpin", "break", "end-breaking"])
def test_who_only_files_does_not_direct(act: str, bot: Bot):
    response = bot.post(f"/{make_item(by=bot.user).pk}/{act}")
    assert (response.status_code, "You may not direct" in response.json()["detail"]) == (403, True)


def test_who_only_files_changes_nobody_else_s(bot: Bot, director: Bot):
    item = make_item()
    for call in (
        lambda bot: bot.call("PATCH", f"/{item.pk}", {"headline": "Mine"}),
        lambda bot: bot.post(f"/{item.pk}/correct", {"note": "Mine."}),
        lambda bot: bot.post(f"/{item.pk}/withdraw"),
        lambda bot: bot.post(f"/{item.pk}/retract", {"reason": "Mine."}),
    ):
        assert call(bot).status_code == 403
    assert WireItem.objects.get().headline == "Ferry to Hesk cancelled"
    assert director.call("PATCH", f"/{item.pk}", {"headline": "Ours"}).status_code == 200


def test_what_a_state_forbids_is_a_conflict(bot: Bot):
    item = make_item(by=bot.user)
    WireEvent.objects.update(at=timezone.now() - timedelta(minutes=1))
    late = bot.post(f"/{item.pk}/withdraw")
    assert (late.status_code, "correct it or retract it" in late.json()["detail"]) == (409, True)
    bot.post(f"/{item.pk}/retract", {"reason": "A drill."})
    assert bot.call("PATCH", f"/{item.pk}", {"headline": "It was none"}).status_code == 409
    assert bot.post(f"/{item.pk}/correct", {"note": "It was none."}).status_code == 409


@pytest.mark.parametrize(
    "given", [{}, {"note": ""}, {"note": "x" * 501}, {"note": 5}, {"note": "a", "by": 1}]
)
def test_a_correction_that_says_too_little_or_too_much(given: dict[str, Any], bot: Bot):
    item = make_item(by=bot.user)
    assert bot.post(f"/{item.pk}/correct", given).status_code == 422
    assert WireItem.objects.get().state == "live"


@pytest.mark.parametrize(
    "path", ["/999", "/999/retract", "/999/withdraw", f"/{10**30}", f"/{10**30}/withdraw", "/x"]
)
def test_an_item_that_is_not_there(path: str, bot: Bot):
    given = {"reason": "None."} if "retract" in path else None
    response = bot.post(path, given) if path.count("/") > 1 else bot.get(path)
    assert (response.status_code, set(response.json())) == (404, {"detail"})
