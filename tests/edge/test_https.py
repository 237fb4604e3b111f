"""A paper that is read by HTTPS answers nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from django.core.asgi import get_asgi_application

from broadsheet.edge.asgi import Edge
from broadsheet.edge.press import rendering
from broadsheet.edge.press.press import Press
from broadsheet.edge.store.store import Store
from tests.edge.asking import Reader

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("unindexed", "paper"),
]


@pytest.fixture
def secure(stored: Store, settings: LazySettings) -> Iterator[Reader]:
    """A reader before such a paper, which stands behind a server that says how readers came."""
    settings.PUBLIC_URL = "https://127.0.0.1"
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    rendering._django.cache_clear()  # its middleware has read the settings
    one = Reader(Edge(get_asgi_application(), Press(stored)))
    yield one
    one.close()
    rendering._django.cache_clear()


def test_who_comes_without_it_is_led_there(secure: Reader) -> None:
    answer = secure.get("/?page=2")
    assert answer.status == 301
    assert answer.headers["location"] == "https://127.0.0.1/?page=2"
    assert "strict-transport-security" not in answer.headers


def test_who_comes_by_it_is_served_from_the_store(secure: Reader) -> None:
    secure.get("/", x_forwarded_proto="https")
    answer = secure.get("/", x_forwarded_proto="https")
    assert (answer.status, answer.headers["cache-status"]) == (200, "broadsheet; hit")
    assert answer.headers["strict-transport-security"].startswith("max-age=31536000")


@pytest.mark.parametrize("said", ["http", "http, https", "HTTPS", ""])
def test_who_only_pretends_is_led_there_too(secure: Reader, said: str) -> None:
    assert secure.get("/", x_forwarded_proto=said).status == 301
