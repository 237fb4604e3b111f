"""How large it is."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.newsletters.checks.finding import Finding, Proof, stop, warn
from broadsheet.newsletters.rendering.html import LARGE, LARGEST


def check(proof: Proof) -> Iterator[Finding]:
    """Gmail cuts a mail at 102 kB, and the links to unsubscribe stand at its foot."""
    size = len(proof.html.encode())
    if size > LARGEST:
        yield stop(
            f"It has {size // 1000} kB: Gmail cuts off what is over 102, the unsubscribe link with it. "
            "Shorten it, or show fewer stories."
        )
    elif size > LARGE:
        yield warn(f"It has {size // 1000} kB, and Gmail cuts off what is over 102: leave something out.")
