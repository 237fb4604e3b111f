"""File an item once, however often the same call arrives: a bot's retry, a second press of Ctrl+Enter."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone

from broadsheet.wire.models import Filing, WireItem
from broadsheet.wire.turn import in_turn

LONGEST_KEY = 200
KEPT = timedelta(days=2)  # a call that is repeated later is another one
AT_ONCE = 100


def file_once(key: str, fingerprint: str, by: User, file: Callable[[], WireItem]) -> tuple[WireItem, bool]:
    """What `file` files, or what the same call has filed before, and whether it was before.

    `key` names the call among those of one user, `fingerprint` (`fingerprint_of`) tells whether it asks for the
    same. Of two at the same moment one files. Raises `ValidationError` under `idempotency_key` for a key that
    cannot be one, and for one that stands for another call; and what `file` raises: then the key stays free.
    """
    key = checked_key(key)
    try:
        with in_turn():
            earlier = _earlier(key, fingerprint, by)
            if earlier is not None:
                return earlier, True
            item = file()
            Filing.objects.create(key=key, by=by, fingerprint=fingerprint, item=item)
            _forget_some_old_keys()
            return item, False
    except IntegrityError:
        # Somebody else was first by a moment, and what we filed is rolled back.
        earlier = _earlier(key, fingerprint, by)
        if earlier is None:
            raise
        return earlier, True


def checked_key(key: str) -> str:
    """A key of 1 to 200 printable characters; raises `ValidationError`."""
    if not 1 <= len(key) <= LONGEST_KEY or not key.isprintable():
        raise ValidationError({"idempotency_key": f"A key has 1 to {LONGEST_KEY} printable characters."})
    return key


def fingerprint_of(asked: Any) -> str:
    """The same for what is asked in the same words, in whatever order; `asked` is made of JSON's types."""
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()


def _earlier(key: str, fingerprint: str, by: User) -> WireItem | None:
    filing = Filing.objects.select_related("item").filter(by=by, key=key).first()
    if filing is None:
        return None
    if filing.fingerprint != fingerprint:
        raise ValidationError(
            {"idempotency_key": "This key stands for another item: use a new one for each."}
        )
    return filing.item


def _forget_some_old_keys() -> None:
    """Each new key makes room: no clock has to think of it, and no filing waits for a long tidying."""
    old = Filing.objects.filter(at__lt=timezone.now() - KEPT).order_by("pk")
    found = list(old.values_list("pk", flat=True)[:AT_ONCE])
    if found:
        Filing.objects.filter(pk__in=found).delete()
