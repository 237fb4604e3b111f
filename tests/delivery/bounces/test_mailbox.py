"""Bounces are fetched from a real mail server, and marked only after they were written down."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from django.db import OperationalError

from broadsheet.delivery.bounces import looking
from broadsheet.delivery.bounces.looking import check_mailbox, look
from broadsheet.delivery.bounces.mailbox import MailboxError
from broadsheet.delivery.bounces.taking_in import Verdict
from broadsheet.delivery.bounces.tally import Tally
from broadsheet.delivery.bounces.verp import verp
from broadsheet.delivery.models import Delivery
from broadsheet.operations.worker.bounces import BounceWatch
from tests.delivery.bounces import samples
from tests.delivery.bounces.dovecot import Dovecot, running_dovecot

pytestmark = pytest.mark.xdist_group("dovecot")


@pytest.fixture(scope="module")
def dovecot() -> Iterator[Dovecot]:
    with running_dovecot() as server:
        yield server


@pytest.fixture
def mailbox(dovecot: Dovecot, settings: LazySettings, request: pytest.FixtureRequest) -> str:
    """An empty mailbox, named in the settings."""
    user = f"bounces{abs(hash(request.node.nodeid))}"
    settings.BOUNCE_MAILBOX = dovecot.url(user)
    return user


def test_unseen_mail_is_taken_in_and_marked_and_the_rest_starred(
    dovecot: Dovecot, mailbox: str, sent: Delivery
) -> None:
    to = verp(sent.pk)
    bounce, away, letter = (
        samples.postfix(to, "<a@b>"),
        samples.away(to, "<a@b>"),
        samples.letter(to, "<a@b>"),
    )
    huge = bounce + b"a" * 2_000_000
    dovecot.put(mailbox, bounce, away, letter, huge)
    assert check_mailbox().startswith(f"4 mails in INBOX of {mailbox}")
    assert dovecot.flags(mailbox) == ["", "", "", ""]
    tally, is_more = look()
    assert tally.counts == {Verdict.HARD: 1, Verdict.AUTOMATIC: 1, Verdict.UNKNOWN: 1, Verdict.KNOWN: 1}
    assert not is_more
    assert dovecot.flags(mailbox) == ["seen", "seen", "seen flagged", "seen"]
    assert not look()[0].counts


def test_what_was_not_written_down_is_not_marked(
    dovecot: Dovecot, mailbox: str, sent: Delivery, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = verp(sent.pk)
    dovecot.put(mailbox, samples.letter(to, "<a@b>"), samples.qmail(to, "<a@b>"), samples.letter(to, "<a@b>"))
    real = looking.take_in

    def away_on_the_second(data: bytes) -> object:
        if b"qmail" in data:
            raise OperationalError("the database is away")
        return real(data)

    monkeypatch.setattr(looking, "take_in", away_on_the_second)
    with pytest.raises(OperationalError):
        look()
    assert dovecot.flags(mailbox) == ["seen flagged", "", ""]
    monkeypatch.setattr(looking, "take_in", real)
    assert look()[0].counts[Verdict.HARD] == 1


def test_a_look_ends_after_so_many_and_says_that_more_is_waiting(
    dovecot: Dovecot, mailbox: str, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    dovecot.put(mailbox, *[samples.letter("bounces@paper.example", f"<{n}@b>") for n in range(3)])
    monkeypatch.setattr(looking, "MOST", 2)
    assert look()[1] is True
    assert look(is_over=lambda: True)[1] is True
    assert dovecot.flags(mailbox).count("") == 1


def test_a_mail_that_breaks_the_reading_does_not_stand_before_the_others(
    dovecot: Dovecot,
    mailbox: str,
    db: None,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    dovecot.put(mailbox, samples.letter("bounces@paper.example", "<a@b>"))
    monkeypatch.setattr(looking, "take_in", lambda data: 1 / 0)
    assert look()[0].counts == {Verdict.UNKNOWN: 1}
    assert dovecot.flags(mailbox) == ["seen flagged"]
    assert [record.exc_info for record in caplog.records if record.levelname == "ERROR"] == [None]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("tide", "ebb"), "does not let"),
        (("INBOX", "Nowhere"), "no folder Nowhere"),
        (("imap://", "imaps://"), "check BROADSHEET_BOUNCE_MAILBOX"),
        (("INBOX", "Прибій"), "must be of the form"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(
    change: tuple[str, str], words: str, dovecot: Dovecot, settings: LazySettings
) -> None:
    settings.BOUNCE_MAILBOX = dovecot.url("somebody", "INBOX").replace(*change)
    with pytest.raises(MailboxError) as caught:
        check_mailbox(patience=3)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "tide" not in str(caught.value)


def test_a_server_that_says_nothing_does_not_hold_up_the_clock(
    settings: LazySettings, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("broadsheet.operations.worker.bounces.connections.close_all", lambda: None)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings.BOUNCE_MAILBOX = f"imap://bounces:x@127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(MailboxError, match="does not answer"):
            check_mailbox(patience=0.05)
        watch = BounceWatch()
        began = time.monotonic()
        watch.tick()
        watch.tick()
        assert time.monotonic() - began < 1
        looks = [thread for thread in threading.enumerate() if thread.name == "bounces"]
        assert len(looks) == 1
    looks[0].join(5)
    watch.stop()
    assert [record.__dict__.get("event") for record in caplog.records] == ["bounces_unread"]


def test_the_clock_looks_at_most_every_few_minutes(
    settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[bool] = []
    waits = [True, False]

    def look_once(**more: object) -> tuple[Tally, bool]:
        looks.append(True)
        return Tally(), waits.pop(0)

    monkeypatch.setattr("broadsheet.operations.worker.bounces.look", look_once)
    monkeypatch.setattr("broadsheet.operations.worker.bounces.connections.close_all", lambda: None)
    settings.BOUNCE_MAILBOX = ""
    watch = BounceWatch()
    watch.tick()
    settings.BOUNCE_MAILBOX = "imap://bounces:x@mail.example"
    for _ in range(4):
        watch.tick()
        watch.stop()
    assert len(looks) == 2  # the first said that more was waiting
