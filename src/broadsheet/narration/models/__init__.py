"""Narrations and what they are made of."""

from broadsheet.narration.models.hearing import Hearing
from broadsheet.narration.models.narration import Narration
from broadsheet.narration.models.podcast import Podcast
from broadsheet.narration.models.production import Production
from broadsheet.narration.models.segment import Segment
from broadsheet.narration.models.term import Term

__all__ = ["Hearing", "Narration", "Podcast", "Production", "Segment", "Term"]
