"""Varnish with `deploy/varnish/broadsheet.vcl`, by key.

Source: the manual page vmod_xkey(3) of varnish-modules.
"""

from __future__ import annotations

from collections.abc import Iterable

from broadsheet.edge.purging.keys import carried, to_purge
from broadsheet.edge.purging.purger import KEEP
from broadsheet.edge.purging.wire import ask

MOST = 256  # keys in one request: 2.3 kB of the 8 that Varnish takes in a header


class Varnish:
    """One Varnish, at `place`, a host and a port."""

    def __init__(self, place: str) -> None:
        self.name = f"varnish {place}"
        self._address = f"http://{place}/"

    def purge(self, *, tags: frozenset[str], addresses: frozenset[str]) -> None:
        """Purge whatever carries a key of `tags`."""
        for keys in to_purge(tags, MOST):
            ask("PURGE", self._address, headers={"xkey-purge": " ".join(keys)})

    def response_headers(self, tags: Iterable[str]) -> dict[str, str]:
        """The VCL takes both away before readers see them."""
        return {"xkey": carried(tags, " "), "Surrogate-Control": KEEP}
