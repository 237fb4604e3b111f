"""The longest tests begin first, so that no worker ends the run alone with one of them.

Only those that leave the tests' own database alone: pytest-django has a reason for the order of the others.
"""

from __future__ import annotations

import pytest

# The first needs no newsroom on SQLite, which is quicker to found when the tests' own database is made.
LONGEST = (
    "tests/edge/test_lifeboat_for_real.py::test_readers_do_not_notice_that_postgresql_is_killed",
    "tests/edge/test_lifeboat_for_real.py",
    "tests/edge/behind_nginx/",
)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Move them to the front; all others stay in their random order."""
    items.sort(key=lambda item: _place(item.nodeid))


def _place(node: str) -> int:
    return next((place for place, name in enumerate(LONGEST) if node.startswith(name)), len(LONGEST))
