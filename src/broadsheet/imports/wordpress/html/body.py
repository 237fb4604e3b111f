"""Collects body blocks in the shapes that Wagtail stores."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from broadsheet.kit.html import clean

Block = dict[str, Any]


class Body:
    """A body being built. Neighbouring paragraphs share a text block, neighbouring markup an HTML one."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.notes: list[str] = []

    def text(self, markup: str) -> None:
        """Add paragraphs or lists of rich text."""
        self._append_or_join("text", markup, glue="")

    def html(self, markup: str) -> None:
        """Add markup that fits no other block, made safe."""
        if cleaned := clean(markup).strip():
            self._append_or_join("html", cleaned, glue="\n")

    def add(self, kind: str, value: Any) -> None:
        """Add any other block."""
        self.blocks.append({"type": kind, "value": value})

    def note(self, words: str) -> None:
        """Remember something that the operator should know about this post."""
        if words not in self.notes:
            self.notes.append(words)

    def _append_or_join(self, kind: str, markup: str, *, glue: str) -> None:
        if self.blocks and self.blocks[-1]["type"] == kind:
            self.blocks[-1]["value"] += glue + markup
        else:
            self.add(kind, markup)


def with_ids(blocks: list[Block], *, seed: str) -> list[Block]:
    """Give each block an id that depends on the post and the block's words alone.

    So that an unchanged block keeps its id from run to run, and revisions compare well.
    """
    seen: Counter[str] = Counter()

    def identified(block: Block) -> Block:
        words = json.dumps(block, sort_keys=True, ensure_ascii=False)
        seen[words] += 1
        if block["type"] == "gallery":
            pictures = [identified(item) for item in block["value"]["pictures"]]
            block = {**block, "value": {**block["value"], "pictures": pictures}}
        return {**block, "id": str(uuid5(NAMESPACE_URL, f"{seed}\n{words}\n{seen[words]}"))}

    return [identified(block) for block in blocks]
