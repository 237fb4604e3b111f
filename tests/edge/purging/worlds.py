"""The outside world in small: a CDN on loopback that keeps pages and takes purges as its documentation says.

Each keeps a page only as what it carries asks for, so that a purger and the headers it makes are tried together.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from broadsheet.edge.purging.configuration import _purger as purger_at
from broadsheet.edge.purging.memory import MemoryPurger
from broadsheet.edge.purging.purger import Purger


@dataclass
class Asked:
    """A request as it came in."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Cdn:
    """What it keeps, what it was asked, how it is."""

    takes: Callable[[Cdn, Asked], int]  # a purge, done if it is right; the status of the answer
    names: Callable[[dict[str, str]], set[str]]  # by which names a page with these headers can be purged
    pages: dict[str, set[str]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    status: int | None = None  # answered to everything, if set

    def keep(self, address: str, headers: dict[str, str]) -> None:
        self.pages[address] = self.names(headers)

    def drop(self, names: set[str]) -> None:
        self.pages = {
            page: kept for page, kept in self.pages.items() if not kept & names and page not in names
        }

    def answer(self, asked: Asked) -> int:
        self.asked.append(asked)
        return self.status or self.takes(self, asked)


@contextmanager
def served(cdn: Cdn) -> Iterator[str]:
    """The CDN's host and port while it is up."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            status = cdn.answer(Asked(self.command, self.path, headers, body))
            words = json.dumps({"success": status == 200, "errors": [], "result": {"id": "1"}}).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(words)))
            self.end_headers()
            self.wfile.write(words)

        do_POST = do_PURGE = do_GET = answer  # noqa: N815 - http.server's names

        def log_message(self, *words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def fastly_takes(cdn: Cdn, asked: Asked) -> int:
    """“Purge multiple surrogate key tags”, in Fastly's API reference."""
    if asked.headers.get("fastly-key") != "token":
        return 401
    if (asked.method, asked.path) != ("POST", "/service/SerVice1/purge"):
        return 404
    keys = asked.headers.get("surrogate-key", "").split(" ")
    if asked.body or not 1 <= len(keys) <= 256 or "" in keys or "fastly-soft-purge" in asked.headers:
        return 400
    cdn.drop(set(keys))
    return 200


def cloudflare_takes(cdn: Cdn, asked: Asked) -> int:
    """“Purge Cached Content”, in Cloudflare's API reference; the limits stand in “Purge cache”."""
    if asked.headers.get("authorization") != "Bearer token":
        return 403
    if (asked.method, asked.path) != ("POST", "/client/v4/zones/zone1/purge_cache"):
        return 404
    body = json.loads(asked.body)
    named = body.get("tags") or body.get("files") or []
    if asked.headers["content-type"] != "application/json" or len(body) != 1 or not 1 <= len(named) <= 100:
        return 400
    cdn.drop(set(named))
    return 200


def varnish_takes(cdn: Cdn, asked: Asked) -> int:
    """As `deploy/varnish/broadsheet.vcl` does; `test_varnish.py` asks the real one."""
    if asked.method != "PURGE":
        return 405
    cdn.drop(set(asked.headers["xkey-purge"].split()))
    return 200


def http_cache_takes(cdn: Cdn, asked: Asked) -> int:
    """One address a request, as Squid takes them."""
    address = f"https://{asked.headers['host']}{asked.path}"
    if asked.method != "PURGE":
        return 405
    kept = address in cdn.pages
    cdn.drop({address})
    return 200 if kept else 404


def _in(header: str, separator: str, lifetime: str) -> Callable[[dict[str, str]], set[str]]:
    def names(headers: dict[str, str]) -> set[str]:
        assert "max-age=86400" in headers[lifetime]
        assert len(headers[header]) < 8_000
        return set(headers[header].split(separator))

    return names


def _none(headers: dict[str, str]) -> set[str]:
    return set()


WORLDS: dict[str, tuple[Callable[[], Cdn], str]] = {
    "fastly": (
        lambda: Cdn(fastly_takes, _in("Surrogate-Key", " ", "Surrogate-Control")),
        "fastly://token@SerVice1?api=http://{place}",
    ),
    "cloudflare": (
        lambda: Cdn(cloudflare_takes, _in("Cache-Tag", ",", "Cloudflare-CDN-Cache-Control")),
        "cloudflare://token@zone1?api=http://{place}/client/v4",
    ),
    "cloudflare by address": (
        lambda: Cdn(cloudflare_takes, _none),
        "cloudflare://token@zone1?by=address&api=http://{place}/client/v4",
    ),
    "varnish": (lambda: Cdn(varnish_takes, _in("xkey", " ", "Surrogate-Control")), "varnish://{place}"),
    "by address": (lambda: Cdn(http_cache_takes, _none), "http://{place}"),
}


class World:
    """A CDN and the purger that speaks to it."""

    def __init__(self, cdn: Cdn, purger: Purger) -> None:
        self.cdn = cdn
        self.purger = purger

    def keep(self, address: str, *tags: str) -> None:
        """A reader asks, the CDN fetches the page and keeps it."""
        self.cdn.keep(address, self.purger.response_headers(tags))

    def fail(self) -> None:
        self.cdn.status = 503

    def refuse(self) -> None:
        self.cdn.status = 403


class MemoryWorld(World):
    """The twin that ships in the product."""

    def __init__(self) -> None:
        self.memory = MemoryPurger()
        super().__init__(self.memory, self.memory)

    def fail(self) -> None:
        self.memory.away = True

    def refuse(self) -> None:
        self.memory.refuses = True


@contextmanager
def world(name: str) -> Iterator[World]:
    """The world of that name."""
    if name == "memory":
        yield MemoryWorld()
        return
    make, address = WORLDS[name]
    cdn = make()
    with served(cdn) as place:
        yield World(cdn, purger_at(address.format(place=place)))
