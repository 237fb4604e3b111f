"""How long a newsreader is silent, in seconds."""

from __future__ import annotations

from broadsheet.narration.script.line import Kind

BETWEEN_SENTENCES = 0.25

PAUSES = {
    Kind.HEADLINE: 0.9,
    Kind.STANDFIRST: 0.7,
    Kind.BYLINE: 0.9,
    Kind.HEADING: 0.6,
    Kind.TEXT: 0.55,
    Kind.ITEM: 0.4,
    Kind.SPEAKER: 0.3,
    Kind.QUOTE: 0.6,
    Kind.FACTS: 0.5,
}
