"""Nothing that a stranger sends reaches the page that others are served, and nothing of it is stored."""

from __future__ import annotations

import random
import string
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.asgi import get_asgi_application
from django.test import Client
from wagtail.models import PageViewRestriction

from broadsheet.edge.asgi import STRANGE_A_SECOND, STRANGE_AT_ONCE, Edge
from broadsheet.edge.press.press import Press
from broadsheet.edge.store.store import Store
from broadsheet.news.models import Story
from tests.edge.asking import HOST, Answer, Reader, ask, scope_of

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("unindexed"),
]

EVIL = "evil.example"
ATTACKS: dict[str, list[tuple[str, str]]] = {
    "X-Forwarded-Host": [("x-forwarded-host", EVIL)],
    "X-Host": [("x-host", EVIL)],
    "Forwarded": [("forwarded", f"host={EVIL};proto=https")],
    "X-Forwarded-Server": [("x-forwarded-server", EVIL)],
    "X-Forwarded-Port": [("x-forwarded-port", "1337")],
    "X-Forwarded-For": [("x-forwarded-for", "6.6.6.6")],
    "X-Forwarded-Prefix": [("x-forwarded-prefix", f"/{EVIL}")],
    "X-Forwarded-Proto": [("x-forwarded-proto", "https")],
    "X-Forwarded-Proto twice": [("x-forwarded-proto", "https"), ("x-forwarded-proto", EVIL)],
    "X-Original-URL": [("x-original-url", f"/{EVIL}/")],
    "X-Rewrite-URL": [("x-rewrite-url", f"/{EVIL}/")],
    "Script-Name": [("script-name", f"/{EVIL}"), ("script_name", f"/{EVIL}")],
    "X-HTTP-Method-Override": [("x-http-method-override", "POST"), ("x-method-override", "DELETE")],
    "language": [("accept-language", "de, evil;q=0.9")],
    "a token": [("cookie", f"csrftoken={EVIL}")],
    "a cookie like a session": [("cookie", "xsessionid=1; sessionid2=2; messages=evil.example")],
    "a range": [("range", "bytes=0-3")],
    "another format": [("accept", "application/json")],
    "a user": [("authorization", "Basic ZXZpbDpldmls")],
    "an encoding": [("accept-encoding", "gzip;q=0, evil")],
    "a referrer": [("referer", f"https://{EVIL}/")],
    "a browser": [("user-agent", f"<script src=//{EVIL}>")],
    "a header twice": [("accept", EVIL), ("accept", EVIL), ("x-evil", EVIL), ("x-evil", EVIL)],
    "no cache": [("cache-control", "no-cache, no-store"), ("pragma", "no-cache")],
    "htmx": [("hx-request", "true"), ("x-requested-with", "XMLHttpRequest")],
    "transfer": [("te", "trailers"), ("upgrade", "h2c"), ("connection", "host")],
    "a body on GET": [("content-length", "12"), ("content-type", "application/x-www-form-urlencoded")],
}
HOSTS = {
    "another": [EVIL],
    "ours before another": [HOST, EVIL],
    "another before ours": [EVIL, HOST],
    "twice": [HOST, HOST],
    "none": [],
    "with somebody": [f"evil@{HOST}"],
    "with a path": [f"{HOST}/{EVIL}"],
    "with another port": ["127.0.0.1:1337"],
    "in capitals": ["LOCALHOST:8000"],
    "with a dot": ["127.0.0.1.:8000"],
    "with words for a port": [f"127.0.0.1:{EVIL}"],
}
SPELLINGS = ["/{}//", "//{}/", "/./{}/", "/{}/%2e/", "/{}/..;/", "/{};evil=1/", "/{}%2f", "/{}/%00", "/{}\\"]
QUERIES = [
    "?evil",
    "?page=0",
    "?page=02",
    "?page=2",
    "?page=9999",
    "?page=2&page=3",
    "?utm_source=evil",
    "?_method=POST",
]


def send(reader: Reader, scope: dict[str, Any], body: bytes = b"") -> Answer:
    return reader.run(ask(reader.app, scope, body))


def scope_with(address: str, headers: list[tuple[str, str]]) -> dict[str, Any]:
    """A request with these headers besides the host."""
    scope = scope_of(address)
    scope["headers"] += [(name.encode(), value.encode()) for name, value in headers]
    return scope


def pages(store: Store) -> list[str]:
    return sorted(str(path.relative_to(store.folder)) for path in store.folder.rglob("*.json"))


@pytest.fixture
def clean(story: Story, stored: Store, reader: Reader) -> Answer:
    """The story as an ordinary reader gets it, from an empty store that is empty again."""
    answer = reader.get(story.url)
    assert answer.status == 200
    stored.clear()
    return answer


def assert_unharmed(story: Story, reader: Reader, store: Store, clean: Answer) -> None:
    answer = reader.get(story.url)
    volatile = {"last-modified", "cache-status"}
    assert answer.body == clean.body
    assert {n: v for n, v in answer.headers.items() if n not in volatile} == {
        n: v for n, v in clean.headers.items() if n not in volatile
    }
    kept = [path.read_bytes().lower() for path in store.folder.rglob("*") if path.is_file()]
    assert not any(b"evil" in content for content in kept)


