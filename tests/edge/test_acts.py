"""After an editorial act, exactly what showed the old state is made anew, on its next request."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadsheet.edge.store.store import Store
from tests.database import is_postgresql
from tests.edge.acts import ACTS, Act, act_named
from tests.edge.asking import Reader
from tests.edge.edition import Edition
from tests.edge.pages_now import Page, comparable, rendered, stored_at, without_column
from tests.edge.paper import SmallPaper, make_small_paper, small_paper_in_place
from tests.plugins.kept import Kept

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("unindexed"),
]
_edition = Edition()


@pytest.fixture
def small_paper(kept: Kept) -> SmallPaper:
    """The paper, before the store is on."""
    return kept("small paper", make_small_paper, find=small_paper_in_place)


@pytest.fixture
def laid_out(small_paper: SmallPaper, tmp_path: Path) -> bool:
    """Whether its pages stand in the store already, which is not on yet."""
    return _edition.lay_out(small_paper, tmp_path / "pages")


@pytest.fixture
def before(laid_out: bool, small_paper: SmallPaper, reader: Reader, stored: Store) -> list[Page]:
    """Every page as it was, and is stored."""
    pages = served(reader, list(small_paper.addresses().values()))
    assert {status for status, _ in pages} == {200}
    if not laid_out:
        _edition.take(small_paper, stored.folder)
    return pages


def served(reader: Reader, paths: list[str]) -> list[Page]:
    """The pages as a reader gets them."""
    return [comparable(answer.status, answer.body) for answer in map(reader.get, paths)]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.name)
def test_every_page_is_right_after_an_act(
    act: Act, small_paper: SmallPaper, before: list[Page], reader: Reader
) -> None:
    addresses = small_paper.addresses()
    names, paths = list(addresses), list(addresses.values())

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
    name: str, small_paper: SmallPaper, before: list[Page], stored: Store
) -> None:
    # A last copy is kept of what was edited before, for the lifeboat.
    act_named("site settings").do(small_paper)

    act_named(name).do(small_paper)

    copies = [path for path in stored.folder.rglob("*") if path.is_file() and ".index" not in path.parts]
    assert [path.name for path in copies if b"Ferry returns" in path.read_bytes()] == []


@pytest.mark.skipif(is_postgresql(), reason="It is about the store.")
def test_publishing_a_story_leaves_all_others_stored(
    small_paper: SmallPaper, reader: Reader, stored: Store
) -> None:
    small_paper.fill(60)
    paths = small_paper.every_path()
    assert {status for status, _ in served(reader, paths)} == {200}
    assert stored.index.count() == len(paths) > 60

    act_named("publish").do(small_paper)

    renewed = len(paths) - sum(1 for path in paths if stored.find(stored_at(path)))
    assert 5 < renewed < 40
