"""A crowd of machines files to a real server; nothing is lost, nothing is out of order, nobody skips anything."""

from __future__ import annotations

import http.client
import threading
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction

from broadsheet.wire.actions.file_once import file_once
from broadsheet.wire.models import WireEvent, WireItem
from tests.cli.newsroom import broadsheet
from tests.database import is_postgresql
from tests.factories import make_item
from tests.wire.api.bots import Bot
from tests.wire.api.crowd import Crowd, Follower, ask, given, served

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
# A thousand where all write at once; SQLite has them write one after the other, as many as they are.
CLIENTS, EACH = 20, 50 if is_postgresql() else 15


@pytest.fixture
def headers() -> dict[str, str]:
    """What a machine sends that may do everything."""
    return Bot(User.objects.create_superuser("crowd")).headers


def test_the_items_of_twenty_clients_are_all_there_in_order(tmp_path: Path, headers):
    follower = Follower(many=CLIENTS * EACH)
    with served(tmp_path / "home") as server:
        follower.start()
        crowd = Crowd(server, headers, clients=CLIENTS, each=EACH)
        crowd.file_all()
        follower.join(timeout=30)
    assert crowd.statuses == {201: CLIENTS * EACH}
    log = list(WireEvent.objects.order_by("pk").values_list("pk", "payload__headline"))
    assert follower.seen == log
    assert [number for number, _ in log] == list(range(1, CLIENTS * EACH + 1))
    assert dict(WireItem.objects.values_list("headline", "pk")) == crowd.filed
    for client in range(CLIENTS):
        ours = [headline for _, headline in log if headline.startswith(f"Client {client},")]
        assert ours == [f"Client {client}, item {n}" for n in range(EACH)]


@pytest.mark.skipif(is_postgresql(), reason="It is the same whatever the database.")
def test_a_server_refuses_what_is_too_large_and_shows_what_another_process_files(tmp_path: Path, headers):
    with served(tmp_path / "home") as server:
        line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
        status, said = ask(line, b'{"headline": "' + b"x" * 1_000_000 + b'"}', headers)
        assert (status, "at most 64 kB" in said["detail"]) == (413, True)
        assert ask(line, b'{"headline": "Ferry cancelled"}', headers)[0] == 201  # over the same connection
        before = server.get("/wire/latest.json")
        filed = broadsheet("--home", tmp_path / "home", "wire", "post", "Ferry is back", given=given())
        assert (filed.returncode, "is live" in filed.stdout) == (0, True), filed.stderr
        assert b"Ferry is back" not in before
        assert b"Ferry is back" in server.get("/wire/latest.json")
        line.close()


def in_threads(*works) -> list[threading.Thread]:
    """Each in a thread with a connection of its own, under way."""

    def run(work) -> None:
        try:
            work()
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(work,), daemon=True) for work in works]
    for thread in threads:
        thread.start()
    return threads


def test_nobody_can_see_a_later_event_before_an_earlier_one():
    has_its_id, may_commit = threading.Event(), threading.Event()

    def take_an_id_and_wait() -> None:
        with transaction.atomic():
            make_item("The first")
            has_its_id.set()
            may_commit.wait(30)

    slow = in_threads(take_an_id_and_wait)
    assert has_its_id.wait(30)
    quick = in_threads(lambda: make_item("The second"))
    quick[0].join(timeout=0.3)
    assert quick[0].is_alive()
    assert list(WireEvent.objects.after(0)) == []
    may_commit.set()
    for thread in slow + quick:
        thread.join(timeout=30)
    log = WireEvent.objects.order_by("pk").values_list("pk", "payload__headline")
    assert list(log) == [(1, "The first"), (2, "The second")]


def test_of_calls_at_the_same_moment_one_files():
    user = User.objects.create_user("bot")
    gate = threading.Barrier(4, timeout=30)
    answers: list[tuple[WireItem, bool]] = []

    def call() -> None:
        gate.wait()
        answers.append(file_once("k", "print", user, make_item))

    for thread in in_threads(*[call] * 4):
        thread.join(timeout=30)
    assert {item for item, _ in answers} == {WireItem.objects.get()}
    assert sorted(was_there for _, was_there in answers) == [False, True, True, True]
    assert list(WireEvent.objects.values_list("pk", flat=True)) == [1]
