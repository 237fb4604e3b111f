"""The factories know all that there is to make."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from broadsheet.pages.blocks import BodyBlock
from tests.factories import every_block


def test_a_body_with_every_block_has_every_block() -> None:
    anything = cast(Any, SimpleNamespace(pk=1))
    made = [name for name, _ in every_block(anything, story=anything)]
    assert sorted(made) == sorted(BodyBlock().child_blocks)
