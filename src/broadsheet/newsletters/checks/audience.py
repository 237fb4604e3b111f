"""Whether anybody gets it."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.newsletters.checks.finding import Finding, Proof, stop


def check(proof: Proof) -> Iterator[Finding]:
    """At least one reader has confirmed."""
    if not proof.edition.newsletter.subscriptions.active().exists():
        yield stop("Nobody would get it: the newsletter has no confirmed reader.")
