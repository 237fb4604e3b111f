"""The documentation points at what is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

from broadsheet.cli.group import broadsheet
from tests.house.tree import ROOT, files, short

LINK = re.compile(r"(?<!`)!?\[[^\]]*\]\(([^)\s]+)\)")
INLINE_CODE = re.compile(r"`([^`\n]+)`")
CODE_BLOCK = re.compile(r"^```.*?\n(.*?)^```", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
TARGET = re.compile(r"^([a-z-]+):", re.MULTILINE)


def _pages() -> list[Path]:
    # The demo paper's stories are Markdown too, and nobody's documentation.
    return [path for path in files(".md") if "src" not in path.parts]


def _commands(text: str, program: str) -> Iterator[list[str]]:
    """Every line of code in `text` that runs `program`, as words."""
    blocks = "\n".join(CODE_BLOCK.findall(text))
    for line in [*INLINE_CODE.findall(text), *blocks.splitlines()]:
        words = line.removeprefix("$ ").partition(" #")[0].split()
        if words and Path(words[0]).name == program:
            yield words[1:]


def _anchors(page: Path) -> set[str]:
    headings = HEADING.findall(page.read_text())
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def test_every_link_leads_somewhere() -> None:
    dead = []
    for page in _pages():
        for link in LINK.findall(page.read_text()):
            address, _, anchor = link.partition("#")
            target = page.parent / address if address else page
            if re.match(r"[a-z]+:", link):
                continue
            if not target.exists() or (anchor and anchor not in _anchors(target)):
                dead.append(f"{short(page)}: {link}")
    assert dead == []


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(TARGET.findall((ROOT / "Makefile").read_text()))
    unknown = []
    for page in _pages():
        for words in _commands(page.read_text(), "make"):
            named = filter(_is_target, words)
            unknown += [f"{short(page)}: make {word}" for word in named if word not in targets]
    assert unknown == []


def test_every_broadsheet_command_that_is_named_exists() -> None:
    unknown = []
    for page in _pages():
        lines = _commands(page.read_text(), "broadsheet")
        unknown += [
            f"{short(page)}: {' '.join(words)}" for words in lines if not _is_known(broadsheet, words)
        ]
    assert unknown == []


def _is_target(word: str) -> bool:
    return re.fullmatch(r"[a-z][a-z-]*", word) is not None


def _is_known(command: click.Command, words: list[str]) -> bool:
    """Whether the words lead from `command` to one of its own; what follows it is the command's business."""
    if words[:1] == ["--home"]:
        return _is_known(command, words[2:])
    if not isinstance(command, click.Group) or not words or not _is_target(words[0]):
        return True
    inner = command.get_command(click.Context(command), words[0])
    return inner is not None and _is_known(inner, words[1:])
