"""Dependencies are exact, hashed, and name no place to fetch them from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.house.tree import ROOT

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PINNED = re.compile(r"[a-z0-9][a-z0-9._-]*(\[[a-z,-]+\])?==[^ ]+( ;.*)?")


def _entries(lock: Path) -> list[str]:
    text = re.sub(r"^\s*#.*\n", "", lock.read_text(), flags=re.MULTILINE).replace("\\\n", "")
    return [line for line in text.splitlines() if line.strip()]


def _locked(lock: str) -> set[str]:
    return {re.split(r"[\[=]", entry)[0] for entry in _entries(ROOT / "requirements" / lock)}


def _names(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=! ]", line)[0].lower() for line in requirements}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_dependency_is_exact_and_hashed(lock: Path) -> None:
    assert LOCKS
    for entry in _entries(lock):
        name, _, hashes = entry.partition(" --hash=sha256:")
        assert hashes, f"{name} has no hash"
        assert PINNED.fullmatch(name.strip()), name


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_no_lock_names_an_index(lock: Path) -> None:
    assert not re.search(r"--(extra-)?index-url|--find-links|https?://", lock.read_text())


def test_what_the_project_asks_for_is_locked() -> None:
    project = PROJECT["project"]
    extras = [line for extra in project["optional-dependencies"].values() for line in extra]
    assert _names(project["dependencies"]) <= _locked("base.txt")
    assert _names(extras) <= _locked("production.txt")
    assert _names(PROJECT["dependency-groups"]["dev"]) <= _locked("dev.txt")