@pytest.mark.parametrize("attack", ATTACKS, ids=str)
def test_a_header_changes_nothing_for_others(
    attack: str, story: Story, reader: Reader, stored: Store, clean: Answer
) -> None:
    for method in ("HEAD", "GET"):
        scope = scope_with(story.url, ATTACKS[attack]) | {"method": method}
        send(reader, scope, b"title=evil!!" if "body" in attack else b"")
        assert_unharmed(story, reader, stored, clean)
        stored.clear()


@pytest.mark.parametrize("hosts", HOSTS, ids=str)
def test_a_host_changes_nothing_for_others(
    hosts: str, story: Story, reader: Reader, stored: Store, clean: Answer
) -> None:
    scope = scope_of(story.url)
    scope["headers"] = [(b"host", host.encode()) for host in HOSTS[hosts]]
    answer = send(reader, scope)
    assert EVIL not in answer.text
    assert_unharmed(story, reader, stored, clean)
    assert {path.split("/")[0] for path in pages(stored)} <= {"127.0.0.1", "localhost"}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_another_spelling_is_not_stored(
    spelling: str, story: Story, reader: Reader, stored: Store, clean: Answer
) -> None:
    reader.get(spelling.format(story.url.strip("/")))
    assert pages(stored) == []
    assert_unharmed(story, reader, stored, clean)


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_changes_nothing_for_others(
    query: str, story: Story, reader: Reader, stored: Store, clean: Answer
) -> None:
    reader.get(story.url + query)
    assert_unharmed(story, reader, stored, clean)
    assert len(pages(stored)) == 1


def test_what_tracks_readers_is_not_in_the_page(story: Story, reader: Reader, clean: Answer) -> None:
    assert reader.get(f"{story.url}?utm_source=evil&fbclid=evil").body == clean.body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PURGE"])
def test_only_what_reads_is_stored(
    method: str, story: Story, reader: Reader, stored: Store, clean: Answer
) -> None:
    reader.get(story.url, method=method)
    assert pages(stored) == []
    assert_unharmed(story, reader, stored, clean)


@pytest.mark.parametrize(
    "path", ["/nowhere/", "/search/?q=ferry", "/desk/login/", "/healthz", "/static/none.css"]
)
def test_what_is_no_public_page_is_not_stored(path: str, story: Story, reader: Reader, stored: Store) -> None:
    reader.get(path)
    assert pages(stored) == []


def test_a_story_behind_a_password_is_not_stored(story: Story, reader: Reader, stored: Store) -> None:
    PageViewRestriction.objects.create(
        page=story.page_ptr, restriction_type=PageViewRestriction.PASSWORD, password="slack water"
    )
    assert story.title not in reader.get(story.url).text
    assert pages(stored) == []


def test_a_draft_is_not_stored(draft: Story, reader: Reader, stored: Store) -> None:
    assert reader.get(draft.url or "/council-weighs-a-second-bridge/").status == 404
    assert pages(stored) == []


@pytest.fixture
def editor(ben: User) -> dict[str, str]:
    """The cookie of Ben, who is signed in."""
    client = Client()
    client.force_login(ben)
    return {"cookie": f"sessionid={client.cookies['sessionid'].value}"}


def test_a_session_leaves_no_page(
    story: Story, editor: dict[str, str], reader: Reader, stored: Store
) -> None:
    assert "/edit/" in reader.get(story.url, **editor).text
    assert pages(stored) == []


def test_a_session_gets_no_stored_page(story: Story, editor: dict[str, str], reader: Reader) -> None:
    assert "/edit/" not in reader.get(story.url).text
    answer = reader.get(story.url, **editor)
    assert "/edit/" in answer.text
    assert "private" in answer.headers["cache-control"]
    assert "/edit/" not in reader.get(story.url).text


def test_a_session_that_is_invented_leaves_no_page(story: Story, reader: Reader, stored: Store) -> None:
    reader.get(story.url, cookie="a=b;sessionid=evil")
    assert pages(stored) == []


class Counted:
    """Django, and how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0
        self._django = get_asgi_application()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.asked += 1
        await self._django(scope, receive, send)


def test_a_flood_of_queries_fills_nothing_and_hardly_reaches_django(
    story: Story, stored: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr("broadsheet.edge.answering.allowance.time.monotonic", lambda: now[0])
    django = Counted()
    reader = Reader(Edge(django, Press(stored)))
    reader.get(story.url)
    for _ in range(1000):
        now[0] += 0.001
        answer = reader.get(f"{story.url}?x={''.join(random.choices(string.ascii_letters, k=9))}")  # noqa: S311
        assert answer.status == 200
        assert story.title in answer.text
    reader.close()
    assert django.asked <= STRANGE_AT_ONCE + STRANGE_A_SECOND + 1
    assert len(pages(stored)) == 1


def test_a_flood_of_invented_addresses_does_not_keep_a_known_page(
    story: Story, stored: Store, reader: Reader
) -> None:
    reader.get(story.url)
    stored.forget([f"page:{story.pk}"])
    answers = reader.get_all(*(f"/invented-{number}/" for number in range(2000)), story.url)
    assert answers[-1].status == 200
    assert story.title in answers[-1].text
    assert {answer.status for answer in answers[:-1]} == {404, 503}
    assert len(pages(stored)) == 1
