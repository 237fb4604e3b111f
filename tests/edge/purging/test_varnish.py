"""A real Varnish with our VCL: what it keeps, what it forgets, and what it leaves alone."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from broadsheet.edge.purging.keys import key
from broadsheet.edge.purging.varnish import Varnish
from tests.edge.programs import end, free_port, listens, program, start
from tests.house.tree import ROOT

VCL = ROOT / "deploy/varnish/broadsheet.vcl"


@dataclass
class Paper:
    """What stands behind Varnish: each answer is a new edition."""

    purger: Varnish
    editions: int = 0
    status: int = 200
    hangs_up: bool = False
    headers: dict[str, dict[str, str]] = field(default_factory=dict)  # by path
    methods: list[str] = field(default_factory=list)

    def publish(self, path: str, *tags: str, **more: str) -> None:
        headers = {name.replace("_", "-"): value for name, value in more.items()}
        self.headers[path] = self.purger.response_headers(tags) | headers

    def handler(self) -> type[BaseHTTPRequestHandler]:
        paper = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length") or 0))
                if paper.hangs_up:
                    self.close_connection = True
                    return
                paper.editions += 1
                paper.methods.append(self.command)
                words = f"edition {paper.editions}".encode()
                self.send_response(paper.status)
                for name, value in paper.headers.get(self.path, {}).items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(words)))
                self.end_headers()
                self.wfile.write(words)

            do_GET = do_POST = answer  # noqa: N815 - http.server's names

            def log_message(self, *words: object) -> None:
                pass

        return Handler


@dataclass
class Front:
    """Varnish, as a reader sees it."""

    paper: Paper
    port: int

    def ask(self, path: str, *, method: str = "GET", **headers: str) -> tuple[str, HTTPResponse]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=sent)
        response = connection.getresponse()
        words = response.read().decode()
        connection.close()
        return words, response

    def read(self, path: str, **headers: str) -> str:
        return self.ask(path, **headers)[0]

    def purge(self, *tags: str) -> None:
        self.paper.purger.purge(tags=frozenset(tags), addresses=frozenset())


@pytest.fixture(scope="module")
def varnish(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    """Varnish with the paper behind it."""
    folder = tmp_path_factory.mktemp("varnish")
    port = free_port()
    paper = Paper(Varnish(f"127.0.0.1:{port}"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), paper.handler())
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    process = start(command(folder, port=port, behind=server.server_port), ready=lambda: listens(port))
    try:
        yield Front(paper, port)
    finally:
        end(process)
        server.shutdown()
        thread.join()
        server.server_close()


def command(folder: Path, *, port: int, behind: int) -> list[str]:
    """Our VCL to the letter, but for the port behind and a shorter patience with old copies."""
    text = VCL.read_text()
    assert text.count('.port = "8000"') == text.count("set req.grace = 30s;") == 1
    vcl = folder / "broadsheet.vcl"
    vcl.write_text(
        text.replace('.port = "8000"', f'.port = "{behind}"').replace("req.grace = 30s", "req.grace = 1s")
    )
    small = ["-s", "malloc,16m", "-l", "2m", "-p", "thread_pools=1", "-p", "thread_pool_min=10"]
    places = ["-n", str(folder / "work"), "-a", f"127.0.0.1:{port}", "-T", "none", "-f", str(vcl)]
    return [program("varnishd"), "-F", "-j", "none", *places, *small]


@pytest.fixture
def front(varnish: Front) -> Front:
    """The same Varnish, with a paper that is well."""
    varnish.paper.status, varnish.paper.hangs_up = 200, False
    varnish.paper.methods.clear()
    return varnish


def test_a_page_is_kept_until_what_it_shows_is_purged(front: Front) -> None:
    front.paper.publish("/kept/", "page:1", "stories")
    first = front.read("/kept/")
    assert front.read("/kept/") == first
    front.purge("page:2")
    assert front.read("/kept/") == first
    front.purge("page:1")
    assert front.read("/kept/") != first


def test_a_page_that_shows_too_much_goes_with_any_change(front: Front) -> None:
    front.paper.publish("/archive/", *(f"page:{number}" for number in range(5_000)))
    first = front.read("/archive/")
    assert front.read("/archive/") == first
    front.purge("news.author:99")
    assert front.read("/archive/") != first


def test_a_page_with_all_the_keys_that_fit_is_kept_and_purged(front: Front) -> None:
    front.paper.publish("/long/", *(f"media.picture:{number}" for number in range(332)))
    first = front.read("/long/")
    assert front.read("/long/") == first
    front.purge(*(f"media.picture:{number}" for number in range(300, 900)))
    assert front.read("/long/") != first


def test_what_asks_for_nothing_is_not_kept(front: Front) -> None:
    front.paper.headers["/plain/"] = {}
    assert front.read("/plain/") != front.read("/plain/")


def test_a_static_file_is_kept_by_its_own_headers(front: Front) -> None:
    front.paper.headers["/static/a.css"] = {"Cache-Control": "max-age=31536000, immutable"}
    assert front.read("/static/a.css") == front.read("/static/a.css")


def test_an_answer_that_sets_a_cookie_is_not_kept(front: Front) -> None:
    front.paper.publish("/form/", "page:3", Set_Cookie="csrftoken=1")
    assert front.read("/form/") != front.read("/form/")


@pytest.mark.parametrize("headers", [{"Cookie": "a=1; sessionid=ada"}, {"Authorization": "Basic YWRh"}])
def test_somebody_who_is_known_gets_a_page_of_their_own(headers: dict[str, str], front: Front) -> None:
    front.paper.publish("/known/", "page:4")
    first = front.read("/known/")
    assert front.read("/known/", **headers) != first
    assert front.read("/known/") == first


def test_other_cookies_change_nothing(front: Front) -> None:
    front.paper.publish("/cookies/", "page:5")
    assert front.read("/cookies/") == front.read("/cookies/", Cookie="csrftoken=1; xsessionid=2")


def test_the_desk_is_never_kept(front: Front) -> None:
    front.paper.publish("/desk/", "page:6")
    assert front.read("/desk/") != front.read("/desk/")


def test_readers_see_nothing_of_what_is_between_the_two(front: Front) -> None:
    front.paper.publish("/hidden/", "page:7", Surrogate_Key="a")
    _, response = front.ask("/hidden/")
    ours = {"xkey", "surrogate-key", "surrogate-control", "x-varnish", "via", "x-first-try"}
    assert ours & {name.lower() for name, _ in response.getheaders()} == set()


def test_https_is_not_answered_with_what_http_got(front: Front) -> None:
    front.paper.publish("/both/", "page:8")
    assert front.read("/both/", X_Forwarded_Proto="https") != front.read("/both/", X_Forwarded_Proto="http")


def test_a_reader_who_comes_through_a_server_on_this_machine_cannot_purge(front: Front) -> None:
    front.paper.publish("/safe/", "page:9")
    first = front.read("/safe/")
    headers = {"xkey-purge": key("page:9"), "X-Forwarded-For": "203.0.113.7"}
    _, response = front.ask("/safe/", method="PURGE", **headers)
    assert response.status == 403
    assert front.read("/safe/") == first


@pytest.mark.parametrize("method", ["BREW", "TRACE", "CONNECT"])
def test_a_strange_method_reaches_nobody(method: str, front: Front) -> None:
    _, response = front.ask("/strange/", method=method)
    assert response.status in (400, 405)
    assert front.paper.methods == []


def test_an_old_copy_does_while_the_paper_fails(front: Front) -> None:
    front.paper.publish("/old/", "page:10", Surrogate_Control="max-age=1, stale-if-error=600")
    first = front.read("/old/")
    time.sleep(2.2)  # older than fresh and than the patience of `command`
    front.paper.status = 503
    assert [front.read("/old/") for _ in range(5)] == [first] * 5
    front.paper.status = 200
    assert front.read("/old/") != first


def test_an_old_copy_does_while_nobody_listens(front: Front) -> None:
    front.paper.publish("/nobody/", "page:13", Surrogate_Control="max-age=1, stale-if-error=600")
    first = front.read("/nobody/")
    time.sleep(2.2)
    front.paper.hangs_up = True
    assert [front.read("/nobody/") for _ in range(5)] == [first] * 5
    front.paper.hangs_up = False
    assert front.read("/nobody/") != first


def test_the_papers_own_words_for_an_error_arrive_where_there_is_no_old_copy(front: Front) -> None:
    front.paper.status = 500
    words, response = front.ask("/never-seen/")
    assert (response.status, words[:7]) == (500, "edition")


def test_readers_are_told_when_nobody_listens_and_there_is_no_old_copy(front: Front) -> None:
    front.paper.hangs_up = True
    words, response = front.ask("/never-heard/")
    assert (response.status, response.getheader("Retry-After")) == (503, "30")
    assert words.startswith("The paper cannot be reached")


def test_what_was_purged_is_not_shown_even_while_the_paper_fails(front: Front) -> None:
    front.paper.publish("/gone/", "page:11")
    front.read("/gone/")
    front.purge("page:11")
    front.paper.status = 503
    assert front.ask("/gone/")[1].status == 503


def test_an_error_is_not_kept(front: Front) -> None:
    front.paper.publish("/error/", "page:12")
    front.paper.status = 500
    assert front.ask("/error/")[1].status == 500
    front.paper.status = 200
    assert front.ask("/error/")[1].status == 200


def test_an_act_that_fails_is_not_done_twice(front: Front) -> None:
    front.paper.status = 503
    assert front.ask("/act/", method="POST")[1].status == 503
    assert front.paper.methods == ["POST"]
