"""Links that lead nowhere, and networks that are never asked."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageViewRestriction

from broadsheet.newsletters.checks import check_edition
from broadsheet.newsletters.checks.links import abroad, asking
from broadsheet.newsletters.checks.links.asking import Lines, Reach, ask, is_public
from broadsheet.newsletters.checks.links.at_home import leads_somewhere
from tests.factories import (
    Paper,
    make_author,
    make_edition,
    make_item,
    make_newsletter,
    make_section,
    make_story,
    make_subscriber,
)

HERE = "http://127.0.0.1:8000"


@pytest.mark.django_db
def test_the_papers_own_addresses_are_looked_up(paper: Paper) -> None:
    make_author(), make_story("First rock", section=make_section("Harbour"))
    closed = make_story("Closed", section=make_section("Closed"))
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    item, draft = make_item("Ferry"), make_item("Draft", as_draft=True)
    edition = make_edition(
        "Kept", newsletter=make_newsletter("Tide"), state="sent", sent_at=make_item("x").posted_at
    )
    Redirect.add_redirect("/old/", "/harbour/")
    found = {
        *(
            "/",
            "",
            "/harbour/",
            "/harbour",
            "/harbour/first-rock/?utm=1#x",
            "/author/ada-quill/",
            "/wire/",
            "/old",
        ),
        *(
            f"/wire/items/{item.pk}/",
            "/newsletters/",
            "/newsletters/tide/",
            edition.get_absolute_url(),
            "/search/?q=x",
        ),
    }
    missing = {
        *(
            "/harbor/",
            "/harbour/second-rock/",
            "/closed/closed/",
            "/author/nobody/",
            "/desk/",
            "/media/images/no.jpg",
        ),
        *(
            f"/wire/items/{draft.pk}/",
            "/newsletters/none/",
            "/newsletters/tide/none/",
            "/media/../../etc/passwd",
            "/%00",
        ),
    }
    assert {path for path in found | missing if leads_somewhere(HERE + path)} == found


@pytest.mark.django_db
def test_an_editor_is_told_which_words_lead_nowhere(paper: Paper) -> None:
    draft = make_story("Draft", live=False)
    newsletter = make_newsletter(from_address="tide@ledger.test")
    make_subscriber(newsletters=[newsletter])
    body = [
        (
            "text",
            f'<p><a linktype="page" id="{draft.pk}">the draft</a> <a href="/harbor/">the harbour</a></p>',
        ),
        ("button", {"label": "Write to us", "url": "mailto:desk@ledger.test"}),
    ]
    said = [finding.words for finding in check_edition(make_edition(newsletter=newsletter, body=body))]
    assert any("“the harbour” (http://127.0.0.1:8000/harbor/) leads to nothing" in words for words in said)
    assert any("“the draft” cannot be read" in words for words in said)
    assert not any("Write to us" in words for words in said)


@pytest.mark.parametrize(
    "place",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"),  # noqa: S104
        *(
            "224.0.0.1",
            "::1",
            "fe80::1%eth0",
            "fd00::1",
            "::ffff:127.0.0.1",
            "64:ff9b::a00:1",
            "2002:7f00:1::",
        ),
    ],
)
def test_no_address_of_our_own_network_is_asked(place: str) -> None:
    assert not is_public(place)


def test_addresses_of_the_internet_are() -> None:
    assert is_public("93.184.216.34")
    assert is_public("2606:2800:220:1::1")


@pytest.mark.parametrize(
    ("address", "reach"),
    [
        ("http://127.0.0.1/", Reach.INSIDE),
        ("http://localhost/", Reach.INSIDE),
        ("http://[::1]/", Reach.INSIDE),
        ("http://2130706433/", Reach.INSIDE),  # 127.0.0.1 as one number
        ("http://127.0.0.1:6379/", Reach.UNTRIED),
        ("ftp://a.example/", Reach.SILENT),
        ("http://user:secret@a.example/", Reach.SILENT),
        ("http://[", Reach.SILENT),
        ("http:///x", Reach.SILENT),
    ],
)
def test_what_is_not_asked_is_refused_before_a_connection(address: str, reach: Reach) -> None:
    assert ask(address, Lines()) == reach


class _Site(BaseHTTPRequestHandler):
    """/404 says so, /get knows only GET, /round leads to itself, /inside into a private network."""

    def do_HEAD(self) -> None:
        where = {"/round": "/round", "/inside": "http://10.0.0.1/", "/moved": "/there"}.get(self.path, "")
        status = 302 if where else {"/404": 404, "/get": 405, "/500": 500, "/who": 403}.get(self.path, 200)
        self._answer(200 if self.path == "/get" and self.command == "GET" else status, where)

    do_GET = do_HEAD  # noqa: N815  # its names are asked for

    def _answer(self, status: int, where: str) -> None:
        self.send_response(status)
        if where:
            self.send_header("Location", where)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Another site, which stands on this machine for once."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    monkeypatch.setattr(asking, "PORTS", {"http": server.server_port, "https": 443})
    monkeypatch.setattr(asking, "is_public", lambda place: place == "127.0.0.1")
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_another_sites_answer_is_understood(site: str) -> None:
    expected = {
        "/": Reach.THERE,
        "/moved": Reach.THERE,
        "/get": Reach.THERE,
        "/who": Reach.THERE,
        "/é?a=ü": Reach.THERE,
        "/404": Reach.GONE,
        "/500": Reach.BROKEN,
        "/round": Reach.BROKEN,
        "/inside": Reach.INSIDE,
    }
    assert {path: ask(site + path, Lines()) for path in expected} == expected


def test_nobody_waits_longer_than_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(abroad, "PATIENCE", 0.05)
    held = threading.Event()

    def asker(address: str, lines: Lines) -> Reach:
        if "slow" in address:
            held.wait(5)
        return Reach.THERE

    addresses = ["https://slow.example/", "https://quick.example/"]
    try:
        assert abroad.reached(addresses, asker=asker) == {
            "https://slow.example/": Reach.SILENT,
            "https://quick.example/": Reach.THERE,
        }
    finally:
        held.set()
