"""A stored page: its bytes in every encoding, and what is sent along with them."""

from __future__ import annotations

import gzip
import hashlib
import json
import time
from dataclasses import dataclass
from typing import Any, Self

import brotli  # type: ignore[import-untyped]  # it has no types

IDENTITY, GZIP, BROTLI = "identity", "gzip", "br"

# Each page is packed once and read on many bad networks: the last step of Brotli that is worth it (decision 12).
GZIP_LEVEL, BROTLI_QUALITY = 9, 10

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One answer, kept. `etag` names the words, without quotes; `made_at` and `until` are seconds since 1970.

    It may show a change of its `loose` tags a minute late; `since` is the index's number when it was begun.
    """

    status: int
    headers: Headers
    bodies: dict[str, bytes]
    etag: str
    made_at: float
    until: float | None = None
    tags: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()
    since: int = 0

    @classmethod
    def of(
        cls,
        body: bytes,
        *,
        status: int,
        headers: Headers,
        tags: frozenset[str] = frozenset(),
        loose: frozenset[str] = frozenset(),
        until: float | None = None,
    ) -> Self:
        """A sheet just printed, compressed in every way."""
        bodies = {
            IDENTITY: body,
            GZIP: gzip.compress(body, GZIP_LEVEL, mtime=0),
            BROTLI: brotli.compress(body, mode=brotli.MODE_TEXT, quality=BROTLI_QUALITY),
        }
        etag = hashlib.sha256(body).hexdigest()[:24]
        return cls(status, headers, bodies, etag, time.time(), until, tags, loose)

    @property
    def age(self) -> int:
        """Whole seconds since it was made."""
        return max(0, int(time.time() - self.made_at))

    def facts(self) -> bytes:
        """Everything but the bodies, as it is written beside them."""
        facts: dict[str, Any] = {
            "status": self.status,
            "headers": self.headers,
            "etag": self.etag,
            "made_at": self.made_at,
            "until": self.until,
            "loose": sorted(self.loose),
            "since": self.since,
            "sizes": {name: len(body) for name, body in self.bodies.items()},
        }
        return json.dumps(facts).encode()

    @classmethod
    def read(cls, facts: bytes, bodies: dict[str, bytes]) -> Self:
        """The sheet that was written so; raises `ValueError` where the parts do not belong together."""
        known = json.loads(facts)
        if known["sizes"] != {name: len(body) for name, body in bodies.items()}:
            raise ValueError("The bodies are not those that were written.")
        if hashlib.sha256(bodies[IDENTITY]).hexdigest()[:24] != known["etag"]:
            raise ValueError("The words are not those that were written.")
        headers = tuple((str(name), str(value)) for name, value in known["headers"])
        return cls(
            known["status"],
            headers,
            bodies,
            known["etag"],
            known["made_at"],
            known["until"],
            loose=frozenset(known["loose"]),
            since=known["since"],
        )
