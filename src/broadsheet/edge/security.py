"""What an answer tells browsers to refuse, by the kind of its address.

Needs no request, so that answers which are made outside Django carry the same headers.
"""

from __future__ import annotations

from enum import Enum, auto
from functools import cache

A_YEAR = 31_536_000

# The only frames in a reader's page: the players that `embed.js` loads when the reader asks.
PLAYERS = ("https://www.youtube-nocookie.com", "https://player.vimeo.com")

_PAGE = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "media-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "frame-src": " ".join(PLAYERS),
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}

# Wagtail starts its choosers and calendars by scripts in the page, also in forms that it adds later, and its
# editor sets styles. Nothing may come from elsewhere all the same, and no attribute may hold a script.
_DESK = {
    "default-src": "'none'",
    "script-src": "'self' 'unsafe-inline'",
    "script-src-attr": "'none'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "media-src": "'self'",
    "connect-src": "'self'",
    "frame-src": "'self' " + " ".join(PLAYERS),
    "object-src": "'none'",
    "form-action": "'self'",
    "base-uri": "'self'",
    "frame-ancestors": "'self'",
}

# At the door nobody is known yet, and nothing is written: Wagtail's sign-in works without scripts in the page.
_DOOR = _DESK | {"script-src": "'self'", "style-src": "'self'", "frame-ancestors": "'none'"}

# An upload that is opened by itself does nothing, whatever it holds.
_UPLOAD = {"default-src": "'none'", "frame-ancestors": "'none'", "sandbox": ""}
# Sound that is opened by itself is played by a page of the browser's own making, which asks for it once more.
_FILE = {"default-src": "'none'", "media-src": "'self'", "frame-ancestors": "'none'", "sandbox": ""}

# Fullscreen and picture-in-picture are for the players.
_PLAYERS_TOO = "(self {})".format(" ".join(f'"{player}"' for player in PLAYERS))
_NEVER = (
    "accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "hid",
    "magnetometer", "microphone", "midi", "payment", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip
PERMISSIONS = ", ".join(
    [
        *(f"{name}=()" for name in _NEVER),
        f"fullscreen={_PLAYERS_TOO}",
        f"picture-in-picture={_PLAYERS_TOO}",
    ]
)


class Kind(Enum):
    """The kinds of answers that differ in what a browser may do with them."""

    PAGE = auto()  # what readers see, and all that nobody else claims
    DESK = auto()  # the editors' admin, with its previews
    DOOR = auto()  # where the staff sign in
    FILE = auto()  # styles, fonts, pictures, audio
    DOCUMENT = auto()  # an upload that may be for a few readers only


_POLICIES = {
    Kind.PAGE: _PAGE,
    Kind.DESK: _DESK,
    Kind.DOOR: _DOOR,
    Kind.FILE: _FILE,
    Kind.DOCUMENT: _UPLOAD,
}
_PLACES = {
    "/desk/login/": Kind.DOOR,
    "/desk/password_reset/": Kind.DOOR,
    "/desk/": Kind.DESK,
    "/static/": Kind.FILE,
    "/media/": Kind.FILE,
    "/documents/": Kind.DOCUMENT,
}


def kind_of(path: str) -> Kind:
    """What kind of answer stands at `path`; whatever is nobody else's is the paper's own."""
    return next((kind for start, kind in _PLACES.items() if path.startswith(start)), Kind.PAGE)


def headers_for(path: str, *, https: bool) -> dict[str, str]:
    """The security headers of the answer at `path`; `https` when readers reach the paper by it."""
    return headers_of(kind_of(path), https=https)


def headers_of(kind: Kind, *, https: bool) -> dict[str, str]:
    """The security headers of an answer of that kind."""
    return dict(_headers(kind, https))


@cache
def _headers(kind: Kind, https: bool) -> dict[str, str]:
    policy = _POLICIES[kind]
    staff = kind in (Kind.DESK, Kind.DOOR)
    private = staff or kind is Kind.DOCUMENT
    headers = {
        "Content-Security-Policy": _written(policy, https),
        "X-Frame-Options": "SAMEORIGIN" if policy["frame-ancestors"] == "'self'" else "DENY",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin" if staff else "strict-origin-when-cross-origin",
        "Permissions-Policy": PERMISSIONS,
        "Cross-Origin-Opener-Policy": "same-origin",
        # Feeds, pictures and the cards of shared links are there to be shown elsewhere.
        "Cross-Origin-Resource-Policy": "same-origin" if private else "cross-origin",
    }
    return headers | ({"Strict-Transport-Security": f"max-age={A_YEAR}"} if https else {})


def _written(policy: dict[str, str], https: bool) -> str:
    upgraded = policy | ({"upgrade-insecure-requests": ""} if https else {})
    return "; ".join(f"{name} {sources}".strip() for name, sources in upgraded.items())
