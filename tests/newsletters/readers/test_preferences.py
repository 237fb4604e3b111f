"""A reader's own page: choose, move, see, erase."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from django.utils import timezone

from broadsheet.delivery.models import Delivery, Dispatch
from broadsheet.delivery.references import sign
from broadsheet.newsletters.models import Erased, Newsletter, SignUp, Subscriber, Subscription
from broadsheet.newsletters.models.erased import erased_among
from broadsheet.newsletters.reader_links import preferences_token
from tests.factories import make_newsletter, make_subscriber
from tests.newsletters.readers.forms import CLEO, letters, link_in, newest_letter, signed_up

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("paper")]
NEW = "cleo@new.example"
# Far above what a sequence has given out, or the first free number of one table might be taken in the other.
NUMBER_OF_BOTH = 2_000_000_000


@pytest.fixture
def cleo_reads(tide: Newsletter) -> Subscriber:
    """Cleo, who gets the Tide."""
    return make_subscriber(newsletters=[tide])


def own(subscriber: Subscriber, part: str = "") -> str:
    return f"/newsletters/preferences/{preferences_token(subscriber.pk)}/{part}"


def states_of(address: str) -> dict[str, str]:
    return dict(
        Subscription.objects.filter(subscriber__address=address).values_list("newsletter__name", "state")
    )


def test_another_list_is_joined_at_once_and_one_is_left(cleo_reads: Subscriber, tide: Newsletter) -> None:
    sunday, closed = make_newsletter("Sunday Harbour"), make_newsletter("Closed", is_open=False)
    page = Client().get(own(cleo_reads)).content.decode()
    assert "Sunday Harbour" in page
    assert "Closed" not in page
    chosen = {"newsletters": [sunday.pk, closed.pk, 10**17, "x", "\x00"], "offered": [tide.pk, sunday.pk]}
    answer = Client().post(own(cleo_reads), chosen, follow=True)
    assert "Your choice is saved" in answer.content.decode()
    assert states_of(CLEO) == {"The Morning Tide": "left", "Sunday Harbour": "active"}
    consent = Subscription.objects.get(newsletter=sunday).consents.get()
    assert (consent.kind, consent.wording != "") == ("chose", True)


def test_what_the_page_did_not_offer_is_not_left(cleo_reads: Subscriber) -> None:
    sunday = make_newsletter("Sunday Harbour")
    Client().post(own(cleo_reads), {"newsletters": [sunday.pk], "offered": [sunday.pk]})
    assert states_of(CLEO) == {"The Morning Tide": "active", "Sunday Harbour": "active"}


def test_an_editions_letter_leads_to_the_readers_page(cleo_reads: Subscriber) -> None:
    subscription = cleo_reads.subscriptions.get()
    answer = Client().get(f"/newsletters/preferences/{sign(subscription.pk)}/")
    assert answer.headers["location"] == own(cleo_reads)
    assert answer.headers["cache-control"] == "private, no-store"


def test_a_letters_number_is_nobody_elses(cleo_reads: Subscriber, tide: Newsletter) -> None:
    """A subscription and a subscriber may have one number: a token of one must not open the page of the other."""
    dans = Subscriber.objects.create(pk=NUMBER_OF_BOTH, address="dan@reader.example")
    Subscription.objects.create(
        pk=dans.pk, subscriber=cleo_reads, newsletter=make_newsletter("Sunday Harbour")
    )
    assert Client().get(f"/newsletters/preferences/{sign(dans.pk)}/").headers["location"] == own(cleo_reads)
    for part in ("address/", "download/", "erase/"):
        assert Client().post(f"/newsletters/preferences/{sign(dans.pk)}/{part}").status_code == 400
    assert Subscriber.objects.filter(pk=dans.pk).exists()


def test_letters_go_to_another_address_once_it_has_confirmed(cleo_reads: Subscriber) -> None:
    Client().post(own(cleo_reads, "address/"), {"address": NEW})
    path = link_in(newest_letter(NEW), "confirm")
    assert CLEO not in letters(NEW)[0].as_string()
    assert states_of(CLEO) == {"The Morning Tide": "active"}
    assert "Is this your new address?" in Client().get(path).content.decode()
    Client().post(path)
    assert states_of(NEW) == {"The Morning Tide": "active"}
    assert "go to cleo@new.example" in newest_letter()
    assert Client().get(own(cleo_reads)).status_code == 200  # the links of old letters stay good


def test_an_address_that_another_reader_has_is_told_to_nobody_and_both_become_one(
    cleo_reads: Subscriber, tide: Newsletter
) -> None:
    sunday, evening = make_newsletter("Sunday Harbour"), make_newsletter("Evening")
    other = make_subscriber(NEW, newsletters=[tide], state="left")
    Subscription.objects.create(subscriber=other, newsletter=sunday, state="active")
    Subscription.objects.create(subscriber=other, newsletter=evening, state="left")
    free = Client().post(own(cleo_reads, "address/"), {"address": "free@reader.example"})
    taken = Client().post(own(cleo_reads, "address/"), {"address": NEW})
    assert free.headers["location"] == taken.headers["location"]
    Client().post(link_in(newest_letter(NEW), "confirm"))
    assert states_of(NEW) == {"The Morning Tide": "active", "Sunday Harbour": "active", "Evening": "left"}
    assert Subscriber.objects.count() == 1


def test_nobody_is_flooded_by_moving(cleo_reads: Subscriber) -> None:
    for _ in range(5):
        Client().post(own(cleo_reads, "address/"), {"address": NEW})
    newest_letter(NEW)
    assert len(letters(NEW)) == 3
    Client().post(own(cleo_reads, "address/"), {"address": CLEO.upper()})
    newest_letter(NEW)
    assert Subscriber.objects.get().address == "CLEO@reader.example"


@pytest.mark.parametrize(
    ("typed", "words"), [("nonsense", "Please enter a correct"), ("c@gmial.com", "Did you mean")]
)
def test_a_wrong_new_address_is_said_where_it_stands(cleo_reads: Subscriber, typed: str, words: str) -> None:
    answer = Client().post(own(cleo_reads, "address/"), {"address": typed})
    assert (answer.status_code, words in answer.content.decode()) == (400, True)


def test_everything_that_is_held_can_be_taken_along(tide: Newsletter) -> None:
    Client().post(signed_up())
    reader = Subscriber.objects.get()
    answer = Client().get(own(reader, "download/"))
    assert "attachment" in answer.headers["content-disposition"]
    held = json.loads(answer.content)
    assert held["address"] == CLEO
    assert [event["what"] for event in held["newsletters"][0]["what_happened"]] == [
        "Asked for it on a page",
        "Confirmed it from their mail",
    ]
    assert [letter["subject"] for letter in held["letters"]] == ["Please confirm: The Morning Tide"]


def test_everything_that_is_held_can_be_erased_and_no_import_brings_it_back(tide: Newsletter) -> None:
    Client().post(signed_up())
    reader = Subscriber.objects.get()
    sent = Dispatch.objects.create(
        kind=10, name="Today", sender="x@y.example", message=b"", ended_at=timezone.now()
    )
    Delivery.objects.create(
        dispatch=sent, address=CLEO, domain="reader.example", reference=1, state="accepted"
    )
    assert "Erase everything about me" in Client().get(own(reader, "erase/")).content.decode()
    assert Subscriber.objects.exists()
    assert "You are forgotten" in Client().post(own(reader, "erase/")).content.decode()
    assert not any(model.objects.exists() for model in (Subscriber, Subscription, SignUp))
    assert not Delivery.objects.filter(address=CLEO).exists()
    assert not any(CLEO.encode() in bytes(one.message) for one in Dispatch.objects.all())
    assert erased_among([CLEO.upper(), "dan@reader.example"]) == {CLEO.upper()}
    assert CLEO not in Erased.objects.get().mark
    assert Client().get(own(reader)).status_code == 410
    assert Client().post(own(reader), {"newsletters": tide.pk}).status_code == 302  # and nothing comes of it
    assert not Subscriber.objects.exists()

    Client().post(signed_up())  # by themselves they come back
    assert (states_of(CLEO), erased_among([CLEO])) == ({"The Morning Tide": "active"}, set())
