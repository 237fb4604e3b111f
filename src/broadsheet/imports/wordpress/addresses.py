"""Addresses as WordPress writes them, brought to one form so that they can be compared."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

SIZE_SUFFIX = re.compile(r"-(?:\d{2,5}x\d{2,5}|scaled|rotated)(?=\.\w{2,5}$)")


def path_of(link: str) -> str:
    """The decoded path of an address, with one slash at each joint: `//greek/%ce%b1/` → `/greek/α/`.

    Empty where the address is a short one (`/?p=12`) or no address at all.
    """
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return ""
    path = re.sub("/{2,}", "/", unquote(parts.path, errors="replace"))
    if parts.query and path in ("", "/"):
        return ""
    return path if path.startswith("/") else ""


def same_path(path: str) -> str:
    """A form in which two addresses of one page are equal."""
    return path.rstrip("/").casefold()


def host_of(link: str) -> str:
    """The host of an address without `www.`, or empty."""
    try:
        host = urlsplit(link.strip()).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def file_key(address: str) -> str:
    """A key under which a picture and its resized copies are one file.

    `https://old.example/wp-content/uploads/2010/08/boat-300x200.jpg?w=604` → `2010/08/boat.jpg`: the last
    three parts of the path, because WordPress files uploads by year and month, and hosts move.
    """
    parts = [part for part in path_of(address).split("/") if part]
    return SIZE_SUFFIX.sub("", "/".join(parts[-3:])).casefold()


def file_name(address: str) -> str:
    """The last part of an address's path: `boat.jpg`."""
    return path_of(address).rstrip("/").rpartition("/")[2]
