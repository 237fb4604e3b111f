"""The link in the letter: a page with one button, good for seven days, once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone

from broadsheet.delivery.models import Suppression
from broadsheet.delivery.references import sign
from broadsheet.edge.spool import take_in
from broadsheet.newsletters.actions.forget_unconfirmed import KEPT, forget_unconfirmed
from broadsheet.newsletters.models import Consent, Newsletter, SignUp, Subscriber, Subscription
from broadsheet.newsletters.reader_links import preferences_token
from tests.factories import make_edition, make_subscriber
from tests.newsletters.readers.forms import CLEO, letters, link_in, newest_letter, send, signed_up

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tide", "paper")]
State = Subscription.State


def states() -> list[str]:
    return list(Subscription.objects.values_list("state", flat=True))


def test_looking_confirms_nothing_and_pressing_does_once() -> None:
    path = signed_up()
    for ask in (Client().get, Client().head, Client().get):
        assert ask(path, headers={"purpose": "prefetch"}).status_code == 200
    assert states() == [State.PENDING]
    assert Client().options(path).status_code == 405

    assert "You are subscribed" in Client().post(path).content.decode()
    assert states() == [State.ACTIVE]
    assert [consent.kind for consent in Consent.objects.all()] == ["asked", "confirmed"]

    assert "This was confirmed before" in Client().post(path).content.decode()
    Client().post(link_in(again(), "preferences"), {"offered": Subscription.objects.get().newsletter_id})
    assert states() == [State.LEFT]
    Client().post(path)
    assert states() == [State.LEFT]


def again() -> str:
    """The letter to somebody who has signed up once more."""
    send()
    return newest_letter()


def test_who_has_confirmed_is_welcomed_once_and_shown_the_newest_edition(tide: Newsletter) -> None:
    tide.welcome_subject, tide.welcome_text = "Welcome aboard", '<p>We sail at <a href="/">seven</a>.</p>'
    tide.save()
    sent = make_edition("The mole holds", newsletter=tide, state="sent", sent_at=tide.created_at)
    page = Client().post(signed_up()).content.decode()
    assert sent.get_absolute_url() in page
    assert "The mole holds" in page
    welcome = letters()[-1]
    assert (welcome["Subject"], welcome["List-Unsubscribe-Post"]) == (
        "Welcome aboard",
        "List-Unsubscribe=One-Click",
    )
    assert "We sail at seven" in welcome.get_body(("plain",)).get_content()
    Client().post(link_in(welcome["List-Unsubscribe"], "leave"), {"List-Unsubscribe": "One-Click"})
    assert states() == [State.LEFT]
    Client().post(signed_up())
    assert states() == [State.ACTIVE]
    assert [letter["Subject"] for letter in letters()].count("Welcome aboard") == 1


@pytest.mark.parametrize("state", ["left", "bounced", "complained"])
def test_who_was_off_the_list_comes_back_by_confirming_and_is_written_to_again(
    tide: Newsletter, state: str
) -> None:
    make_subscriber(newsletters=[tide], state=state)
    Suppression.objects.create(address=CLEO, reason="bounces", hard_bounces=3, suppressed_at=tide.created_at)
    path = signed_up()
    assert states() == [state]  # nobody brings them back by typing their address
    Client().post(path)
    assert states() == [State.ACTIVE]
    assert not Suppression.objects.suppressed().exists()


def test_a_link_is_good_for_seven_days(monkeypatch: pytest.MonkeyPatch) -> None:
    path = signed_up()
    week = 7 * 24 * 60 * 60
    now = signing.time.time()
    monkeypatch.setattr(signing.time, "time", lambda: now + week - 5)
    assert Client().get(path).status_code == 200
    monkeypatch.setattr(signing.time, "time", lambda: now + week + 5)
    for ask in (Client().get, Client().post):
        answer = ask(path)
        assert answer.status_code == 410
        assert "Sign up again" in answer.content.decode()
    assert states() == [State.PENDING]


def test_who_does_not_confirm_is_forgotten_after_a_month(tide: Newsletter) -> None:
    make_subscriber("reads@reader.example", newsletters=[tide])
    make_subscriber("left@reader.example", newsletters=[tide], state="left")
    make_subscriber("brought@reader.example", newsletters=[tide], state="pending")  # and never asked here
    for name in ("new", "again", "reads", "left"):
        send(f"{name}@reader.example")
    take_in()
    later = timezone.now() + KEPT
    assert forget_unconfirmed(now=later - timedelta(hours=1)) == 0
    SignUp.objects.filter(subscriber__address="again@reader.example").first().subscriber.sign_ups.create(
        asked_at=later
    )
    assert (forget_unconfirmed(now=later), forget_unconfirmed(now=later)) == (1, 0)
    assert (Subscriber.objects.count(), SignUp.objects.count()) == (4, 1)


def test_no_other_token_confirms(django_assert_num_queries: Any) -> None:
    path = signed_up()
    number, moment, signature = path.split("/")[3].split(".")
    forged = [
        f"{int(number) + 1}.{moment}.{signature}",
        f"{number}.{moment}.{signature}x",
        f"{number}.{moment}",
        number,
        sign(int(number)),
        preferences_token(int(number)),
        signing.TimestampSigner(sep=".").sign(number),
        "%00",
        "%F0%9F%9A%A2",
        "x" * 900,
    ]
    for token in forged:
        for ask in (Client().get, Client().post):
            with django_assert_num_queries(0):
                answer = ask(f"/newsletters/confirm/{token}/")
            assert answer.status_code == 400, token
            assert "This link is not complete" in answer.content.decode()
    assert states() == [State.PENDING]


def test_what_belongs_to_one_reader_is_kept_by_nobody() -> None:
    path = signed_up()
    headers = Client().get(path).headers
    assert headers["cache-control"] == "private, no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert "noindex" in headers["x-robots-tag"]
    assert "set-cookie" not in headers


def test_who_was_erased_meanwhile_confirms_nothing() -> None:
    path = signed_up()
    SignUp.objects.get().subscriber.delete()
    assert Client().post(path).status_code == 410
    assert states() == []
