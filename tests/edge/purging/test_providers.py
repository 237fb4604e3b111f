"""What leaves for each CDN, to the letter, as its documentation has it."""

from __future__ import annotations

import json
import logging
import threading
import time

import pytest

from broadsheet.edge.purging import PurgeError
from broadsheet.edge.purging.by_address import MOST_AT_ONCE, ByAddress
from broadsheet.edge.purging.fastly import Fastly
from broadsheet.edge.purging.keys import MANY, key
from broadsheet.edge.purging.purger import KEEP
from tests.edge.purging.worlds import Asked, world

ADDRESSES = frozenset({"https://paper.example/b/?page=2", "https://paper.example/a/"})


def what_leaves(name: str, *tags: str) -> list[Asked]:
    with world(name) as cdn:
        cdn.purger.purge(tags=frozenset(tags), addresses=ADDRESSES)
        return cdn.cdn.asked


def test_fastly_takes_keys_in_a_header() -> None:
    """Source: “Purge multiple surrogate key tags”, Fastly's API reference, “Purging”."""
    [asked] = what_leaves("fastly", "page:12")
    assert (asked.method, asked.path, asked.body) == ("POST", "/service/SerVice1/purge", b"")
    assert asked.headers["fastly-key"] == "token"
    assert asked.headers["surrogate-key"] == f"{key('page:12')} {MANY}"
    assert asked.headers["accept"] == "application/json"


def test_fastly_takes_256_keys_a_request() -> None:
    asked = what_leaves("fastly", *(f"page:{number}" for number in range(300)))
    assert [len(one.headers["surrogate-key"].split()) for one in asked] == [256, 45]


def test_fastly_is_asked_at_its_own_address() -> None:
    assert Fastly(token="token", service="id")._address == "https://api.fastly.com/service/id/purge"


def test_cloudflare_takes_tags_in_a_body() -> None:
    """Source: “Purge Cached Content by Tag, Host or Prefix”, Cloudflare's API reference."""
    [asked] = what_leaves("cloudflare", "page:12")
    assert (asked.method, asked.path) == ("POST", "/client/v4/zones/zone1/purge_cache")
    assert asked.headers["authorization"] == "Bearer token"
    assert asked.headers["content-type"] == "application/json"
    assert json.loads(asked.body) == {"tags": [key("page:12"), MANY]}


def test_cloudflare_takes_a_hundred_tags_a_request() -> None:
    """Source: “Purge cache” in Cloudflare's documentation, “Max operations per request”."""
    asked = what_leaves("cloudflare", *(f"page:{number}" for number in range(150)))
    assert [len(json.loads(one.body)["tags"]) for one in asked] == [100, 51]


def test_cloudflare_takes_addresses_where_it_cannot_go_by_tags() -> None:
    """Source: “Purge Cached Content by URL”, Cloudflare's API reference."""
    [asked] = what_leaves("cloudflare by address", "page:12")
    assert json.loads(asked.body) == {"files": sorted(ADDRESSES)}


def test_cloudflare_that_answers_without_success_has_not_purged() -> None:
    with world("cloudflare") as cdn:
        cdn.cdn.status = 202  # the small world says success at 200 alone
        with pytest.raises(PurgeError, match="did not say"):
            cdn.purger.purge(tags=frozenset({"page:12"}), addresses=frozenset())


def test_varnish_takes_keys_in_a_header() -> None:
    [asked] = what_leaves("varnish", "page:12")
    assert (asked.method, asked.path) == ("PURGE", "/")
    assert asked.headers["xkey-purge"] == f"{key('page:12')} {MANY}"


def test_the_rest_take_one_address_a_request() -> None:
    asked = what_leaves("by address", "page:12")
    assert [(one.method, one.headers["host"], one.path) for one in asked] == [
        ("PURGE", "paper.example", "/a/"),
        ("PURGE", "paper.example", "/b/?page=2"),
    ]


@pytest.mark.parametrize(
    ("name", "headers"),
    [
        ("fastly", {"Surrogate-Key": f"all {key('page:1')}", "Surrogate-Control": KEEP}),
        ("cloudflare", {"Cache-Tag": f"all,{key('page:1')}", "Cloudflare-CDN-Cache-Control": KEEP}),
        ("cloudflare by address", {"Cloudflare-CDN-Cache-Control": KEEP}),
        ("varnish", {"xkey": f"all {key('page:1')}", "Surrogate-Control": KEEP}),
        ("by address", {"Surrogate-Control": KEEP}),
    ],
)
def test_a_page_carries_what_its_cdn_reads(name: str, headers: dict[str, str]) -> None:
    with world(name) as cdn:
        assert cdn.purger.response_headers(["page:1"]) == headers


class Hanging:
    """A cache that Wagtail waits for."""

    def __init__(self) -> None:
        self.end = threading.Event()
        self.waiting = 0

    def purge_batch(self, addresses: list[str]) -> None:
        self.waiting += 1
        self.end.wait(10)


def test_a_cache_that_hangs_does_not_gather_threads() -> None:
    backend = Hanging()
    purger = ByAddress(backend, name="hanging")
    change = {"tags": frozenset({"page:1"}), "addresses": ADDRESSES}
    threads = [threading.Thread(target=purger.purge, kwargs=change) for _ in range(MOST_AT_ONCE)]
    for thread in threads:
        thread.start()
    while backend.waiting < MOST_AT_ONCE:
        time.sleep(0.01)
    with pytest.raises(PurgeError, match="hangs"):
        purger.purge(**change)
    backend.end.set()
    for thread in threads:
        thread.join()
    purger.purge(**change)


def test_what_another_thread_complains_of_is_not_ours() -> None:
    class Backend:
        def purge_batch(self, addresses: list[str]) -> None:
            say = logging.getLogger("wagtail.frontendcache").error
            thread = threading.Thread(target=say, args=("Couldn't purge",))
            thread.start()
            thread.join()

    ByAddress(Backend(), name="quiet").purge(tags=frozenset(), addresses=ADDRESSES)
