"""The mails under audit: an edition that holds every block, and each letter to one reader."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.safestring import SafeString

from broadsheet.newsletters.letters.writing import write_letter
from broadsheet.newsletters.rendering.html import html_of
from tests.audit.newsroom import AuditedPage
from tests.newsletters.rendering.made import every_part, frame

LETTERS = ("confirm", "moved", "new_address", "preferences", "subscribed_already", "welcome")
RICH = SafeString(
    '<p>The <b>mole</b> <i>held</i>: <a href="https://ledger.test/">read</a>.</p><ul><li>One</li></ul><ol><li>Two</li></ol>'
)


def mails() -> Iterator[AuditedPage]:
    """Each as its reader's program gets it, the edition first."""
    yield _page("edition", html_of(frame(), every_part("The mole held.", RICH)))
    for name in LETTERS:
        letter = write_letter(name, to="cleo@reader.example", subject="The mole held", context=_words())
        yield _page(name, str(letter.alternatives[0][0]))


def _page(name: str, html: str) -> AuditedPage:
    return AuditedPage(f"mail, {name}", f"/audited/mail/{name}", html=html, is_framed=True)


def _words() -> dict[str, object]:
    """Everything that a letter may say."""
    newsletter = {"name": "The Morning Tide", "promise": "What the night brought.", "rhythm": "At seven"}
    links = dict.fromkeys(("link", "leave", "preferences"), "https://ledger.test/newsletters/x/")
    said = {
        "names": "The Morning Tide",
        "count": 1,
        "address": "cleo@reader.example",
        "html": RICH,
        "text": "Words",
    }
    return {"newsletter": newsletter, "newsletters": [newsletter], **links, **said}
