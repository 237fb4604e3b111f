"""What editors arranged for the listeners of one story."""

from __future__ import annotations

from dataclasses import dataclass, field

from broadsheet.narration.models import Hearing
from broadsheet.narration.script.passage import Passage


@dataclass(frozen=True, slots=True)
class Arrangements:
    """Blocks that are kept out, and other words by block and passage."""

    kept_out: frozenset[str] = frozenset()
    words: dict[tuple[str, str], str] = field(default_factory=dict)

    def words_for(self, passage: Passage) -> str:
        """What is said of a passage: other words, its own, or none."""
        if passage.block in self.kept_out:
            return ""
        return self.words.get((passage.block, passage.name), passage.words)


def arrangements_for(story_id: int | None) -> Arrangements:
    """What is arranged for a story; nothing for one that was never saved."""
    hearings = list(Hearing.objects.filter(story_id=story_id)) if story_id else []
    return Arrangements(
        kept_out=frozenset(hearing.block for hearing in hearings if hearing.kept_out),
        words={(h.block, h.passage): h.words for h in hearings if h.words and not h.kept_out},
    )
