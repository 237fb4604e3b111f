"""Whether it says anything."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.newsletters.checks.finding import Finding, Proof, stop

_SILENT = {"divider", "heading", "button"}


def check(proof: Proof) -> Iterator[Finding]:
    """Something to read, in HTML and as plain text."""
    if not [part for part in proof.parts if part.kind not in _SILENT]:
        yield stop("There is nothing in it to read: add text, or stories of the paper.")
    elif not proof.text.strip():
        yield stop("Its text part is empty: add words for those who read mail as text.")
