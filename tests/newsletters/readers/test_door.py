"""Where a form comes from, how often, and what its address may have meant. No test here has a database."""

from __future__ import annotations

import pytest
from django.conf import LazySettings
from django.test import RequestFactory

from broadsheet.newsletters.addresses.typos import did_you_mean, distance
from broadsheet.newsletters.door import limits
from broadsheet.newsletters.door.limits import Limits
from broadsheet.newsletters.door.network import mark_of, network_of


@pytest.mark.parametrize(
    ("peer", "forwarded", "behind_proxy", "network"),
    [
        ("203.0.113.9", "", False, "203.0.113.0/24"),
        ("2001:db8:1:2:3::9", "", False, "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.9", "", False, "203.0.113.0/24"),
        ("203.0.113.9", "198.51.100.7", False, "203.0.113.0/24"),  # nobody stands in front: it is made up
        ("127.0.0.1", "198.51.100.7", True, "198.51.100.0/24"),
        ("127.0.0.1", "6.6.6.6, 198.51.100.7", True, "198.51.100.0/24"),  # the first was sent by the reader
        ("127.0.0.1", "6.6.6.6, 198.51.100.7, 127.0.0.1", True, "198.51.100.0/24"),  # through two of ours
        ("127.0.0.1", "198.51.100.7, 10.0.0.4", True, "198.51.100.0/24"),
        ("127.0.0.1", "10.1.2.3", True, "10.1.2.0/24"),  # a paper of an intranet
        ("127.0.0.1", "6.6.6.6, nonsense", True, "127.0.0.0/24"),
        ("127.0.0.1", "", True, "127.0.0.0/24"),
        ("", "", False, "unknown"),
        ("fe80::1%eth0", "", False, "fe80::/64"),
    ],
)
def test_a_reader_is_known_by_their_network(
    peer: str, forwarded: str, behind_proxy: bool, network: str, settings: LazySettings
) -> None:
    settings.BEHIND_PROXY = behind_proxy
    request = RequestFactory().post("/", headers={"x-forwarded-for": forwarded}, REMOTE_ADDR=peer)
    assert network_of(request) == network


def test_what_is_kept_of_a_network_tells_it_to_nobody(settings: LazySettings) -> None:
    one, neighbour, other = (
        RequestFactory().post("/", REMOTE_ADDR=address)
        for address in ("203.0.113.9", "203.0.113.10", "203.0.114.9")
    )
    assert mark_of(one) == mark_of(neighbour) != mark_of(other)
    before = mark_of(one)
    settings.SECRET_KEY = "another"
    assert mark_of(one) != before


def test_a_flood_of_networks_takes_no_more_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "REMEMBERED", 3)
    allowed = Limits(at_once=1, an_hour=1)
    assert [allowed.take(key) for key in "aabcd"] == [True, False, True, True, True]
    assert len(allowed._allowances) == 3
    assert allowed.take("a")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gmial.com", "gmail.com"),
        ("gmail.con", "gmail.com"),
        ("GMAI.com", "gmail.com"),
        ("hotnail.com", "hotmail.com"),
        ("outloook.com", "outlook.com"),
        ("ukr.met", "ukr.net"),
        ("proton.mee", "proton.me"),
        *(
            (known, "")
            for known in ("gmail.com", "ymail.com", "mail.com", "outlook.cz", "gmx.at", "yahoo.ie")
        ),
        *(
            (other, "")
            for other in ("reader.example", "paper.test", "posteo.de", "bk.ru", "m.com", "приклад.укр")
        ),
    ],
)
def test_slips_in_well_known_domains_are_seen(typed: str, meant: str) -> None:
    assert did_you_mean(typed) == meant


def test_exchanged_neighbours_are_one_slip() -> None:
    assert [distance("ab", other) for other in ("ab", "ba", "a", "abc", "xb", "xyz12")] == [0, 1, 1, 1, 1, 3]
