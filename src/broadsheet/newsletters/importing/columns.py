"""Which column says what: by what Ghost, Mailchimp, listmonk and this paper call theirs, and by common names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from broadsheet.newsletters.importing.errors import FileRefusedError
from broadsheet.newsletters.importing.states import ACTIVE, BOUNCED, LEFT

# What a column can say, in the order of the form.
FIELDS = {
    "address": "Address",
    "state": "Whether they are subscribed",
    "joined": "When they subscribed",
    "left": "When they left",
}
OURS = ["address", "state", "joined", "left", "consent"]

_NAMES: dict[str, tuple[str, ...]] = {
    "address": (
        *("email address", "email", "e mail", "e mail address", "mail", "subscriber email", "primary email"),
        *("member email", "contact email", "email id", "e mail adresse", "courriel", "correo electronico"),
        *("adresse e mail", "adres e mail", "електронна пошта", "email адреса", "address", "subscriber"),
    ),
    "state": (
        *(
            "subscribed to emails",
            "state",
            "status",
            "subscription status",
            "subscriber status",
            "member status",
        ),
        *(
            "email status",
            "email permission status",
            "subscribed",
            "email subscriber status",
            "is subscribed",
        ),
    ),
    # Where there are several, the first that a row fills is taken.
    "joined": (
        *(
            "confirm time",
            "confirmed at",
            "optin time",
            "opt in time",
            "opt in date",
            "joined",
            "subscribed at",
        ),
        *(
            "subscribe date",
            "subscription date",
            "signup date",
            "sign up date",
            "date subscribed",
            "date added",
        ),
        *("created at", "created", "created on", "date created", "joined at", "date joined", "added at"),
    ),
    "left": (
        *("unsub time", "clean time", "left", "unsubscribed at", "unsubscribe date", "date unsubscribed"),
        *("opt out date", "optout time", "deleted at", "left at", "bounced at"),
    ),
    "consent": ("consent",),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """Numbers of columns, from 0, for each thing that a column can say; `origin` is whose file it looks like."""

    origin: str = ""
    fields: dict[str, list[int]] = field(default_factory=dict)
    default_state: str = ACTIVE  # where no column says it

    def as_json(self) -> dict[str, Any]:
        """For an `Intake`."""
        return asdict(self)

    @property
    def is_ours(self) -> bool:
        """Whether this paper wrote the file."""
        return self.origin == "Broadsheet"


def columns_from(kept: Mapping[str, Any]) -> Columns:
    """What `as_json` has made."""
    return Columns(**kept)


def recognise(header: Sequence[str], *, file_name: str, first_rows: Iterable[Sequence[str]] = ()) -> Columns:
    """The likeliest meaning of the columns; `fields` has no address where nothing looks like one."""
    names = [_plain(name) for name in header]
    fields = {what: found for what, known in _NAMES.items() if (found := _places(names, known))}
    fields["state"] = fields.get("state", [])[:1]
    fields["address"] = _with_addresses(fields.get("address", []), list(first_rows))
    origin = _origin(names)
    if origin != "Broadsheet":
        fields.pop("consent", None)
    return Columns(origin, _without_empty(fields), _default_state(names, origin, file_name))


def renamed(columns: Columns, header: Sequence[str], wanted: Mapping[str, str]) -> Columns:
    """The columns with those that somebody named themselves: `{"address": "Email", "joined": ""}`.

    An empty name takes the meaning away. Raises `FileRefusedError` for what is not there.
    """
    fields = dict(columns.fields)
    plain = [_plain(name) for name in header]
    for what, name in wanted.items():
        if what not in FIELDS:
            raise FileRefusedError(f"A column can say {', '.join(FIELDS)}; “{what}” is none of these.")
        if name and _plain(name) not in plain:
            raise FileRefusedError(f"There is no column “{name}”: there are {_listed(header)}.")
        fields[what] = [plain.index(_plain(name))] if name else []
    return Columns(columns.origin, _without_empty(fields), columns.default_state)


def require_address(columns: Columns, header: Sequence[str]) -> None:
    """Raise `FileRefusedError` where no column holds addresses."""
    if not columns.fields.get("address"):
        raise FileRefusedError(
            f"No column looks like addresses: there are {_listed(header)}. Name the one that is."
        )


def _places(names: list[str], known: tuple[str, ...]) -> list[int]:
    return [names.index(name) for name in known if name in names]


def _with_addresses(named: list[int], rows: list[Sequence[str]]) -> list[int]:
    """The column, of those that are called so or of all, that holds an @ in most of the first rows."""
    counts = Counter(place for row in rows for place, cell in enumerate(row) if "@" in cell)
    for candidates in (named, sorted(counts)):
        best = max(candidates, key=lambda place: counts[place], default=None)
        if best is not None and counts[best] * 2 > len(rows):
            return [best]
    return named[:1]


def _origin(names: list[str]) -> str:
    if names == OURS:
        return "Broadsheet"
    if "subscribed to emails" in names:
        return "Ghost"
    if "leid" in names or {"member rating", "optin time"} <= set(names):
        return "Mailchimp"
    return "listmonk" if {"uuid", "email", "attributes", "status"} <= set(names) else ""


def _default_state(names: list[str], origin: str, file_name: str) -> str:
    """What Mailchimp says of all people in a file by which file it is."""
    if origin != "Mailchimp":
        return ACTIVE
    if _plain(file_name).startswith(("nonsubscribed", "non subscribed")):
        raise FileRefusedError("These people never subscribed, says Mailchimp: there is nobody to bring in.")
    if "clean time" in names:
        return BOUNCED
    return LEFT if "unsub time" in names else ACTIVE


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", name.casefold()).split())


def _listed(header: Sequence[str]) -> str:
    shown = ", ".join(f"“{name[:40]}”" for name in header[:12])
    return f"{shown} and {len(header) - 12} more" if len(header) > 12 else shown


def _without_empty(fields: dict[str, list[int]]) -> dict[str, list[int]]:
    return {what: places for what, places in fields.items() if places}
