"""A CDN that is none: for tests, and for seeing what would be purged."""

from __future__ import annotations

from collections.abc import Iterable

from broadsheet.edge.purging.keys import carried, to_purge
from broadsheet.edge.purging.purger import KEEP, PurgeError


class MemoryPurger:
    """Keeps pages as a CDN would, in this process; `away` and `refuses` make it fail."""

    def __init__(self) -> None:
        self.name = "memory"
        self.pages: dict[str, set[str]] = {}
        self.purged: list[tuple[frozenset[str], frozenset[str]]] = []
        self.away = False
        self.refuses = False

    def keep(self, address: str, headers: dict[str, str]) -> None:
        """Take a page as an edge server would that fetched it."""
        self.pages[address] = set(headers["Surrogate-Key"].split())

    def purge(self, *, tags: frozenset[str], addresses: frozenset[str]) -> None:
        if self.away or self.refuses:
            raise PurgeError("The memory fails as it was told to", retry_helps=self.away)
        self.purged.append((tags, addresses))
        gone = {key for keys in to_purge(tags, 256) for key in keys}
        self.pages = {address: keys for address, keys in self.pages.items() if not keys & gone}

    def response_headers(self, tags: Iterable[str]) -> dict[str, str]:
        return {"Surrogate-Key": carried(tags, " "), "Surrogate-Control": KEEP}

    def forget_all(self) -> None:
        """As new."""
        self.__init__()  # type: ignore[misc]  # the same object, as others hold it


THE_MEMORY = MemoryPurger()  # what `memory://` means
