"""Streams take no more descriptors than there are, and leave some to pages."""

from __future__ import annotations

import resource

import pytest
from django.conf import LazySettings

from broadsheet.wire.stream.room import PAGES, SPARE, connections_at_once, make_room, streams_at_once

UNLIMITED = resource.RLIM_INFINITY


class Limits:
    """The system's limits of open files."""

    def __init__(self, soft: int, hard: int) -> None:
        self.now = (soft, hard)

    def get(self, what: int) -> tuple[int, int]:
        return self.now

    def set(self, what: int, limits: tuple[int, int]) -> None:
        self.now = limits


@pytest.fixture
def limits(monkeypatch: pytest.MonkeyPatch, settings: LazySettings) -> Limits:
    settings.STREAMS = 12_000
    made = Limits(1024, 524_288)
    monkeypatch.setattr(resource, "getrlimit", made.get)
    monkeypatch.setattr(resource, "setrlimit", made.set)
    return made


def test_a_service_makes_room_for_its_streams(limits: Limits) -> None:
    make_room()
    assert limits.now == (12_000 + PAGES + SPARE, 524_288)
    assert streams_at_once() == 12_000
    assert connections_at_once() == 12_000 + PAGES


def test_it_takes_no_more_than_it_may(limits: Limits) -> None:
    limits.now = (1024, 4096)
    make_room()
    assert limits.now == (4096, 4096)
    assert streams_at_once() == 4096 - PAGES - SPARE


@pytest.mark.parametrize("soft", [60_000, UNLIMITED])
def test_a_limit_that_is_high_enough_stays(limits: Limits, soft: int) -> None:
    limits.now = (soft, UNLIMITED)
    make_room()
    assert limits.now == (soft, UNLIMITED)
    assert streams_at_once() == 12_000


@pytest.mark.parametrize("limit", [512, 1024, 1280, 2048, 4096, 20_000])
def test_however_low_the_limit_pages_and_files_find_room(limits: Limits, limit: int) -> None:
    limits.now = (limit, limit)
    assert 0 < streams_at_once() <= limit // 2 + max(0, limit // 2 - PAGES - SPARE)
    assert streams_at_once() < connections_at_once() <= limit - SPARE or limit < 1024


def test_a_service_that_may_not_ask_for_more_starts_all_the_same(
    limits: Limits, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object) -> None:
        raise ValueError("not allowed to raise maximum limit")

    monkeypatch.setattr(resource, "setrlimit", forbidden)
    make_room()
    assert streams_at_once() == 512
