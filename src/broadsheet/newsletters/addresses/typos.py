"""“Did you mean gmail.com?”: slips of the pen in domains that many readers have."""

from __future__ import annotations

from functools import lru_cache

# Ordered by how many readers have them, roughly; the first of two that are as near is meant.
OFTEN_MEANT = (
    "gmail.com", "yahoo.com", "hotmail.com", "outlook.com", "icloud.com", "aol.com", "live.com", "msn.com",
    "googlemail.com", "protonmail.com", "proton.me", "fastmail.com", "gmx.de", "gmx.net", "web.de", "t-online.de",
    "ukr.net", "meta.ua", "yahoo.co.uk", "hotmail.co.uk", "btinternet.com", "yahoo.fr", "hotmail.fr",
    "orange.fr", "free.fr", "laposte.net", "wp.pl", "onet.pl", "interia.pl", "seznam.cz", "libero.it", "comcast.net",
)  # fmt: skip

# They look like slips and are none.
_REAL = frozenset(
    {
        "mail.com", "email.com", "ymail.com", "gmx.com", "gmx.at", "gmx.ch", "gmx.org", "me.com", "mac.com",
        "hey.com", "pm.me", "mail.de", "email.de", "mail.ee", "i.ua", "o2.pl", "op.pl", "live.de", "live.fr",
        "live.it", "live.nl", "live.se", "live.no", "live.dk", "live.be", "live.ca", "live.ie", "live.co.uk",
        "outlook.de", "outlook.fr", "outlook.es", "outlook.it", "outlook.cz", "outlook.dk", "outlook.ie",
        "outlook.pt", "outlook.at", "outlook.be", "outlook.sk", "outlook.lv", "outlook.hu", "outlook.in",
        "outlook.ph", "outlook.sa", "outlook.my", "outlook.jp", "outlook.kr", "outlook.cl", "hotmail.de",
        "hotmail.it", "hotmail.es", "hotmail.nl", "hotmail.be", "hotmail.ch", "hotmail.se", "hotmail.no",
        "hotmail.dk", "hotmail.fi", "hotmail.hu", "hotmail.gr", "yahoo.de", "yahoo.it", "yahoo.es", "yahoo.ca",
        "yahoo.ie", "yahoo.gr", "yahoo.se", "yahoo.no", "yahoo.dk", "yahoo.nl", "yahoo.pl", "yahoo.ro", "yahoo.in",
        "aol.de", "aol.fr", "aol.co.uk", "web.com", "free.com", "orange.com", "orange.es", "orange.pl", "net.pl",
    }
)  # fmt: skip


@lru_cache(maxsize=1024)
def did_you_mean(domain: str) -> str:
    """The well-known domain that this one is a slip of; nothing where it is none."""
    domain = domain.lower()
    if domain in OFTEN_MEANT or domain in _REAL:
        return ""
    nearest = min(OFTEN_MEANT, key=lambda known: distance(domain, known))
    return nearest if distance(domain, nearest) <= _most(nearest) else ""


def _most(domain: str) -> int:
    """In a short name every other letter makes another name."""
    return 2 if len(domain) > 8 else 1


def distance(one: str, other: str) -> int:
    """How many letters must be put in, left out, changed, or exchanged with their neighbours (Damerau, 1964).

    Texts whose lengths differ by more than 2 are 3 apart: nobody asks for more.
    """
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        above, before, row = before, row, [i]
        for j, wanted in enumerate(other, start=1):
            steps = [before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted)]
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                steps.append(above[j - 2] + 1)
            row.append(min(steps))
    return row[-1]
