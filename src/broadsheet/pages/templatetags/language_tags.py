"""`{% language_of code %}`: the attributes that tell browsers and screen readers a part's language."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

# ISO 639 codes of the living languages that are mostly written from right to left.
RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})


@register.simple_tag
def language_of(code: str | None) -> SafeString:
    """`lang="…" dir="…"` for the language `code`; nothing when it is blank, which means the paper's own."""
    if not code:
        return SafeString("")
    direction = "rtl" if code.partition("-")[0].lower() in RIGHT_TO_LEFT else "ltr"
    return format_html('lang="{}" dir="{}"', code, direction)
