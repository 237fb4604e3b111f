"""Many modules as one script."""

from __future__ import annotations

from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it has no types
import pytest

import broadsheet.wire
from broadsheet.pages.scripts import bundled
from broadsheet.pages.staticfiles import SCRIPT

WIRE = Path(broadsheet.wire.__file__).with_name("static")
MOST = 6_000  # bytes, compressed
MODULES = {
    "a/first.js": 'import { greet } from "./greeting.js";\nimport { say } from "./saying.js";\n\nsay(greet("Ada"));\n',
    "a/greeting.js": 'import { say } from "./saying.js";\nconst words = "Good morning"; // Theirs\n'
    "// A reason\nexport function greet(name) {\n  say(name);\n  return `${words}, ${name}: // no reason`;\n}\n",
    "a/saying.js": "const words = [];\nexport class Words {}\nexport function say(word) {\n  words.push(word);\n}\n",
}


@pytest.fixture
def wire() -> str:
    """The script of the News Feed, as production has it."""
    return bundled(SCRIPT, lambda name: (WIRE / name).read_text())


def test_a_module_stands_once_and_before_whoever_imports_it() -> None:
    assert bundled("a/first.js", MODULES.__getitem__) == (
        "const { Words, say } = (() => {\n"
        "const words = [];\nclass Words {}\nfunction say(word) {\nwords.push(word);\n}\n"
        "return { Words, say };\n})();\n"
        "const { greet } = (() => {\n"
        'const words = "Good morning";\n'
        "function greet(name) {\nsay(name);\nreturn `${words}, ${name}: // no reason`;\n}\n"
        "return { greet };\n})();\n"
        '{\nsay(greet("Ada"));\n}\n'
    )


def test_the_script_of_the_feed_imports_nothing(wire: str) -> None:
    assert [line for line in wire.splitlines() if line.startswith(("import", "export"))] == []


def test_the_script_of_the_feed_is_light(wire: str) -> None:
    assert len(brotli.compress(wire.encode())) < MOST
