"""What was looked at is what is sent."""

from __future__ import annotations

import hashlib
import json

from broadsheet.newsletters.models import Edition

# All of an edition that its readers get.
WORDS = ("newsletter", "subject", "slug", "preview_text", "body", "in_archive")
_FIELDS = [field for field in Edition._meta.concrete_fields if field.name in WORDS]


def fingerprint_of(edition: int) -> str:
    """Another one as soon as a word of the edition, as it is stored, is another; nothing where there is none."""
    # Loaded afresh: a body that was looked at is written in another way than one that was not.
    stored = Edition.objects.filter(pk=edition).only(*WORDS).first()
    if stored is None:
        return ""
    words = [field.value_to_string(stored) for field in _FIELDS]
    return hashlib.sha256(json.dumps(words).encode()).hexdigest()[:32]
