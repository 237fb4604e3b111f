"""A rule: where a sentence looks like this, it is said like that."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """What it looks for, and what is said in its place.

    Patterns repeat possessively (`++`) or start at word boundaries only, so that no sentence makes them slow.
    """

    pattern: re.Pattern[str]
    words: str | Callable[[re.Match[str]], str]

    def apply(self, text: str) -> str:
        """The sentence with every such place said."""
        return self.pattern.sub(self.words, text)


def rule(pattern: str, words: str | Callable[[re.Match[str]], str], flags: int = 0) -> Rule:
    """A rule from its pattern as written."""
    return Rule(re.compile(pattern, flags), words)


def follow(rules: Iterable[Rule], text: str) -> str:
    """Apply the rules one after another."""
    for each in rules:
        text = each.apply(text)
    return text
