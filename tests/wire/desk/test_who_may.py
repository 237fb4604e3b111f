"""Who may do what at the desk's part of the wire."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.test import Client

from broadsheet.wire.models import WireItem
from tests.factories import make_item, sign_in
from tests.wire.desk.box import act, browser, file, now, soup

RIGHTS = {"Reporters": {"file"}, "Editors": {"file", "change"}, "Publishers": {"file", "change"}}
FORMS = ["edit", "correct", "retract"]
BUTTONS = ["undo", "pin", "unpin", "break", "end"]


def rights() -> dict[str, set[str]]:
    """Each group's rights to the wire's items."""
    return {
        group.name: {
            right.codename.removesuffix("_wireitem")
            for right in group.permissions.filter(content_type__model="wireitem")
        }
        for group in Group.objects.all()
    }


def without_rights(user: User) -> Client:
    """Somebody of the desk who may not file."""
    Group.objects.get(name="Reporters").permissions.remove(Permission.objects.get(codename="file_wireitem"))
    return sign_in(user)


def test_a_new_newsroom_has_the_rights(db: None) -> None:
    assert rights() == RIGHTS


def test_a_newsroom_that_was_there_before_gets_them_however_often(db: None) -> None:
    migration = import_module("broadsheet.desk.migrations.0002_rights_to_the_wire")
    Permission.objects.filter(content_type__model="wireitem").delete()
    Group.objects.get(name="Publishers").delete()
    for _ in range(2):
        migration.grant_rights(apps, None)
    assert rights() == {"Reporters": {"file"}, "Editors": {"file", "change"}}


def test_the_panel_is_for_those_who_may_file(ada: User, ben: User, paula: User) -> None:
    for user in (ben, paula, ada):
        page = soup(sign_in(user).get("/desk/"))
        assert page.select_one("[data-wire-box] [name=headline]").has_attr("autofocus")
    assert soup(without_rights(ada).get("/desk/")).select("[data-wire-desk]") == []


def test_the_panel_is_the_first(ben: User, paper: object) -> None:
    page = sign_in(ben).get("/desk/").content.decode()
    assert page.index("data-wire-desk") < page.index('id="begin"')


def test_who_may_not_file_is_told_so(ada: User) -> None:
    desk = without_rights(ada)
    for by_script in (True, False):
        refused = file(desk, by_script=by_script)
        assert refused.status_code == 403
        assert "You may not file to the News Feed." in refused.content.decode()
    assert desk.get("/desk/wire/filed/").status_code == 403
    assert not WireItem.objects.exists()


def test_an_outsider_is_asked_to_sign_in(dan: User) -> None:
    assert file(dan)["Location"].startswith("/desk/login/")
    assert not WireItem.objects.exists()


@pytest.mark.parametrize("verb", [*FORMS, *BUTTONS])
def test_a_reporter_touches_no_item_of_another(ada: User, ben: User, verb: str) -> None:
    item = make_item("Ferry adrift", by=ben, urgency="breaking")
    refused = act(ada, item, verb, headline="Hijacked", note="x", reason="x")
    assert refused.status_code == 403
    assert "for editors" in refused.content.decode() or "an editor can change it" in refused.content.decode()
    after = now(item)
    assert (after.headline, after.state, after.pinned_at) == ("Ferry adrift", "live", None)
    assert after.is_breaking()


@pytest.mark.parametrize("verb", ["pin", "unpin", "break"])
def test_a_reporter_does_not_pin_even_their_own(ada: User, verb: str) -> None:
    assert act(ada, make_item(by=ada), verb, by_script=True).status_code == 403


def test_a_reporter_ends_their_own_banner(ada: User) -> None:
    item = make_item(by=ada, urgency="breaking")
    act(ada, item, "end")
    assert not now(item).is_breaking()


@pytest.mark.parametrize("group", ["ben", "paula"])
def test_editors_and_publishers_change_everybodys(
    ada: User, group: str, request: pytest.FixtureRequest
) -> None:
    user, item = request.getfixturevalue(group), make_item(by=ada)
    for verb in FORMS:
        assert sign_in(user).get(f"/desk/wire/{item.pk}/{verb}/").status_code == 200
    act(user, item, "correct", headline="Ferry aground", note="It had not sunk.")
    assert now(item).headline == "Ferry aground"


def test_a_draft_of_another_is_not_shown(ada: User, ben: User) -> None:
    draft = make_item(by=ben, as_draft=True)
    assert sign_in(ada).get(f"/desk/wire/{draft.pk}/history/").status_code == 403


def test_only_rights_that_mean_something_can_be_given(db: None) -> None:
    owner = User.objects.create_superuser("owner", "owner@ledger.test", "password")
    boxes = soup(browser(owner).get("/desk/groups/new/")).select("[name=permissions]")
    offered = {int(box["value"]) for box in boxes}
    found = Permission.objects.filter(content_type__model="wireitem", pk__in=offered)
    assert {right.codename for right in found} == {"file_wireitem", "change_wireitem"}
