"""Pictures that say nothing to those who do not see them: images are off in many mail programs."""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.newsletters.checks.finding import Finding, Proof, stop, warn


def check(proof: Proof) -> Iterator[Finding]:
    """Every picture of the edition is there, and has its words."""
    for child in proof.edition.body:
        if child.block_type != "picture":
            continue
        picture = child.value["picture"]
        if picture is None:
            yield warn("A picture was deleted: readers see nothing in its place. Take the block out.")
        elif not (child.value["alt"] or picture.alt).strip():
            yield stop(f"The picture “{picture.title}” has no alt text: say what it shows.")
    unreadable = _chosen(proof) - sum(part.kind == "picture" for part in proof.parts)
    if unreadable:
        yield warn("The file of a picture cannot be read, so readers will not see it: upload it again.")


def _chosen(proof: Proof) -> int:
    pictures = (child.value["picture"] for child in proof.edition.body if child.block_type == "picture")
    return sum(1 for picture in pictures if picture)
