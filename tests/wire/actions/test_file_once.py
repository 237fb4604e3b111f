"""A call that is repeated files once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from broadsheet.wire.actions.file_once import file_once, fingerprint_of
from broadsheet.wire.models import Filing, WireEvent, WireItem
from tests.factories import make_item

pytestmark = pytest.mark.django_db


def test_the_same_call_files_once(ada: User):
    first, was_there = file_once("k", "print", ada, make_item)
    again, is_there = file_once("k", "print", ada, make_item)
    assert (first, was_there, is_there) == (again, False, True)
    assert (WireItem.objects.count(), WireEvent.objects.count()) == (1, 1)


def test_another_call_with_the_key_is_refused(ada: User):
    file_once("k", "print", ada, make_item)
    with pytest.raises(ValidationError) as refused:
        file_once("k", "another", ada, make_item)
    assert "use a new one" in refused.value.message_dict["idempotency_key"][0]
    assert WireItem.objects.count() == 1


def test_two_people_may_have_the_same_key(ada: User, ben: User):
    assert file_once("k", "print", ada, make_item) != file_once("k", "print", ben, make_item)


def test_what_could_not_be_filed_leaves_the_key_free(ada: User):
    with pytest.raises(ValidationError):
        file_once("k", "print", ada, lambda: make_item(""))
    assert file_once("k", "print", ada, make_item)[1] is False


def test_who_comes_second_by_a_moment_files_nothing(ada: User):
    def file_while_another_files() -> WireItem:
        slower = make_item("The second")
        Filing.objects.create(key="k", by=ada, fingerprint="print", item=make_item("The first"))
        return slower

    # In one connection nobody else can commit meanwhile: what they did is rolled back with ours.
    with pytest.raises(Exception, match=r"(?i)unique"), transaction.atomic():
        file_once("k", "print", ada, file_while_another_files)
    assert WireItem.objects.count() == 0


@pytest.mark.parametrize("key", ["", "x" * 201, "a\nb", "a\x00b", "\u202e"])
def test_what_cannot_be_a_key_is_refused(key: str, ada: User):
    with pytest.raises(ValidationError, match="1 to 200 printable"):
        file_once(key, "print", ada, make_item)


def test_the_order_of_words_makes_no_other_call():
    assert fingerprint_of({"a": 1, "b": [2]}) == fingerprint_of({"b": [2], "a": 1})
    assert fingerprint_of({"a": 1}) != fingerprint_of({"a": "1"})


def test_keys_are_kept_for_two_days(ada: User):
    file_once("recent", "print", ada, make_item)
    Filing.objects.update(at=timezone.now() - timedelta(hours=47))
    file_once("old", "print", ada, make_item)
    Filing.objects.filter(key="old").update(at=timezone.now() - timedelta(hours=49))
    file_once("new", "print", ada, make_item)
    assert set(Filing.objects.values_list("key", flat=True)) == {"recent", "new"}
