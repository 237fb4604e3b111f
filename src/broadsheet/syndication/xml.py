"""XML that every parser accepts, whatever the words in it."""

from __future__ import annotations

import io
import re
from typing import Any

from django.utils.xmlutils import SimplerXMLGenerator

# What XML 1.0 forbids (w3.org/TR/xml/#charsets): most control characters, surrogates, U+FFFE and U+FFFF.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def allowed(text: str) -> str:
    """`text` without the characters that XML forbids."""
    return _FORBIDDEN.sub("", text)


class Writer(SimplerXMLGenerator):
    """Django's writer, which refuses forbidden characters; ours leaves them out."""

    def characters(self, content: str) -> None:
        super().characters(allowed(content))

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802  # SAX names it
        safe: Any = {key: allowed(str(value)) for key, value in attrs.items()}
        super().startElement(name, safe)

    def text(self, name: str, content: str) -> None:
        """An element with words in it."""
        self.addQuickElement(name, content)


def document() -> tuple[Writer, io.StringIO]:
    """A writer, begun, and what it writes to."""
    stream = io.StringIO()
    writer = Writer(stream, "utf-8")
    writer.startDocument()
    return writer, stream
