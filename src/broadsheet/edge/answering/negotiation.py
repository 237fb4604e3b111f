"""What a browser can take, and what it has already (RFC 9110, sections 12.5.3 and 13)."""

from __future__ import annotations

from functools import lru_cache

from broadsheet.edge.store.sheet import BROTLI, GZIP, IDENTITY

PREFERRED = (BROTLI, GZIP, IDENTITY)  # the smallest first
LONGEST = 1000  # bytes


def encoding_for(accepted: bytes | None) -> str:
    """The encoding to answer in: of those with the highest q-value the smallest; whole words for anybody else.

    A request that forbids everything is answered in whole words, as RFC 9110 allows; so is one whose header is
    longer than any browser's, unread.
    """
    return IDENTITY if not accepted or len(accepted) > LONGEST else _best_of(accepted)


@lru_cache(maxsize=512)
def _best_of(accepted: bytes) -> str:
    weights = dict(_weights(accepted.decode("latin-1")))
    rest = weights.get("*")
    known = {
        BROTLI: weights.get("br", rest or 0.0),
        GZIP: weights.get("gzip", weights.get("x-gzip", rest or 0.0)),
        # Not named, it may always be sent, but nobody asked for it.
        IDENTITY: weights.get("identity", rest if rest is not None else 0.001),
    }
    best = max(known.values())
    return next(name for name in PREFERRED if known[name] == best) if best > 0 else IDENTITY


def has_it(if_none_match: bytes, etag: bytes) -> bool:
    """Whether one of the tags that a browser knows is `etag`; both with their quotes."""
    if if_none_match.strip() == b"*":
        return True
    return any(tag.strip().removeprefix(b"W/") == etag for tag in if_none_match.split(b","))


def _weights(accepted: str) -> list[tuple[str, float]]:
    found = []
    for part in accepted.split(","):
        name, _, parameters = part.partition(";")
        found.append((name.strip().lower(), _q(parameters)))
    return found


def _q(parameters: str) -> float:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                return min(1.0, max(0.0, float(value)))
            except ValueError:
                return 0.0
    return 1.0
