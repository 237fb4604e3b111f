"""Cloudflare, by tag or by address.

Source: Cloudflare's documentation, “Purge cache” (every plan purges by tag, 100 operations a request), “Purge cache by
cache-tags”, “CDN-Cache-Control” (its own header is not passed on), and “Purge Cached Content” in the API reference.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from urllib.parse import quote

from broadsheet.edge.purging.keys import carried, in_batches, to_purge
from broadsheet.edge.purging.purger import KEEP, PurgeError
from broadsheet.edge.purging.wire import ask

API = "https://api.cloudflare.com/client/v4"
MOST = 100  # tags or addresses in one request


class Cloudflare:
    """One zone at Cloudflare."""

    def __init__(self, *, token: str, zone: str, by_address: bool = False, api: str = API) -> None:
        self.name = f"cloudflare {zone}"
        self._token = token
        self._by_address = by_address
        self._address = f"{api}/zones/{quote(zone, safe='')}/purge_cache"

    def purge(self, *, tags: frozenset[str], addresses: frozenset[str]) -> None:
        """Purge by tag, or by address where the zone cannot do that."""
        if self._by_address:
            for files in in_batches(sorted(addresses), MOST):
                self._post({"files": files})
            return
        for keys in to_purge(tags, MOST):
            self._post({"tags": keys})

    def response_headers(self, tags: Iterable[str]) -> dict[str, str]:
        """Cloudflare takes both away before readers see them."""
        lifetime = {"Cloudflare-CDN-Cache-Control": KEEP}
        return lifetime if self._by_address else {"Cache-Tag": carried(tags, ","), **lifetime}

    def _post(self, what: dict[str, list[str]]) -> None:
        headers = {"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"}
        answer = ask("POST", self._address, headers=headers, body=json.dumps(what).encode())
        if not _agrees(answer):
            raise PurgeError(f"{self.name} did not say that it purged", retry_helps=True)


def _agrees(answer: bytes) -> bool:
    try:
        words = json.loads(answer)
    except ValueError:
        return False
    return isinstance(words, dict) and words.get("success") is True
