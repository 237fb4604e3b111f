"""The security policy of a page that no server sends headers for."""

from __future__ import annotations

from functools import cache

from broadsheet.edge.security import Kind, headers_of

# A `<meta>` may not carry these (w3.org/TR/CSP3/#meta-element); HTTPS is the other host's business.
_ONLY_IN_HEADERS = {"frame-ancestors", "sandbox", "report-uri", "upgrade-insecure-requests"}


@cache
def policy_tag() -> str:
    """The readers' policy as a `<meta>`, for pages opened from a disk as well.

    By the standard 'self' means nothing for a file, which has no origin; browsers differ. `file:` says it, and
    on a web space it opens nothing: no page from there may load a file.
    """
    given = headers_of(Kind.PAGE, https=False)["Content-Security-Policy"]
    policy = dict(part.strip().partition(" ")[::2] for part in given.split(";"))
    kept = {name: sources for name, sources in policy.items() if name not in _ONLY_IN_HEADERS}
    kept["form-action"] = "'none'"
    words = (f"{name} {sources}".replace("'self'", "'self' file:") for name, sources in kept.items())
    return f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(words)}">'
