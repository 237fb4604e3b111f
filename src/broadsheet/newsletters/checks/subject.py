"""The line by which readers decide whether to open it."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.newsletters.checks.finding import Finding, Proof, stop, warn
from broadsheet.newsletters.rendering.headers import breaks_line

LONGEST = 70  # characters; phones show about forty, nobody more


def check(proof: Proof) -> Iterator[Finding]:
    """A subject of one line, and words beside it."""
    subject = proof.edition.subject
    if not subject.strip():
        yield stop("It has no subject: write one.")
    elif breaks_line(subject):
        yield stop("The subject holds a line break or another sign that no mail can carry: write it anew.")
    elif len(subject) > LONGEST:
        yield warn(
            f"The subject has {len(subject)} characters: mail programs cut it after {LONGEST} or sooner."
        )
    if not proof.edition.preview_text.strip():
        yield warn(
            "It has no preview text: beside the subject, mail programs will show its first words instead. Write a line."
        )
