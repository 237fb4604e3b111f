"""A letter to one reader, from its two templates."""

from __future__ import annotations

from email.utils import formataddr, parseaddr
from typing import Any

from css_inline import CSSInliner
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from broadsheet.newsletters.reader_links import DAYS
from broadsheet.newsletters.rendering.frame import paper_itself
from broadsheet.newsletters.rendering.newsroom_words import newsroom_words
from broadsheet.syndication.addresses import public

KINDS = ("txt", "html")
_INLINER = CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)


def write_letter(
    name: str, *, to: str, subject: str, sender: str = "", context: dict[str, Any] | None = None
) -> EmailMultiAlternatives:
    """The letter of that name: `mail/letters/<name>.txt` and `.html`.

    `sender` is a whole From; by default it comes from the paper. Automatic answers are asked not to come (RFC 3834).
    """
    paper = paper_itself()
    around = {"paper": paper, "paper_url": public("/"), "subject": subject, "days": DAYS}
    words = around | (context or {})
    with newsroom_words():
        text, html = (render_to_string(f"newsletters/mail/letters/{name}.{kind}", words) for kind in KINDS)
    letter = EmailMultiAlternatives(
        " ".join(subject.split()),
        text.strip() + "\n",
        from_email=sender or formataddr((paper.name, parseaddr(settings.DEFAULT_FROM_EMAIL)[1])),
        to=[to],
        headers={"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"},
    )
    letter.attach_alternative(_INLINER.inline(html), "text/html")
    return letter


def named(names: list[str]) -> str:
    """“A”, “A and B”, “A, B and C”."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
