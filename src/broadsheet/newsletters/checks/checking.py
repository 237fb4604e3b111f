"""All checks in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from broadsheet.newsletters.checks import audience, body, moving, pictures, sender, size, subject
from broadsheet.newsletters.checks.finding import Finding, Proof
from broadsheet.newsletters.checks.links import abroad, at_home
from broadsheet.newsletters.rendering.filling import fill
from broadsheet.newsletters.rendering.frame import frame_of
from broadsheet.newsletters.rendering.html import html_of
from broadsheet.newsletters.rendering.parts import parts_of
from broadsheet.newsletters.rendering.text import words_of

if TYPE_CHECKING:
    from broadsheet.newsletters.models import Edition

Check = Callable[[Proof], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    subject.check,
    body.check,
    moving.check,
    pictures.check,
    at_home.check,
    size.check,
    sender.check,
    audience.check,
)


def check_edition(edition: Edition, *, reach: bool = False) -> list[Finding]:
    """Everything to put right before the edition goes out, what stops it first.

    With `reach` other sites are asked whether links to them work, which takes up to `abroad.PATIENCE` seconds.
    """
    proof = proof_of(edition)
    checks = (*CHECKS, abroad.check) if reach else CHECKS
    found = [finding for check in checks for finding in check(proof)]
    return sorted(found, key=lambda finding: finding.level)  # “stop” comes before “warn”


def proof_of(edition: Edition) -> Proof:
    """The edition as it would go out now."""
    filled = fill(edition)
    parts = parts_of(edition, filled)
    html = html_of(frame_of(edition), parts)
    return Proof(edition, filled, parts, html, words_of(parts))
