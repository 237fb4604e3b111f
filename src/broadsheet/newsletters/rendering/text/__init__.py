"""An edition as plain text, written from its blocks: for those who read mail as words."""

from broadsheet.newsletters.rendering.text.writing import text_of, words_of

__all__ = ["text_of", "words_of"]
