"""A Redis for the newsroom, and other machines."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from django.conf import LazySettings

from broadsheet.edge.broadcast import Listener
from tests.edge.broadcast.nodes import Node, Server, until


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    made = Server(tmp_path_factory.mktemp("redis"))
    made.start()
    yield made
    made.kill()


@pytest.fixture
def redis(server: Server, settings: LazySettings) -> Server:
    """The newsroom's Redis, empty."""
    settings.REDIS_URL = server.url
    with server.client() as client:
        client.flushall()
    return server


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Node]]:
    """Makes a node of another machine, which listens, and goes home at once."""
    monkeypatch.setattr(Listener, "tick", 0.05)
    here = threading.current_thread()
    # One process plays several: what is announced in the test's own thread comes from somebody else.
    name = lambda: "here" if threading.current_thread() is here else "elsewhere"  # noqa: E731
    monkeypatch.setattr("broadsheet.edge.broadcast.announcing.sender", name)
    monkeypatch.setattr("broadsheet.edge.broadcast.listening.sender", name)
    nodes = []

    def make() -> Node:
        node = Node()
        nodes.append(node)
        node.listener.start()
        until(lambda: node.caught_up == 1)
        return node

    yield make
    for node in nodes:
        node.hold.set()
        node.listener.stop()
        assert not node.listener.is_alive()
