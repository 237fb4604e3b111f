"""A bucket that fills with time."""

from __future__ import annotations

import pytest

from broadsheet.edge.answering import allowance
from broadsheet.edge.answering.allowance import Allowance


def test_a_flood_is_held_to_its_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(allowance.time, "monotonic", lambda: now[0])
    bucket = Allowance(rate=20, most=40)
    taken = 0
    for _ in range(10_000):
        now[0] += 0.001
        taken += bucket.take()
    assert 230 <= taken <= 241  # forty at once, and twenty a second for ten seconds


def test_it_never_holds_more_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(allowance.time, "monotonic", lambda: now[0])
    bucket = Allowance(rate=20, most=40)
    now[0] += 3600
    assert sum(bucket.take() for _ in range(100)) == 40
