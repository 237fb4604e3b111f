"""Who may do what to the wire."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser, User

from broadsheet.wire.rights import may_change, may_direct, may_file
from tests.factories import make_item
from tests.wire.staff import let

pytestmark = pytest.mark.django_db


def test_an_outsider_may_nothing(dan: User):
    item = make_item()
    for somebody in (dan, AnonymousUser()):
        assert not may_file(somebody)
        assert not may_change(somebody, item)
        assert not may_direct(somebody)


def test_who_files_may_change_their_own_and_no_other(dan: User):
    filer = let(dan, "file_wireitem")
    assert may_file(filer)
    assert may_change(filer, make_item(by=filer))
    assert not may_change(filer, make_item())
    assert not may_direct(filer)


def test_who_changes_all_items_directs_the_wire(dan: User):
    director = let(dan, "change_wireitem")
    assert may_change(director, make_item())
    assert may_direct(director)


def test_who_has_left_may_nothing(dan: User):
    filer = let(dan, "file_wireitem")
    filer.is_active = False
    assert not may_file(filer)
    assert not may_change(filer, make_item(by=filer))
