"""One request: it ends in time, and its failure says whether another helps."""

from __future__ import annotations

import socket
import time

import pytest

from broadsheet.edge.purging import PurgeError, wire
from tests.edge.purging.worlds import Cdn, served


@pytest.mark.parametrize(
    ("status", "helps"), [(301, False), (400, False), (401, False), (404, False), (429, True), (503, True)]
)
def test_a_status_says_whether_a_retry_helps(status: int, helps: bool) -> None:
    cdn = Cdn(lambda cdn, asked: status, lambda headers: set())
    with served(cdn) as place, pytest.raises(PurgeError, match=str(status)) as raised:
        wire.ask("POST", f"http://{place}/", headers={})
    assert raised.value.retry_helps is helps


def test_a_port_where_nobody_listens_is_worth_a_retry() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        with pytest.raises(PurgeError) as raised:
            wire.ask("POST", f"http://127.0.0.1:{free.getsockname()[1]}/", headers={})
    assert raised.value.retry_helps


def test_one_that_takes_the_request_and_says_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "PATIENCE", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        began = time.monotonic()
        with pytest.raises(PurgeError) as raised:
            wire.ask("POST", f"http://127.0.0.1:{silent.getsockname()[1]}/", headers={})
    assert raised.value.retry_helps
    assert time.monotonic() - began < 2


def test_a_token_that_cannot_be_sent_is_not_shown() -> None:
    with pytest.raises(PurgeError) as raised:
        wire.ask("POST", "http://127.0.0.1:9/", headers={"Fastly-Key": "secret\r\nX: y"})
    assert "secret" not in str(raised.value)
    assert raised.value.__cause__ is None
    assert not raised.value.retry_helps
