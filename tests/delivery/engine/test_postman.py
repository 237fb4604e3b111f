"""The postman empties the ledger and survives whatever is away."""

from __future__ import annotations

import email
import email.policy
import logging
import time

import pytest
from django.core.mail import EmailMessage, send_mail
from django.db import OperationalError

from broadsheet.delivery import references
from broadsheet.delivery.actions.post_letter import post_letter
from broadsheet.delivery.engine import envelopes, postman
from broadsheet.delivery.engine.postman import Postman
from broadsheet.delivery.models import Delivery, Dispatch
from broadsheet.delivery.transports.contract import Fate, Outcome, TransportDownError
from broadsheet.kit.addresses import on_the_wire
from tests.delivery.engine.ways_out import Obedient
from tests.factories import make_dispatch

pytestmark = pytest.mark.django_db


def work(way: Obedient) -> Postman:
    man = Postman("one", transport=way)
    man.deliver_all()
    return man


def test_everybody_gets_the_letter_with_their_own_link_in_order():
    make_dispatch(5)
    way = Obedient()
    work(way)
    assert [one.recipient for one in way.seen] == [f"reader{n}@host{n % 5}.example" for n in range(1, 6)]
    assert references.sign(3).encode() in way.seen[2].data
    assert way.seen[2].sender == "morning@paper.example"
    assert Dispatch.objects.get().state == "done"
    kept = Delivery.objects.order_by("pk").values_list("message_id", flat=True)
    assert list(kept) == [one.message_id for one in way.seen]


def test_a_message_has_the_same_name_in_every_try():
    make_dispatch(1)
    way = Obedient(lambda one: Outcome(one.number, Fate.LATER, 450))
    work(way)
    Delivery.objects.update(state="queued")
    work(way)
    assert way.seen[0].message_id == way.seen[1].message_id


def test_djangos_own_mail_goes_the_same_way(settings):
    settings.EMAIL_BACKEND = "broadsheet.delivery.backend.QueueBackend"
    assert send_mail("Your password", "…", None, ["ada@paper.example", "ben@paper.example"]) == 1
    way = Obedient()
    work(way)
    assert {one.recipient for one in way.seen} == {"ada@paper.example", "ben@paper.example"}
    message = email.message_from_bytes(way.seen[0].data, policy=email.policy.default)
    assert (message["To"], message["Subject"]) == ("ada@paper.example, ben@paper.example", "Your password")


def test_a_blind_copy_is_sent_and_not_shown():
    message = EmailMessage("s", "t", "a@paper.example", ["ada@paper.example"], bcc=["ben@paper.example"])
    post_letter(message)
    way = Obedient()
    work(way)
    assert [one.recipient for one in way.seen] == ["ada@paper.example", "ben@paper.example"]
    assert b"ben@" not in way.seen[1].data


def test_a_row_that_is_no_address_fails_with_words_and_holds_up_nobody():
    make_dispatch(3)
    Delivery.objects.filter(reference=2).update(address="no address\r\nBcc: all@reader.example")
    way = Obedient()
    work(way)
    assert len(way.seen) == 2
    row = Delivery.objects.get(reference=2)
    assert (row.state, row.answer) == ("failed", "This is no address that mail can be sent to.")
    assert (Dispatch.objects.get().state, Dispatch.objects.get().failed) == ("done", 1)


def test_an_international_domain_is_written_as_servers_know_it():
    assert on_the_wire("cleo@käfer.example") == "cleo@xn--kfer-loa.example"
    assert on_the_wire("cleo@straße.example") == "cleo@xn--strae-oqa.example"
    assert on_the_wire("cleo@" + "ä" * 200 + ".example").startswith("cleo@ää")


def test_a_slow_way_out_gives_letters_their_turn(monkeypatch):
    monkeypatch.setattr(envelopes, "LONGEST", -1.0)
    make_dispatch(3)
    way = Obedient()
    Postman("one", transport=way)._deliver_next()
    assert way.seen == []
    assert Delivery.objects.filter(state="queued").count() == 3


def test_a_server_that_is_away_costs_no_try_and_is_asked_with_growing_pauses(caplog):
    def away(one):
        raise TransportDownError("mail.example:25 does not answer. Check EMAIL_URL.")

    make_dispatch(3)
    man = Postman("one", transport=Obedient(away))
    assert [man._survive() for _ in range(8)] == [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0]
    assert set(Delivery.objects.values_list("state", "tries", "uncertain")) == {("queued", 0, False)}
    assert "mail.example:25 does not answer" in caplog.text


def test_an_address_that_leads_nowhere_holds_up_mail_and_not_the_worker(settings, caplog, tmp_path):
    settings.MAIL_URL = "smtp://"
    make_dispatch(1)
    man = Postman("one")
    assert man._survive() == 1.0
    assert "names no mail server" in caplog.text
    settings.MAIL_URL = f"filemail://{tmp_path}"
    assert man._survive() == 0.0
    assert len(list(tmp_path.glob("*.eml"))) == 1


def test_a_database_that_is_away_is_waited_for_and_named_once(caplog, monkeypatch):
    def away(*_, **__):
        raise OperationalError("could not connect")

    monkeypatch.setattr(postman, "claim", away)
    monkeypatch.setattr(postman.connections, "close_all", lambda: None)  # the test's own would go with them
    man = Postman("one", transport=Obedient())
    with caplog.at_level(logging.WARNING):
        assert (man._survive(), man._survive()) == (postman.ROUND, postman.ROUND)
    assert caplog.text.count("Mail waits for the database") == 1


def test_whatever_is_raised_the_postman_goes_on(caplog):
    def stumble(one):
        raise RuntimeError("a bug")

    make_dispatch(1)
    assert Postman("one", transport=Obedient(stumble))._survive() == postman.ROUND
    assert "stumbled" in caplog.text
    assert Delivery.objects.get().state == "queued"


@pytest.mark.parametrize(("rows", "seconds", "size"), [(100, 0.0, 1000), (100, 4.0, 50), (1, 30.0, 10)])
def test_a_batch_is_as_large_as_two_seconds_allow(rows: int, seconds: float, size: int):
    assert postman._next_size(rows, seconds) == size


def test_connections_are_closed_when_nothing_was_sent_for_a_while(monkeypatch):
    way = Obedient()
    man = Postman("one", transport=way, idle=0.01)
    monkeypatch.setattr(man, "_survive", lambda: 0.01)
    man._last_sent = time.monotonic()
    man.start()
    time.sleep(0.05)
    assert way.closed == 0
    man._last_sent = time.monotonic() - postman.KEPT_OPEN - 1
    man.stop()
    assert way.closed >= 1
