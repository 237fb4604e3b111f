"""First words below `/newsletters/` that belong to what readers do, and to no newsletter."""

from __future__ import annotations

from django.core.exceptions import ValidationError

RESERVED = frozenset({"sign-up", "confirm", "leave", "preferences"})


def refuse_reserved(slug: str) -> None:
    """Raise `ValidationError` for a slug at which its newsletter could never be reached."""
    if slug.lower() in RESERVED:
        raise ValidationError(f"“/newsletters/{slug}/” is the paper’s own address: choose another.")
