"""Who has had everything about them erased."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.utils import timezone

from broadsheet.kit.marks import keyed
from broadsheet.newsletters.models.subscriber import key_of


class Erased(models.Model):
    """A mark by which an address is known again, and from which it cannot be read: no import brings it back."""

    readers_see_it = False

    mark = models.CharField(primary_key=True, max_length=64)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "erased"

    def __str__(self) -> str:
        return f"Erased on {self.at:%d %b %Y}"


def mark_of(address: str) -> str:
    """The keyed hash of an address; another secret key makes another."""
    return keyed(key_of(address).encode(), purpose="erased", secret=settings.SECRET_KEY).hex()


def erased_among(addresses: Iterable[str]) -> set[str]:
    """Those of `addresses` whose reader had everything erased, and has not come back by themselves."""
    by_mark: dict[str, list[str]] = {}
    for address in addresses:
        by_mark.setdefault(mark_of(address), []).append(address)
    found = Erased.objects.filter(pk__in=list(by_mark)).values_list("pk", flat=True)
    return {address for mark in found for address in by_mark[mark]}
