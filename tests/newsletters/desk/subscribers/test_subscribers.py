"""Readers at the desk: who may see them, how they are found, and what is done with them."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from broadsheet.delivery.models import Dispatch, Suppression
from broadsheet.newsletters.actions.add_reader import add_reader
from broadsheet.newsletters.desk.subscribers.searching import search
from broadsheet.newsletters.exporting import subscribers as exporting
from broadsheet.newsletters.models import Consent, Erased, Subscriber, Subscription
from broadsheet.newsletters.models.erased import mark_of
from tests.factories import make_newsletter, make_subscriber, sign_in
from tests.newsletters.desk.subscribers.pages import at, words_of

PAGES = ("index", "add", "import", "export")
NOTE = "By telephone, to Ada."


def addresses_in(answer) -> list[str]:
    page = BeautifulSoup(answer.content, "html.parser")
    return [one.get_text(strip=True) for one in page.select("td.title a")]


def test_readers_are_for_publishers(paper, tide, ben: User):
    desk = sign_in(ben)
    for name in PAGES:
        assert desk.get(at(name)).status_code in (302, 403)
        assert desk.post(at(name), {"newsletter": tide.pk}).status_code in (302, 403)


def test_every_page_opens_and_the_menu_leads_there(tide, desk):
    assert [desk.get(at(name)).status_code for name in PAGES] == [200] * 4
    assert at("index") in desk.get(reverse("wagtailadmin_home")).content.decode()


@pytest.fixture
def three(tide):
    """Ada gets the one, Ben left it and waits for the other, Cleo left that."""
    evening = make_newsletter("The Evening Tide")
    make_subscriber("Ada@quay.example", newsletters=[tide])
    ben = make_subscriber("ben@quay.example", newsletters=[tide], state="left")
    Subscription.objects.create(subscriber=ben, newsletter=evening)
    make_subscriber("cleo.ada@hesk.example", newsletters=[evening], state="left")
    return evening


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ADA@", ["Ada@quay.example"]),
        (" quay ", ["Ada@quay.example", "ben@quay.example"]),
        ("@hesk", ["cleo.ada@hesk.example"]),
        ("ben@q", ["ben@quay.example"]),
        ("_da@", []),
        ("%", []),
        ("z" * 10_000, []),
    ],
)
def test_readers_are_found_by_what_their_address_holds_or_begins_with(three, words, found):
    assert [str(one) for one in search(Subscriber.objects.order_by("key"), words)] == found


def test_the_list_is_searched_and_filtered_by_one_subscription(three, desk):
    asked = {"newsletter": three.pk, "state": ["left"]}
    answer = desk.get(at("index"), asked)
    assert addresses_in(answer) == ["cleo.ada@hesk.example"]
    for told in ("The Evening Tide Unsubscribed", "Newsletter: The Evening Tide", "State: Unsubscribed"):
        assert told in words_of(answer)
    assert addresses_in(desk.get(at("index"), {"q": "quay", "state": ["left"]})) == ["ben@quay.example"]
    newest_first = ["cleo.ada@hesk.example", "ben@quay.example", "Ada@quay.example"]
    assert addresses_in(desk.get(at("index"), {"q": "x\0y"})) == newest_first


def test_a_long_list_costs_as_many_queries_as_a_short_one(tide, desk, django_assert_max_num_queries):
    for n in range(30):
        make_subscriber(f"r{n}@quay.example", newsletters=[tide])
    with django_assert_max_num_queries(30):
        assert len(addresses_in(desk.get(at("index")))) == 30


def test_who_has_asked_is_added_with_a_note_and_gets_no_mail(tide, desk, paula):
    asked = {"address": " Ada@Quay.Example", "newsletter": tide.pk, "note": NOTE}
    answer = desk.post(at("add"), asked, follow=True)
    assert "gets “The Morning Tide” from now on" in words_of(answer)
    consent = Consent.objects.get()
    assert (consent.kind, consent.note, consent.by) == ("added", NOTE, paula)
    assert (consent.subscription.state, consent.subscription.subscriber.address) == (
        "active",
        "Ada@quay.example",
    )
    assert consent.subscription.confirmed_at is not None
    assert not Dispatch.objects.exists()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("left", "They have left “The Morning Tide”"),
        ("complained", "called “The Morning Tide” spam"),
        ("bounced", "came back too often"),
        ("active", "They get “The Morning Tide” already"),
    ],
)
def test_nobody_is_added_against_their_will(tide, state, words):
    make_subscriber("ada@quay.example", newsletters=[tide], state=state)
    with pytest.raises(ValidationError, match=words):
        add_reader("ADA@quay.example", newsletter=tide, note=NOTE, by=None)
    assert (Subscription.objects.get().state, Consent.objects.count()) == (state, 0)


@pytest.mark.parametrize(
    ("address", "note", "words"),
    [
        ("ada@quay.example", " \n ", "Say how and when they asked"),
        ("ada at quay", NOTE, "address"),
        ("ada@quay.example\nBcc: x@quay.example", NOTE, "address"),
        ("a" * 10_000 + "@quay.example", NOTE, "address"),
        ("Erased@quay.example", NOTE, "everything about them erased"),
        ("gone@quay.example", NOTE, "Nothing is sent to this address: mail came back too often"),
    ],
)
def test_what_cannot_be_added_is_refused_in_words(tide, address, note, words):
    Erased.objects.create(mark=mark_of("erased@quay.example"))
    Suppression.objects.create(address="gone@quay.example", reason="bounces", suppressed_at=timezone.now())
    with pytest.raises(ValidationError, match=words):
        add_reader(address, newsletter=tide, note=note, by=None)
    assert not Subscriber.objects.exists()


def test_what_is_wrong_stands_beside_its_field(tide, desk):
    answer = desk.post(at("add"), {"address": "ada at quay", "newsletter": "99", "note": " "})
    words = words_of(answer)
    assert (answer.status_code, "Say how and when" in words, "Select a valid choice" in words) == (
        422,
        True,
        True,
    )
    asked = {"address": "ada at quay", "newsletter": tide.pk, "note": NOTE}
    page = BeautifulSoup(desk.post(at("add"), asked).content, "html.parser")
    assert page.select_one("#id_address")["aria-invalid"] == "true"


def test_who_waits_for_a_confirmation_is_added(tide):
    make_subscriber("ada@quay.example", newsletters=[tide], state="pending")
    add_reader("ada@quay.example", newsletter=tide, note=NOTE, by=None)
    assert Subscription.objects.get().state == "active"


def test_a_readers_page_tells_what_they_agreed_to(tide, desk, paula):
    reader = make_subscriber("ada@quay.example", newsletters=[tide])
    Consent.objects.create(
        subscription=reader.subscriptions.get(), kind="confirmed", page="/harbour/", wording="Yes, please <b>"
    )
    words = words_of(desk.get(at("reader", reader.pk)))
    for told in (
        "ada@quay.example",
        "Confirmed it from their mail",
        "/harbour/",
        "Yes, please <b>",
        "Subscribed",
    ):
        assert told in words


def test_who_is_taken_off_gets_no_more_and_the_note_is_kept(tide, desk, paula):
    reader = make_subscriber("ada@quay.example", newsletters=[tide])
    subscription = reader.subscriptions.get()
    url = at("take_off", reader.pk, subscription.pk)
    assert "Say why" in words_of(desk.post(url, {"note": " "}))
    desk.post(url, {"note": "Asked by letter."})
    subscription.refresh_from_db()
    consent = Consent.objects.get()
    assert (subscription.state, consent.kind, consent.by) == ("left", "removed", paula)
    assert consent.note == "Asked by letter."
    assert "had left" in words_of(desk.post(url, {"note": "Again."}, follow=True))
    other = make_subscriber("ben@quay.example", newsletters=[tide])
    assert desk.post(at("take_off", other.pk, subscription.pk), {"note": "x"}).status_code == 404


def test_mail_that_came_back_can_be_tried_again_but_not_for_who_called_it_spam(tide, desk):
    reader = make_subscriber("ada@quay.example", newsletters=[tide], state="bounced")
    Suppression.objects.create(address="ada@quay.example", reason="bounces", suppressed_at=timezone.now())
    assert "Nothing is sent to this address" in words_of(desk.get(at("reader", reader.pk)))
    desk.post(at("write_again", reader.pk), {"note": "Her mailbox was full."})
    assert (reader.subscriptions.get().state, Suppression.objects.count()) == ("active", 0)
    Suppression.objects.create(address="ada@quay.example", reason="complaint", suppressed_at=timezone.now())
    answer = desk.post(at("write_again", reader.pk), {"note": "Please."})
    assert (answer.status_code, Suppression.objects.count()) == (422, 1)


def test_a_reader_is_erased_after_one_question(tide, desk):
    reader = make_subscriber("ada@quay.example", newsletters=[tide])
    assert "Erase ada@quay.example?" in words_of(desk.get(at("erase", reader.pk)))
    assert Subscriber.objects.exists()
    desk.post(at("erase", reader.pk))
    assert (Subscriber.objects.count(), Erased.objects.count()) == (0, 1)
    assert desk.get(at("reader", reader.pk)).status_code == 404


def test_readers_are_handed_out_and_it_is_written_down_to_whom(tide, desk, paula):
    make_subscriber("+ada@quay.example", newsletters=[tide])
    answer = desk.post(at("export"), {"newsletter": tide.pk})
    assert b"'+ada@quay.example,active," in b"".join(answer.streaming_content)
    assert "no-store" in answer["Cache-Control"]
    entry = ModelLogEntry.objects.get(action="newsletters.export_subscribers")
    assert (entry.user, entry.data) == (paula, {"subscriptions": 1})


def test_a_browser_gets_every_piece_of_the_file(tide, desk, monkeypatch):
    monkeypatch.setattr(exporting, "CHUNK", 2)
    for n in range(5):
        make_subscriber(f"r{n}@quay.example", newsletters=[tide])

    answer = desk.post(at("export"), {"newsletter": tide.pk}, headers={"accept-encoding": "gzip"})
    # Django would compress each piece of a stream as a file of its own, and browsers read the first.
    assert answer["Content-Encoding"] == "identity"
    assert b"".join(answer.streaming_content).count(b"\r\n") == 6


def test_growth_is_for_whoever_sees_newsletters_and_names_nobody(paper, tide, ben: User):
    make_subscriber("ada@quay.example", newsletters=[tide])
    desk = sign_in(ben)
    assert at("growth_of_first") in desk.get(reverse("wagtailadmin_home")).content.decode()
    assert desk.get(at("growth_of_first")).url == at("growth", tide.pk)
    answer = desk.get(at("growth", tide.pk), {"since": "365"})
    assert "Joined and left, by week" in words_of(answer)
    assert "ada@" not in answer.content.decode()
    assert desk.get(at("growth", tide.pk), {"since": "<x>"}).status_code == 200
