"""Pages as Django makes them now, and as readers get them, to be compared."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

from broadsheet.edge.addresses import Address, address_of
from broadsheet.edge.press.rendering import render
from tests.edge.asking import HOST

Page = tuple[int, bytes]
# Another in every form; and a list of wire items may know an older place in the log, and is told more.
_PASSING = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"|data-wire-last="\d+"')
_COLUMN = re.compile(rb'<section class="wire-column".*?</section>', re.DOTALL)


def stored_at(path: str) -> Address:
    """Where the page stands in the store."""
    plain, _, query = path.partition("?")
    address = address_of(HOST, plain, plain, query)
    assert address is not None
    return address


def comparable(status: int, body: bytes) -> Page:
    """The page without what differs in every answer."""
    return status, _PASSING.sub(b"", body)


def without_column(page: Page) -> Page:
    """The page without the newest wire items beside it, which may be a minute old."""
    status, body = page
    return status, _COLUMN.sub(b"", body)


def rendered(paths: list[str], *, host: str = "127.0.0.1") -> list[Page]:
    """The pages as Django makes them now, in a thread: it ends each request with the thread's connection."""

    def make(path: str) -> Page:
        printed = render(Address(host, path))
        return comparable(printed.status, printed.body)

    with ThreadPoolExecutor(1) as thread:
        return list(thread.map(make, paths))
