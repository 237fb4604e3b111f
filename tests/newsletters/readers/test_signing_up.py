"""A reader signs up: what they are told, what is kept, and what comes by mail."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone

from broadsheet.edge.spool import take_in, waiting
from broadsheet.newsletters.door import limits
from broadsheet.newsletters.models import Consent, Newsletter, SignUp, Subscriber, Subscription
from tests.factories import make_newsletter, make_subscriber
from tests.newsletters.readers.forms import ASK, CLEO, letters, link_in, newest_letter, send, signed_up

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tide")]
State = Subscription.State
FOREIGN = {"sec-fetch-site": "cross-site", "origin": "https://evil.example"}


def test_nobody_can_tell_who_subscribes(tide: Newsletter, django_assert_num_queries: Any) -> None:
    make_subscriber("active@reader.example", newsletters=[tide])
    make_subscriber("pending@reader.example", newsletters=[tide], state="pending")
    make_subscriber("left@reader.example", newsletters=[tide], state="left")
    told = set()
    for name in ("new", "active", "pending", "left"):
        with django_assert_num_queries(0):
            answer = send(f"{name}@reader.example")
        told.add(answer.content.decode().replace(name, "N"))
    assert len(told) == 1
    take_in()
    subjects = {
        name: letters(f"{name}@reader.example")[0]["Subject"] for name in ("new", "active", "pending", "left")
    }
    confirm = "Please confirm: The Morning Tide"
    assert subjects == {
        "new": confirm,
        "pending": confirm,
        "left": confirm,
        "active": "You are subscribed already",
    }


def test_an_unknown_address_is_told_as_a_reader_is_who_asks_for_their_link(tide: Newsletter) -> None:
    make_subscriber(newsletters=[tide])
    told = {
        send(address, to=ASK).content.decode().replace(address, "N") for address in (CLEO, "x@reader.example")
    }
    assert len(told) == 1
    assert "/newsletters/preferences/" in newest_letter()
    assert letters("x@reader.example") == []


def test_what_was_agreed_to_is_written_down(tide: Newsletter) -> None:
    signed_up()
    consent = Consent.objects.get()
    assert (consent.kind, consent.page) == ("asked", "/harbour/")
    assert consent.wording.startswith("The Morning Tide: What the night brought, at seven. We send one email")
    assert len(consent.network) == 64
    assert Subscription.objects.get().state == State.PENDING


def test_any_choice_is_confirmed_by_one_letter() -> None:
    make_newsletter("Sunday Harbour")
    make_newsletter("Closed", is_open=False)
    path = signed_up(CLEO, "the-morning-tide", "sunday-harbour", "closed", "nobody-s", "../etc")
    assert len(letters()) == 1
    Client().post(path)
    assert set(Subscription.objects.active().values_list("newsletter__name", flat=True)) == {
        "The Morning Tide",
        "Sunday Harbour",
    }


def test_three_letters_a_day_go_to_an_address_and_no_more(tide: Newsletter) -> None:
    assert {send(CLEO.upper() if n % 2 else CLEO).status_code for n in range(6)} == {200}
    take_in()
    send(to=ASK)
    take_in()
    assert len(letters()) + len(letters(CLEO.upper())) == 3
    assert (Consent.objects.count(), Subscriber.objects.count()) == (3, 1)
    SignUp.objects.update(mailed_at=timezone.now() - timedelta(days=1, minutes=1))
    send()
    take_in()
    assert SignUp.objects.count() == 4


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ("", 400),
        ("cleo", 400),
        ("cleo@localhost", 400),
        ("Cleo <cleo@reader.example>", 400),
        ("cleo@reader.example\r\nBcc: everybody@reader.example", 400),
        ("cleo@reader.example\x00", 400),
        ("a" * 10_000 + "@reader.example", 400),
        ("cleo@reader.example, dan@reader.example", 400),
        ("  кіт@приклад.укр ", 200),
        ("cafe\u0301@reader.example", 200),
    ],
)
def test_an_address_is_read_or_refused_in_words(typed: str, status: int) -> None:
    answer = send(typed)
    assert answer.status_code == status
    assert waiting() == (status == 200)
    if status == 400:
        assert answer.json()["field"] == "address"
        assert answer.json()["words"].startswith(("Enter your", "Please enter a correct email address"))


def test_a_slip_of_the_pen_is_asked_about_and_may_be_meant() -> None:
    answer = send("cleo@gmial.com").json()
    assert (answer["words"], answer["suggestion"]) == ("Did you mean cleo@gmail.com?", "cleo@gmail.com")
    assert send("cleo@gmial.com", insist="cleo@gmial.com").status_code == 200
    assert send("dan@gmial.com", insist="cleo@gmial.com").status_code == 400


def test_addresses_to_be_thrown_away_are_refused_where_the_paper_says_so(settings: LazySettings) -> None:
    assert send("cleo@mailinator.com").status_code == 200
    settings.REFUSE_DISPOSABLE = True
    assert "thrown away" in send("cleo@mailinator.com").json()["words"]
    assert send("cleo@reader.example").status_code == 200


def test_a_form_without_a_script_is_answered_with_a_page() -> None:
    page = send(json=False).content.decode()
    assert "Nearly done" in page
    assert CLEO in page
    wrong = send("<cleo>", json=False)
    assert wrong.status_code == 400
    assert 'value="&lt;cleo&gt;"' in wrong.content.decode()
    assert 'name="newsletters" value="the-morning-tide"' in wrong.content.decode()
    slip = send("cleo@gmial.com", json=False).content.decode()
    assert "Yes, cleo@gmail.com" in slip
    assert "No, cleo@gmial.com is right" in slip


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (FOREIGN, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"referer": "https://evil.example/http://testserver/"}, 403),
        ({"origin": "http://[", "referer": "http://testserver/"}, 403),
        ({"origin": "http://testserver"}, 200),
        ({"referer": "http://testserver/harbour/"}, 200),
        ({"sec-fetch-site": "cross-site", "origin": "http://testserver"}, 200),  # our own, under another name
        ({}, 200),
    ],
)
def test_a_form_on_another_sites_page_is_refused(headers: dict[str, str], status: int) -> None:
    answer = send(headers=headers)
    assert answer.status_code == status
    if status == 403:
        assert "another site" in answer.json()["words"]


@pytest.mark.parametrize(
    ("fields", "status", "words"),
    [
        ({"remark": "Buy boats"}, 400, "as robots do"),
        ({"waited": "200"}, 400, "faster than anybody types"),
        ({"newsletters": []}, 400, "Choose at least one"),
        ({"newsletters": [f"n-{n}" for n in range(60)]}, 400, "50 newsletters at most"),
        ({"newsletters": [f"n-{n}" for n in range(1000)]}, 413, "more than a form can hold"),
        ({"newsletters": ["\x00", "a/b"]}, 400, "Choose at least one"),
        ({"page": "x" * 20_000}, 413, "more than a form can hold"),
        ({"page": "https://evil.example/\x00"}, 200, "Open it and press the button"),
        ({"waited": "9" * 4_000}, 200, "Open it and press the button"),
    ],
)
def test_what_no_reader_sends_is_answered_in_words(fields: dict[str, Any], status: int, words: str) -> None:
    answer = send(**fields)
    assert (answer.status_code, words in answer.json()["words"]) == (status, True)
    take_in()
    assert {one.page for one in SignUp.objects.all()} <= {"", "/harbour/"}


def test_a_network_may_send_so_many_forms_and_fewer_without_a_script() -> None:
    without = [send(f"r{n}@reader.example", json=False).status_code for n in range(10)]
    assert without == [200] * 8 + [429] * 2
    assert send("by-script@reader.example").status_code == 200
    elsewhere = Client().post(
        "/newsletters/sign-up/",
        {"address": CLEO, "newsletters": "the-morning-tide"},
        REMOTE_ADDR="203.0.113.9",
    )
    assert elsewhere.status_code == 200


def test_a_full_spool_takes_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_WAITING", 1)
    assert send().status_code == 200
    limits.ROOM.forget()
    assert (send().status_code, waiting()) == (503, 1)


def test_a_disk_that_takes_nothing_is_told_in_words(home: Path) -> None:
    (home / "spool").write_text("in the way")
    answer = send()
    assert (answer.status_code, "nothing was kept" in answer.json()["words"]) == (503, True)


def test_to_ask_for_the_forms_address_leads_to_the_newsletters() -> None:
    assert Client().get("/newsletters/sign-up/").headers["location"] == "/newsletters/"


def test_the_link_in_a_letter_is_a_whole_address(settings: LazySettings) -> None:
    settings.PUBLIC_URL = "https://paper.example"
    send()
    words = newest_letter()
    assert f"https://paper.example{link_in(words, 'confirm')}" in words
