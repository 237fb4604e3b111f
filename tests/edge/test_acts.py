"""After an editorial act, exactly what showed the old state is made anew, on its next request."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from broadsheet.edge.addresses import Address, public_address
from broadsheet.edge.press.rendering import render
from broadsheet.edge.store.store import Store
from tests.edge.acts import ACTS, Act
from tests.edge.asking import Reader
from tests.edge.paper import SmallPaper, make_small_paper

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("unindexed"),
]

Page = tuple[int, bytes]
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"')  # another in every form


@pytest.fixture
def small_paper() -> SmallPaper:
    """The paper, before the store is on."""
    return make_small_paper()


def address_of(path: str) -> Address:
    """Where the page stands in the store."""
    address = public_address(path)
    assert address is not None
    return address


def rendered(paths: list[str]) -> list[Page]:
    """The pages as Django makes them now, in a thread: it ends each request with the thread's connection."""

    def make(path: str) -> Page:
        printed = render(address_of(path))
        return printed.status, TOKEN.sub(b"", printed.body)

    with ThreadPoolExecutor(1) as thread:
        return list(thread.map(make, paths))


def served(reader: Reader, paths: list[str]) -> list[Page]:
    """The pages as a reader gets them."""
    answers = [reader.get(path) for path in paths]
    return [(answer.status, TOKEN.sub(b"", answer.body)) for answer in answers]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_every_page_is_right_after_an_act(act: Act, small_paper: SmallPaper, reader: Reader) -> None:
    addresses = small_paper.addresses()
    names, paths = list(addresses), list(addresses.values())
    before = served(reader, paths)
    assert {status for status, _ in before} == {200}

    act.do(small_paper)

    after = served(reader, paths)
    now = rendered(paths)
    assert {name for name, got, real in zip(names, after, now, strict=True) if got != real} == set()
    assert {name for name, was, real in zip(names, before, now, strict=True) if was != real} == act.changes


def test_a_redirect_leads_on_at_once(small_paper: SmallPaper, reader: Reader) -> None:
    assert reader.get("/old-quay/").status == 404

    next(act for act in ACTS if act.name == "redirect added").do(small_paper)

    assert reader.get("/old-quay/").headers["location"].endswith(small_paper.story.url)


@pytest.mark.parametrize("name", ["unpublish", "delete", "make private", "make a section private"])
def test_what_is_gone_is_gone_from_every_copy(
    name: str, small_paper: SmallPaper, reader: Reader, stored: Store
) -> None:
    addresses = small_paper.addresses()
    served(reader, list(addresses.values()))
    words = b"Ferry returns"
    # A last copy is kept of what was edited before, for the lifeboat.
    next(act for act in ACTS if act.name == "site settings").do(small_paper)

    next(act for act in ACTS if act.name == name).do(small_paper)

    copies = [path for path in stored.folder.rglob("*") if path.is_file() and ".index" not in path.parts]
    assert [path.name for path in copies if words in path.read_bytes()] == []
