"""A reader with an address."""

from __future__ import annotations

import unicodedata
from typing import Any, ClassVar

from django.db import models
from django.utils import timezone


class Subscriber(models.Model):
    """Somebody who has asked for a newsletter. We hold the address and nothing else about them."""

    readers_see_it = False

    address = models.CharField(max_length=320, help_text="As its reader wrote it.")
    key = models.CharField(
        max_length=320, unique=True, editable=False, help_text="What makes it one reader’s."
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        permissions: ClassVar[list[tuple[str, Any]]] = [
            ("import_subscriber", "Can import subscriber"),
            ("export_subscriber", "Can export subscriber"),
        ]

    def __str__(self) -> str:
        return self.address

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the key with the address."""
        self.key = key_of(self.address)
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments


def key_of(address: str) -> str:
    """By what two spellings of an address are known to be one reader's: case, and how letters are composed."""
    return unicodedata.normalize("NFC", address).strip().lower()
