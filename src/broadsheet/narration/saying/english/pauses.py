"""Punctuation as a voice needs it.

Dashes and parentheses become commas, an ellipsis a comma or, last, a stop; quotation marks are heard in nobody's voice
and go. An apostrophe stays only inside a word. A hyphen stays inside a word and
behind one (“two- and three-year-olds”).
"""

from __future__ import annotations

import re

from broadsheet.narration.saying.rule import rule

_NEAR = 8  # characters: how far on the next word begins


def _ellipsis(found: re.Match[str]) -> str:
    return ", " if re.search(r"\w", found.string[found.end() : found.end() + _NEAR]) else "."


RULES = (
    rule(r"(?<=[^\W_])[’'‘ʼ′`´](?=[^\W_])", "\N{RIGHT SINGLE QUOTATION MARK}"),
    rule(r"[“”„‟«»‹›\"″❝❞‚]|(?<!\w)[’‘']|[’‘'](?!\w)", ""),
    rule(r"(?<=\w)[–‒](?=\w)", "-"),
    rule(r"\s?(?:[—–―‒⸺]|--+)\s?|\s[-‑]+(?=\s)", ", "),
    rule(r"…|\.{2,}", _ellipsis),
    rule(r"[()]", ", "),
    rule(r"(?<![\w\ue000-\uf8ff])-+|-+(?! ?[\w\ue000-\uf8ff])", " "),
)
TIDY = (
    rule(r"\s++", " "),
    rule(r"\s(?=[,.;:!?])", ""),
    rule(r"[,;:](?:[\s,;:]*[,;:])+", ","),
    rule(r"[\s,;:]+(?=[.!?])", ""),
    rule(r"(?<=[.!?])\s?,", ""),
    rule(r"([.!?])[.!?]+", lambda found: "?" if "?" in found[0] else found[0][0]),
    rule(r"^[\s,;:.!?-]+|[\s,;:-]+$", ""),
    rule(r"(?<=[,;:!?])(?=[^\W\d])", " "),
    rule(r"\s++", " "),
)
