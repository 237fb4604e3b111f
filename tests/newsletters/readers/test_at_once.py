"""A link that is pressed by many hands at one instant."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.test import Client

from broadsheet.edge.spool import take_in
from broadsheet.newsletters.models import Consent, Newsletter
from tests.database import is_postgresql
from tests.newsletters.readers.forms import letters, signed_up


@pytest.mark.skipif(is_postgresql(), reason="The claim is one statement in either database.")
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.usefixtures("paper", "unindexed")
def test_it_confirms_once(tide: Newsletter) -> None:
    Newsletter.objects.update(welcome_subject="Welcome aboard", welcome_text="<p>We sail.</p>")
    path = signed_up()

    def press(_: int) -> int:
        try:
            return Client().post(path).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as hands:
        assert set(hands.map(press, range(6))) == {200}
    take_in()
    assert Counter(Consent.objects.values_list("kind", flat=True)) == {"asked": 1, "confirmed": 1}
    assert [letter["Subject"] for letter in letters()].count("Welcome aboard") == 1
