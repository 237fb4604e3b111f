"""Fastly, by surrogate key.

Source: Fastly's documentation, “Purging” in the API reference (“Purge multiple surrogate key tags”: up to 256 keys,
in a `Surrogate-Key` header), “Surrogate-Key” and “Surrogate-Control” in the reference of HTTP headers.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from broadsheet.edge.purging.keys import carried, to_purge
from broadsheet.edge.purging.purger import KEEP
from broadsheet.edge.purging.wire import ask

API = "https://api.fastly.com"
MOST = 256  # keys in one request


class Fastly:
    """One service at Fastly."""

    def __init__(self, *, token: str, service: str, api: str = API) -> None:
        self.name = f"fastly {service}"
        self._token = token
        self._address = f"{api}/service/{quote(service, safe='')}/purge"

    def purge(self, *, tags: frozenset[str], addresses: frozenset[str]) -> None:
        """Purge the keys of `tags`; hard, as a soft purge would go on showing what is gone."""
        for keys in to_purge(tags, MOST):
            headers = {
                "Fastly-Key": self._token,
                "Surrogate-Key": " ".join(keys),
                "Accept": "application/json",
            }
            ask("POST", self._address, headers=headers)

    def response_headers(self, tags: Iterable[str]) -> dict[str, str]:
        """Fastly takes both away before readers see them."""
        return {"Surrogate-Key": carried(tags, " "), "Surrogate-Control": KEEP}
