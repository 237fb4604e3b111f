"""The benchmark counts rightly."""

from __future__ import annotations

import os
import time
from types import SimpleNamespace
from typing import Any

import pytest

from benchmarks.edge.cpu import used
from benchmarks.edge.polling import edition_of
from benchmarks.edge.publishing import backwards
from benchmarks.edge.table import ratio
from benchmarks.edge.wrk import Measured
from benchmarks.figures import percentile


def test_an_older_edition_after_a_newer_one_is_found_over_all_readers() -> None:
    seen = [(0.0, 0.1, 1), (0.2, 0.3, 2), (0.25, 0.5, 1), (0.4, 0.6, 1)]
    # The third was asked for before anybody had the second edition in hand.
    assert backwards(seen) == 1
    assert backwards(seen[:3]) == 0


def test_a_percentile_is_a_value_that_was_measured() -> None:
    values = [float(number) for number in range(1, 21)]
    assert (percentile(values, 0.99), percentile(values, 1)) == (20, 20)
    assert percentile([3.0], 0.5) == 3
    assert percentile([], 0.5) == float("inf")


def test_servers_are_compared_round_by_round() -> None:
    """A slow moment of the machine hits both."""
    results = {
        (1, "hot", "a"): [Measured(rate, 0, 0, 0, 0) for rate in (100, 50, 90)],
        (1, "hot", "b"): [Measured(rate, 0, 0, 0, 0) for rate in (200, 100, 90)],
    }
    assert ratio(results, (1, "hot", "a"), (1, "hot", "b")) == 0.5


def test_work_costs_processor_time_and_sleep_does_not() -> None:
    before = used([os.getpid()])
    end = time.process_time() + 0.1
    while time.process_time() < end:
        pass
    assert used([os.getpid()]) - before >= 50_000


def answer(page: str, status: int = 200) -> Any:
    return SimpleNamespace(status=status, read=page.encode, getheader=lambda name: None)


def test_a_reader_knows_which_edition_it_is() -> None:
    assert edition_of(answer("<html>Tide number 7, Tide number 7</html>")) == 7


@pytest.mark.parametrize(
    ("status", "page", "amiss"),
    [
        (503, "<html>Tide number 7</html>", "status 503"),
        (200, "<html>Tide number 7, Tide number 6</html>", "half a page"),
        (200, "<html>Tide number 7", "half a page"),
    ],
)
def test_a_reader_notices_what_is_amiss(status: int, page: str, amiss: str) -> None:
    with pytest.raises(ValueError, match=amiss):
        edition_of(answer(page, status))
