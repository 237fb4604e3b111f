"""How an edition looks: filled, as HTML, as text, as a message."""

from broadsheet.newsletters.rendering.letter import letter_of

__all__ = ["letter_of"]
