"""Sending at the desk: who may, what is asked, and what is told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from broadsheet.delivery.models import Delivery, Dispatch
from broadsheet.newsletters.actions.schedule_edition import schedule_edition
from broadsheet.newsletters.actions.send_edition import send_edition
from broadsheet.newsletters.desk.sending.schedule_form import ScheduleForm
from broadsheet.newsletters.models import Edition, Newsletter, Subscription
from broadsheet.newsletters.tasks import freeze_audience
from tests.factories import Paper, make_edition, make_newsletter, make_subscriber, sign_in

ACTS = ("send", "schedule", "unschedule", "pause", "resume", "stop", "archive")


@pytest.fixture(autouse=True)
def unsearched(unindexed: None) -> None:
    """Spare every test the work of the search."""


@pytest.fixture
def newsletter(paper: Paper) -> Newsletter:
    """The Morning Tide, with two readers."""
    newsletter = make_newsletter()
    for name in ("cleo", "elin"):
        make_subscriber(f"{name}@reader.example", newsletters=[newsletter])
    return newsletter


@pytest.fixture
def edition(newsletter: Newsletter) -> Edition:
    """A draft."""
    return make_edition(newsletter=newsletter)


@pytest.fixture
def going(edition: Edition, ben: User) -> Edition:
    """On its way, its audience written down."""
    send_edition(edition, by=ben)
    freeze_audience.call(edition.pk)
    return edition


@pytest.fixture
def desk(ben: User) -> Client:
    """Ben's browser."""
    return sign_in(ben)


def address(edition: Edition, page: str = "edition") -> str:
    return reverse(f"newsletters_sending:{page}", args=[edition.pk])


def words(response: Any) -> str:
    main = BeautifulSoup(response.content, "html.parser").main
    assert main is not None
    return " ".join(main.get_text(" ").split())


def fingerprint(response: Any) -> str:
    field = BeautifulSoup(response.content, "html.parser").find("input", {"name": "fingerprint"})
    return str(field["value"]) if field else ""


def state_of(edition: Edition) -> tuple[str, str, bool]:
    edition = Edition.objects.select_related("dispatch").get(pk=edition.pk)
    return edition.state, edition.dispatch.state if edition.dispatch else "", edition.in_archive


def test_who_may_not_send_does_nothing_of_it(going: Edition, ada: User, dan: User) -> None:
    before = state_of(going)
    reporter, outsider = sign_in(ada), sign_in(dan)
    for act in ACTS:
        assert reporter.post(address(going, act), {"keep": "0"}).status_code == 403, act
        assert outsider.post(address(going, act), {"keep": "0"}).status_code in (302, 403), act
        assert Client().post(address(going, act)).status_code == 302, act
    for page in ("edition", "progress", "send", "stop"):
        assert reporter.get(address(going, page)).status_code == 403, page
    assert state_of(going) == before


def test_looking_changes_nothing(going: Edition, edition: Edition, desk: Client) -> None:
    draft = make_edition("Another", newsletter=edition.newsletter)
    before = state_of(going), state_of(draft)
    for one in (going, draft):
        for act in ACTS:
            assert desk.get(address(one, act)).status_code in (200, 302, 405), act
    assert (state_of(going), state_of(draft)) == before
    assert Dispatch.objects.count() == 1


def test_one_confirmation_says_what_goes_to_how_many_and_sends_it(desk: Client, edition: Edition) -> None:
    asked = desk.get(address(edition, "send"))
    for said in ("2 readers of The Morning Tide", "The mole holds", "From", "now"):
        assert said in words(asked)
    answer = desk.post(address(edition, "send"), {"fingerprint": fingerprint(asked)})
    assert answer["Location"] == address(edition)
    again = desk.post(address(edition, "send"), {"fingerprint": fingerprint(asked)})
    assert again["Location"] == address(edition)
    assert Dispatch.objects.count() == 1
    assert "Writing down who gets it" in words(desk.get(address(edition)))


def test_what_was_confirmed_is_what_is_sent(desk: Client, edition: Edition) -> None:
    asked = desk.get(address(edition, "send"))
    Edition.objects.update(subject="Something else")
    for form in ({"fingerprint": fingerprint(asked)}, {}):
        answer = desk.post(address(edition, "send"), form, follow=True)
        assert "It was changed since you looked" in answer.content.decode()
    assert not Dispatch.objects.exists()


def test_what_the_checks_stop_has_no_button(desk: Client, edition: Edition) -> None:
    Subscription.objects.all().delete()
    seen = desk.get(address(edition))
    assert "It cannot go out yet" in words(seen)
    assert address(edition, "send") not in seen.content.decode()
    asked = desk.get(address(edition, "send"))
    answer = desk.post(address(edition, "send"), {"fingerprint": fingerprint(asked)}, follow=True)
    assert "It was not sent." in answer.content.decode()


