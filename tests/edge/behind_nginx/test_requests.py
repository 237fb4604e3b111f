"""Which requests nginx answers from files, and which are Broadsheet's business."""

from __future__ import annotations

import time

import pytest

from tests.database import is_postgresql
from tests.edge.fronted import Fronted
from tests.edge.nginx import ACCESS_LOG, ask

pytestmark = pytest.mark.skipif(is_postgresql(), reason="The newsroom behind nginx is on SQLite in any case.")

STORY = "/harbour/ferry-returns/"
OTHER = "/council/council-counts-its-gulls/"
OWN = {"accept-ranges", "date", "server", "connection", "etag", "content-length", "last-modified"}
NEWSROOM = "from broadsheet.news.models import Story\n"


@pytest.mark.parametrize(
    "path",
    [
        "/harbour//ferry-returns/",
        "//harbour/ferry-returns/",
        "/harbour/ferry-returns//",
        "/harbour/%66erry-returns/",
        "/%2e%2e/harbour/ferry-returns/",
        "/council/../harbour/ferry-returns/",
        "/harbour/./ferry-returns/",
        "/harbour/ferry-returns/%2e/",
        "/harbour%2fferry-returns/",
        "/harbour/ferry-returns;a=1/",
        "/Harbour/ferry-returns/",
        "/harbour/ferry-returns",
        "/harbour/ferry-returns/index.html",
        "/harbour/ferry-returns/index.html.json",
        "/harbour/ferry-returns/index.html.gz",
        "/harbour/ferry-returns/index.html.last",
        "/harbour/ferry-returns/index.html.json.last",
        "/feed.xml.json",
        "/feed.xml.gz",
        "/feed.xml/",
        "/.index/current-1",
        "/.new/",
        "/paper.example/harbour/ferry-returns/",
        "/../db.sqlite3",
        "/..%2f..%2fbroadsheet.env",
        "/static/../broadsheet.env",
        "/static/%2e%2e/broadsheet.env",
        "/static//tide.css",
        "/static/t%69de.css",
        "/static/staticfiles.json/",
        "/media/images/../documents/a.txt",
        "/media/documents/a.txt",
        "/media/original_images/mole.png",
    ],
)  # fmt: skip
def test_another_spelling_gets_what_broadsheet_alone_would_answer(stored: Fronted, path: str) -> None:
    secret = stored.newsroom.home / "media/documents/a.txt"
    secret.parent.mkdir(exist_ok=True)
    secret.write_text("for a few readers")
    alone, through = stored.read_behind(path), stored.read(path)
    assert "cache-status" not in through.headers  # not from the store
    if through.status == 400:  # nginx itself refuses what leads out of its folder
        assert alone.status == 404
    else:
        assert (through.status, through.body) == (alone.status, alone.body)
        assert through.headers.get("location") == alone.headers.get("location")


def test_a_host_that_is_not_the_papers_gets_no_stored_page(stored: Fronted) -> None:
    for host in ("evil.example", ".index", "paper.example.evil.example", "paper.example/../.index"):
        assert stored.read(STORY, host=host).status == 400
    assert stored.read(STORY, host="PAPER.example:443").status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_other_methods_are_broadsheets_business(stored: Fronted, method: str) -> None:
    alone = stored.read_behind(STORY, method=method, content_length="0")
    assert stored.read(STORY, method=method, content_length="0").status == alone.status


def test_a_body_that_comes_with_a_question_changes_nothing(stored: Fronted) -> None:
    fat = ask(stored.nginx.port, STORY, body=b"title=x", content_length="7")
    assert fat.body == stored.read(STORY).body


def test_head_is_answered_without_the_words(stored: Fronted) -> None:
    got, head = stored.read(STORY), stored.read(STORY, method="HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-length"] == str(len(got.body))


@pytest.mark.parametrize("query", ["?", "?utm_source=x", "?page=2", "?x=1"])
def test_a_query_is_broadsheets_business(stored: Fronted, query: str) -> None:
    alone, through = stored.read_behind(f"/harbour/{query}"), stored.read(f"/harbour/{query}")
    assert (through.status, through.body) == (alone.status, alone.body)
    # Broadsheet's own ETag names the words.
    assert through.headers.get("etag") == alone.headers.get("etag")


@pytest.mark.parametrize(
    "cookie", ["sessionid=ada", "a=1; sessionid=ada", "a=1;sessionid=", "sessionid=a; b=2"]
)
def test_somebody_with_a_session_is_answered_by_broadsheet(stored: Fronted, cookie: str) -> None:
    assert "cache-status" not in stored.read(STORY, cookie=cookie).headers


def test_other_cookies_change_nothing(stored: Fronted) -> None:
    plain = stored.read(STORY)
    assert stored.read(STORY, cookie="csrftoken=1; xsessionid=2").headers["etag"] == plain.headers["etag"]


def test_no_log_holds_the_link_of_a_readers_letter(stored: Fronted) -> None:
    secret = "AAAAAAAAAAE3jTZ12hzY3PQrFsKSeUA"
    answer = stored.read(f"/newsletters/leave/{secret}/12/")
    assert (answer.status, answer.headers["referrer-policy"]) == (400, "no-referrer")
    stored.read("/newsletters/nobody-s/")
    log, until = "", time.monotonic() + 5  # nginx writes a line down after it has answered
    while "/newsletters/nobody-s/" not in log and time.monotonic() < until:
        time.sleep(0.01)
        log = (stored.newsroom.home / ACCESS_LOG).read_text()
    assert ("/newsletters/nobody-s/" in log, secret in log) == (True, False)
