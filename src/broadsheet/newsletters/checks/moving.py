"""Blocks that are filled when the edition is sent, and have nothing to show now."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.newsletters.checks.finding import Finding, Proof, warn
from broadsheet.newsletters.rendering.filling import keyed

_WORDS = {
    "story": "“{label}” shows nothing: readers cannot read {what} now. Publish it or choose another.",
    "newest": "“{label}” shows nothing: there is no story in {what} that the edition does not show already.",
    "picks": "“{label}” shows nothing: there are no picks that the edition does not show already.",
    "round_up": "“{label}” shows nothing: no round-up of the series is published, or the edition shows it already.",
    "developments": "“{label}” shows nothing: no key development was posted in that time.",
}
_NAMES = {"story": "the story", "newest": "the section"}


def check(proof: Proof) -> Iterator[Finding]:
    """One finding for each block that readers would not see."""
    for key, child in keyed(proof.edition.body):
        held = proof.filled.get(key)
        if held is not None and not (held.get("stories") or held.get("developments")):
            what = child.value.get(child.block_type)
            name = f"“{what.title}”" if getattr(what, "title", "") else _NAMES.get(child.block_type, "")
            yield warn(_WORDS[child.block_type].format(label=child.block.label, what=name))
