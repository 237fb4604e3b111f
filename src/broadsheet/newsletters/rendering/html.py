"""An edition as HTML that mail programs can show: MJML, then styles put where each element is."""

from __future__ import annotations

import re

import mrml
from css_inline import CSSInliner
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from broadsheet.newsletters.rendering.frame import Frame
from broadsheet.newsletters.rendering.newsroom_words import newsroom_words
from broadsheet.newsletters.rendering.parts import Part

LARGEST = 102_000  # bytes; Gmail cuts off what is over 102 kB, and with it the way out at the foot
LARGE = 90_000

# What every machine has: nothing is fetched from anywhere to read a mail.
SERIF = SafeString("Georgia, 'Times New Roman', serif")
SANS = SafeString("Helvetica, Arial, sans-serif")
# A wide space that takes none, a joiner that joins nothing: programs show them as nothing and count them as words.
_FILLING = SafeString("&#847;&#8199;&#8203; " * 60)

# Signs that no XML may hold (XML 1.0, 2.2), MJML neither; somebody may have pasted one.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

_PARSER = mrml.ParserOptions(include_loader=mrml.noop_loader())
_RENDER = mrml.RenderOptions(fonts={})
_INLINER = CSSInliner(keep_at_rules=True, load_remote_stylesheets=False, minify_css=True)


def html_of(frame: Frame, parts: list[Part]) -> str:
    """The whole document. What is personal to a reader in it is `slots.TOKEN`."""
    with newsroom_words():
        mjml = render_to_string(
            "newsletters/mail/edition.mjml",
            {"frame": frame, "parts": parts, "serif": SERIF, "sans": SANS, "filling": _FILLING},
        )
    return _INLINER.inline(mrml.to_html(_UNFIT.sub("", mjml), _PARSER, _RENDER).content)
