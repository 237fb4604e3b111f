"""The reference of settings tells what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from broadsheet.environment import SETTINGS, Setting
from tests.house.tree import ROOT

PAGE = (ROOT / "docs/reference/settings.md").read_text()
ENTRY = re.compile(r"^## `([A-Z_]+)`\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
ENTRIES = dict(ENTRY.findall(PAGE))


def test_every_setting_is_documented_and_nothing_else() -> None:
    assert list(ENTRIES) == [setting.name for setting in SETTINGS]


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_an_entry_names_purpose_kind_default_and_an_example_that_works(setting: Setting) -> None:
    entry = ENTRIES[setting.name]
    assert setting.purpose in entry
    assert f"- Default: {f'`{setting.default}`' if setting.default else 'empty'}" in entry
    assert f"- Takes: {setting.kind.words}" in entry
    example = re.search(rf"`{setting.name}=(.+?)`", entry)
    assert example is not None
    setting.kind.read(example[1])


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_a_default_is_of_its_own_kind(setting: Setting) -> None:
    setting.kind.read(setting.default)


def test_nothing_but_the_environment_reads_the_environment() -> None:
    readers = {
        str(path.relative_to(ROOT / "src/broadsheet"))
        for path in Path(ROOT / "src/broadsheet").rglob("*.py")
        if re.search(r"os\.(environ|getenv)\b(?!\.setdefault\(\"DJANGO)", path.read_text())
    }
    assert readers <= {
        "environment/__init__.py",
        # These speak to the reader of the environment, before it reads.
        "cli/entry.py",
        "cli/group.py",
        "cli/init.py",
        "cli/demo.py",
        "cli/demo_home.py",
        "cli/django_side.py",
    }