def test_an_hour_is_the_newsrooms_wherever_the_editor_is(
    desk: Client, edition: Edition, settings: LazySettings
) -> None:
    settings.TIME_ZONE = "Australia/Perth"  # eight hours ahead, all year
    UserProfile.get_for_user(User.objects.get(username="ben"))
    UserProfile.objects.update(current_time_zone="America/Bogota")
    day = timezone.now().date() + timedelta(days=3)
    desk.post(address(edition, "schedule"), {"day": day.isoformat(), "hour": "07:00"})
    edition.refresh_from_db()
    assert edition.send_at is not None
    assert edition.send_at.isoformat() == f"{day - timedelta(days=1)}T23:00:00+00:00"
    assert "07:00 (Australia/Perth)" in words(desk.get(address(edition)))


def test_an_hour_that_the_clocks_skip_is_refused(settings: LazySettings) -> None:
    settings.TIME_ZONE = "Europe/London"
    form = ScheduleForm({"day": "2027-03-28", "hour": "01:30"})
    assert "the clocks go forward" in str(form.errors)


@pytest.mark.parametrize(
    ("form", "complaint"),
    [
        ({"day": "2020-01-01", "hour": "07:00"}, "This hour has passed"),
        ({"day": "9999-12-31", "hour": "23:59"}, "a year from now"),
        ({"day": "0001-01-01", "hour": "00:00"}, "passed"),
        ({"day": "tomorrow", "hour": "seven"}, "Enter a valid"),
        ({}, "required"),
    ],
)
def test_an_hour_that_is_none_is_refused_beside_its_field(
    desk: Client, edition: Edition, form: dict[str, str], complaint: str
) -> None:
    answer = desk.post(address(edition, "schedule"), form)
    assert answer.status_code == 422
    assert complaint in words(answer)
    assert state_of(edition)[0] == "draft"


def test_what_is_scheduled_says_when_and_can_be_taken_back(desk: Client, edition: Edition, ben: User) -> None:
    at = timezone.now() + timedelta(days=2)
    schedule_edition(edition, at=at, by=ben)
    assert f"{timezone.localtime(at):%H:%M}" in words(desk.get(address(edition)))
    desk.post(address(edition, "unschedule"))
    assert state_of(edition)[0] == "draft"


def test_the_bar_is_told_in_numbers_and_in_words(desk: Client, going: Edition) -> None:
    Delivery.objects.filter(address="cleo@reader.example").update(state="accepted")
    Dispatch.objects.update(accepted=1)
    told = desk.get(address(going, "progress")).json()
    assert (told["phase"], told["audience"], told["sent"], told["queued"]) == ("sending", 2, 1, 1)
    assert told["words"] == "1 of 2 readers sent."
    page = desk.get(address(going))
    bar = BeautifulSoup(page.content, "html.parser").find("progress")
    assert (bar["value"], bar["max"]) == ("1", "2")
    assert 'http-equiv="refresh"' in page.content.decode()


def test_it_is_paused_resumed_and_stopped_with_buttons(desk: Client, going: Edition) -> None:
    desk.post(address(going, "pause"))
    assert state_of(going)[1] == "paused"
    assert "Paused" in words(desk.get(address(going)))
    assert "Paused: The mole holds" in words(desk.get(reverse("wagtailadmin_home")))
    desk.post(address(going, "resume"))
    assert state_of(going)[1] == "sending"
    assert "2 readers will not get it" in words(desk.get(address(going, "stop")))
    desk.post(address(going, "stop"))
    assert state_of(going)[:2] == ("sent", "stopped")
    assert "It was stopped" in words(desk.get(address(going)))


def test_addresses_are_for_publishers(going: Edition, desk: Client, paula: User) -> None:
    Delivery.objects.filter(address="cleo@reader.example").update(
        state="failed", code=550, answer="5.1.1 <cleo@reader.example>: no such user", ended_at=timezone.now()
    )
    Delivery.objects.filter(address="elin@reader.example").update(state="accepted", uncertain=True)
    Subscription.objects.filter(subscriber__address="elin@reader.example").update(
        state="left", left_by=going, left_at=timezone.now()
    )
    Edition.objects.update(state="sent")
    for seen, addresses in ((sign_in(paula).get(address(going)), True), (desk.get(address(going)), False)):
        assert "Opens and clicks are not tracked." in words(seen)
        assert "550" in words(seen)
        assert "<svg" in seen.content.decode()
        assert ("cleo@reader.example" in seen.content.decode()) is addresses
        assert ("May have come twice" in words(seen)) is addresses
    Dispatch.objects.update(ended_at=timezone.now() - timedelta(days=91))
    assert "was forgotten 90 days after" in words(desk.get(address(going)))


def test_an_edition_is_taken_out_of_the_archive_and_put_back(desk: Client, going: Edition) -> None:
    for keep in ("0", "1"):
        desk.post(address(going, "archive"), {"keep": keep})
        assert state_of(going)[2] is (keep == "1")
        assert Client().get(going.get_absolute_url()).status_code == (200 if keep == "1" else 404)


def test_what_readers_have_is_not_deleted_among_others(going: Edition, paula: User) -> None:
    draft = make_edition("Another", newsletter=going.newsletter)
    bulk = reverse("wagtail_bulk_action", args=["newsletters", "edition", "delete"])
    publisher = sign_in(paula)
    publisher.post(f"{bulk}?id={going.pk}&id={draft.pk}")
    assert Edition.objects.count() == 2
    publisher.post(f"{bulk}?id={draft.pk}")
    assert Edition.objects.get() == going
