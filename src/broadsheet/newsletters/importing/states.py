"""What other lists call being subscribed, having left, and mail that comes back."""

from __future__ import annotations

from broadsheet.newsletters.importing.errors import RowRefusedError
from broadsheet.newsletters.models import Subscription

ACTIVE = Subscription.State.ACTIVE.value
BOUNCED = Subscription.State.BOUNCED.value
LEFT = Subscription.State.LEFT.value
COMPLAINED = Subscription.State.COMPLAINED.value

# Of somebody who stands twice in a file, the later of these holds.
SEVERITY = {ACTIVE: 0, BOUNCED: 1, LEFT: 2, COMPLAINED: 3}

_WORDS = {
    ACTIVE: (
        *("active", "subscribed", "enabled", "confirmed", "true", "yes", "y", "1", "opted in", "opt in"),
        *("optin", "subscriber", "member", "free", "paid", "comped"),
    ),
    LEFT: (
        *(
            "left",
            "unsubscribed",
            "unsubscribe",
            "disabled",
            "blocklisted",
            "blacklisted",
            "blocked",
            "false",
        ),
        *(
            "no",
            "n",
            "0",
            "opted out",
            "opt out",
            "optout",
            "inactive",
            "removed",
            "deleted",
            "archived",
            "cancelled",
        ),
    ),
    BOUNCED: (
        "bounced",
        "cleaned",
        "undeliverable",
        "hard bounce",
        "hard bounced",
        "bouncing",
        "invalid",
        "junk",
    ),
    COMPLAINED: ("complained", "complaint", "spam", "abuse", "spam complaint", "reported", "marked as spam"),
}
_STATES = {word: state for state, words in _WORDS.items() for word in words}
_WAITING = (
    "pending",
    "unconfirmed",
    "not confirmed",
    "transactional",
    "nonsubscribed",
    "non subscribed",
    "never",
)


def state_of(word: str) -> str:
    """The state that another list's word stands for. Raises `RowRefusedError` for one that asks for nothing."""
    plain = " ".join(word.casefold().replace("-", " ").replace("_", " ").split())
    if state := _STATES.get(plain):
        return state
    if not plain:
        raise RowRefusedError("It does not say whether they are subscribed.")
    if plain in _WAITING:
        raise RowRefusedError(f"They have never confirmed that they want it (“{word[:40]}”).")
    raise RowRefusedError(f"It is not known what “{word[:40]}” means: subscribed, unsubscribed, cleaned …")
