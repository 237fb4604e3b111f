"""A test mail is the edition, and takes nobody off a list."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from django.core.exceptions import ValidationError

from broadsheet.delivery.letters.slots import TOKEN
from broadsheet.delivery.models import Delivery, Dispatch
from broadsheet.newsletters.actions.send_test import send_test
from tests.factories import Paper, make_edition, make_newsletter

pytestmark = pytest.mark.django_db


def test_each_gets_a_letter_of_their_own(paper: Paper) -> None:
    edition = make_edition(newsletter=make_newsletter(from_address="tide@ledger.test"))
    send_test(edition, to=["ada@ledger.test", " ben@ledger.test ", "ada@ledger.test"])
    letters = Dispatch.objects.order_by("pk")
    assert [letter.kind for letter in letters] == [Dispatch.Kind.LETTER] * 2
    assert list(Delivery.objects.values_list("address", flat=True)) == ["ada@ledger.test", "ben@ledger.test"]
    message = bytes(letters[0].message)
    assert b"Subject: [Test] The mole holds" in message
    assert b"To: ada@ledger.test" in message
    assert b"/newsletters/leave/preview/" in message
    assert TOKEN.encode() not in message
    assert b"\0token\0" not in message
    edition.refresh_from_db()
    assert edition.state == "draft"


@pytest.mark.parametrize(
    ("to", "complaint"),
    [
        ([], "at least one"),
        ([" "], "at least one"),
        ([f"a{n}@b.example" for n in range(6)], "6 addresses"),
        (["ada@ledger.test", "nobody"], "“nobody” is no address"),
        (["ada@ledger.test\nBcc: x@y.example"], "no address"),
        (["a" * 10_000 + "@b.example"], "no address"),
    ],
)
def test_nothing_is_sent_to_what_is_no_address(paper: Paper, to: Sequence[str], complaint: str) -> None:
    with pytest.raises(ValidationError, match=complaint):
        send_test(make_edition(), to=to)
    assert not Dispatch.objects.exists()


def test_a_subject_that_would_break_a_header_is_refused_in_words(paper: Paper) -> None:
    with pytest.raises(ValidationError, match="The subject holds a line break"):
        send_test(make_edition("Tide\nBcc: x"), to=["ada@ledger.test"])
