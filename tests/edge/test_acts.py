"""After an editorial act, exactly what showed the old state is made anew, on its next request."""

from __future__ import annotations

import pytest

from broadsheet.edge.store.store import Store
from tests.database import is_postgresql
from tests.edge.acts import ACTS, Act, act_named
from tests.edge.asking import Reader
from tests.edge.pages_now import Page, comparable, rendered, stored_at, without_column
from tests.edge.paper import SmallPaper, make_small_paper, small_paper_in_place
from tests.plugins.kept import Kept

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("unindexed"),
]


@pytest.fixture
def small_paper(kept: Kept) -> SmallPaper:
    """The paper, before the store is on."""
    return kept("small paper", make_small_paper, find=small_paper_in_place)


def served(reader: Reader, paths: list[str]) -> list[Page]:
    """The pages as a reader gets them."""
    return [comparable(answer.status, answer.body) for answer in map(reader.get, paths)]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_every_page_is_right_after_an_act(act: Act, small_paper: SmallPaper, reader: Reader) -> None:
    addresses = small_paper.addresses()
    names, paths = list(addresses), list(addresses.values())
    before = served(reader, paths)
    assert {status for status, _ in before} == {200}

    act.do(small_paper)

    after, now = served(reader, paths), rendered(paths)
    if not act.column:
        before, after, now = (list(map(without_column, pages)) for pages in (before, after, now))
    assert {name for name, got, real in zip(names, after, now, strict=True) if got != real} == set()
    assert {name for name, was, real in zip(names, before, now, strict=True) if was != real} == act.changes


def test_a_redirect_leads_on_at_once(small_paper: SmallPaper, reader: Reader) -> None:
    assert reader.get("/old-quay/").status == 404

    act_named("redirect added").do(small_paper)

    assert reader.get("/old-quay/").headers["location"].endswith(small_paper.story.url)


@pytest.mark.parametrize("name", ["unpublish", "delete", "make private", "make a section private"])
def test_what_is_gone_is_gone_from_every_copy(
    name: str, small_paper: SmallPaper, reader: Reader, stored: Store
) -> None:
    served(reader, list(small_paper.addresses().values()))
    # A last copy is kept of what was edited before, for the lifeboat.
    act_named("site settings").do(small_paper)

    act_named(name).do(small_paper)

    copies = [path for path in stored.folder.rglob("*") if path.is_file() and ".index" not in path.parts]
    assert [path.name for path in copies if b"Ferry returns" in path.read_bytes()] == []


@pytest.mark.skipif(is_postgresql(), reason="It is about the store.")
def test_publishing_a_story_leaves_all_others_stored(
    small_paper: SmallPaper, reader: Reader, stored: Store
) -> None:
    small_paper.fill(120)
    paths = small_paper.every_path()
    assert {status for status, _ in served(reader, paths)} == {200}
    assert stored.index.count() == len(paths) > 120

    act_named("publish").do(small_paper)

    renewed = len(paths) - sum(1 for path in paths if stored.find(stored_at(path)))
    assert 5 < renewed < 40
