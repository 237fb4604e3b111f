"""An edition that may go out, and its readers."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from broadsheet.newsletters.models import Edition, Newsletter
from tests.factories import Paper, make_edition, make_newsletter, make_subscriber


@pytest.fixture(autouse=True)
def unsearched(unindexed: None) -> None:
    """Spare every test the work of the search."""


@pytest.fixture
def newsletter(paper: Paper, ben: User) -> Newsletter:
    """The Morning Tide, with three readers, and three who are none."""
    newsletter = make_newsletter()
    for name in ("cleo", "elin", "mato"):
        make_subscriber(f"{name}@reader.example", newsletters=[newsletter])
    for state in ("pending", "left", "bounced"):
        make_subscriber(f"{state}@reader.example", newsletters=[newsletter], state=state)
    return newsletter


@pytest.fixture
def edition(newsletter: Newsletter, ben: User) -> Edition:
    """A draft that nothing keeps from going out."""
    return make_edition(newsletter=newsletter, written_by=ben)
