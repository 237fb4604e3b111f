"""The reference pages say what the code does. Links and commands are the business of `tests/house`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver, resolve

from broadsheet.desk import staff
from broadsheet.newsletters.blocks.edition import EditionBlock
from broadsheet.newsletters.rendering.filling import MOVING
from broadsheet.pages.blocks import BodyBlock
from broadsheet.pages.reserved import RESERVED
from tests.house.tree import ROOT

DOCS = ROOT / "docs"
CODE = re.compile(r"`([^`]+)`")
OURS = {"delivery", "news", "newsletters", "operations", "syndication", "wire"}
SAMPLES = {
    "section": "harbour",
    "slug": "mole",
    "page": "about",
    "part": "stories-1",
    "id": "1",
    "edition": "the-mole-holds",
    "token": "signed",
    "name": "plan.pdf",
    "year": "2026",
    "month": "11",
    "day": "23",
    "provider": "postmark",
    "story": "7",
}


def _rows(page: str, heading: str) -> Iterator[list[str]]:
    """The cells of every table row below `heading`, up to the next heading."""
    part = (DOCS / page).read_text().split(f"{heading}\n", 1)[1]
    for line in re.split(r"^#", part, maxsplit=1, flags=re.MULTILINE)[0].splitlines():
        if line.startswith("|") and not line.startswith("|--"):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def _addresses() -> list[str]:
    tables = (DOCS / "reference/addresses.md").read_text()
    first_cells = [line.split("|")[1] for line in tables.splitlines() if line.startswith("| `/")]
    return [code for cell in first_cells for code in CODE.findall(cell) if not code.endswith("…")]


def _names(resolver: URLResolver) -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver) and pattern.namespace in OURS:
            yield from (
                f"{pattern.namespace}:{p.name}" for p in pattern.url_patterns if isinstance(p, URLPattern)
            )
        elif isinstance(pattern, URLResolver) and pattern.namespace is None:
            yield from _names(pattern)


def test_every_address_that_is_documented_is_answered() -> None:
    for address in _addresses():
        resolve(re.sub(r"<(\w+)>", lambda match: SAMPLES[match[1]], address))


def test_every_address_of_ours_is_documented() -> None:
    documented = {resolve(re.sub(r"<(\w+)>", lambda m: SAMPLES[m[1]], a)).view_name for a in _addresses()}
    assert set(_names(get_resolver())) <= documented


def test_the_slugs_that_are_taken_are_documented() -> None:
    part = (DOCS / "reference/addresses.md").read_text().split("## Slugs that are taken\n", 1)[1]
    assert set(CODE.findall(part)) == RESERVED


def test_the_rights_of_each_group_are_documented() -> None:
    rows = list(_rows("reference/permissions.md", "## From the rights to the table"))[1:]
    known: set[str] = set()
    for column, group in enumerate(("Reporters", "Editors", "Publishers"), start=1):
        known |= {code for row in rows for code in CODE.findall(row[column])}
        granted = (
            *staff.PAGE_PERMISSIONS[group],
            *staff.COLLECTION_PERMISSIONS[group],
            *staff.MODEL_PERMISSIONS[group],
        )
        assert known == {name.rpartition(".")[2] for name in granted}, group


def test_every_body_block_is_documented_as_it_is() -> None:
    rows = [row for row in _rows("reference/body-blocks.md", "# Body blocks") if row[0].startswith("`")]
    documented = {row[0].strip("`"): (row[1], row[3].startswith("yes")) for row in rows}
    blocks = BodyBlock().child_blocks.items()
    assert documented == {
        name: (str(block.label), getattr(block, "counts_for_reading", False)) for name, block in blocks
    }


def test_every_edition_block_is_documented_as_it_is() -> None:
    rows = [row for row in _rows("reference/edition-blocks.md", "# Edition blocks") if row[0].startswith("`")]
    documented = {row[0].strip("`"): (row[1], row[3] == "yes") for row in rows}
    blocks = EditionBlock().child_blocks.items()
    assert documented == {name: (str(block.label), name in MOVING) for name, block in blocks}


def test_every_library_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    asked += [line for extra in project["project"]["optional-dependencies"].values() for line in extra]
    text = (DOCS / "decisions/0004-libraries.md").read_text()
    given = {line.split("|")[1].strip() for line in text.splitlines() if re.match(r"\| [a-z]", line)}
    assert given == {re.split(r"[\[<>=! ]", line)[0] for line in asked}


def test_a_decision_has_its_parts_and_its_place_in_the_index() -> None:
    index = (DOCS / "decisions/README.md").read_text()
    for number, page in enumerate(sorted((DOCS / "decisions").glob("0*.md")), start=1):
        text = page.read_text()
        assert page.name.startswith(f"{number:04}-")
        assert re.search(r"^20\d\d-\d\d-\d\d · ", text, re.MULTILINE), page.name
        assert all(f"\n## {part}\n" in text for part in ("Context", "Decision", "Consequences")), page.name
        assert f"]({page.name})" in index


def test_the_index_names_every_page() -> None:
    index = (DOCS / "README.md").read_text()
    pages = [page for folder in ("tutorial", "how-to", "reference") for page in (DOCS / folder).glob("*.md")]
    assert [page.name for page in pages if f"({page.relative_to(DOCS)})" not in index] == []
