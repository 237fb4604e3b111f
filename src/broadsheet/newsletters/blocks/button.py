"""One link that stands out."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from wagtail import blocks


class ButtonBlock(blocks.StructBlock):
    """One link that stands out."""

    label = blocks.CharBlock(max_length=60, help_text="What it does: “Read the whole series”.")
    url = blocks.CharBlock(
        label="Address",
        max_length=1000,
        help_text="https://…, a page of the paper by its path (/harbour/…), or mailto:…",
    )

    class Meta:
        icon = "link"
        template = "newsletters/blocks/button.html"  # in the archive; a mail has its own

    def clean(self, value: Any) -> Any:
        """An address that opens something."""
        cleaned = super().clean(value)
        if not self.is_deferred_validation and not is_address(cleaned["url"]):
            error = ValidationError(
                "This is no address: write https://…, a path such as /harbour/, or mailto:…"
            )
            raise blocks.StructBlockValidationError(block_errors={"url": error})
        return cleaned


def is_address(url: str) -> bool:
    """Whether a reader's click on it leads anywhere: a page, a path of the paper, or a mail to somebody."""
    try:
        parts = urlsplit(url)
        if parts.scheme == "mailto":
            EmailValidator()(parts.path)
        elif parts.scheme or parts.netloc:
            URLValidator(schemes=["http", "https"])(url)
        else:
            return url.startswith("/") and url.isprintable() and " " not in url
    except (ValueError, ValidationError):
        return False
    return True
