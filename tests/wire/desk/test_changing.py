"""What is done to an item that stands: undone, edited, corrected, retracted, pinned, put into the banner."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from wagtail.test.utils.form_data import rich_text

from broadsheet.wire.models import WireItem
from broadsheet.wire.text import FEATURES
from tests.factories import make_item, sign_in
from tests.wire.desk.box import act, file, grow_old, now, said, soup

State = WireItem.State


def test_an_undo_in_time_brings_the_words_back_into_the_box(ada: User) -> None:
    item = make_item("Ferry adrift", by=ada, urgency="notable", is_key=True)
    page = soup(act(ada, item, "undo", by_script=True))
    assert now(item).state == State.DRAFT
    assert page.select_one("[name=headline]").get_text().strip() == "Ferry adrift"
    assert page.select_one("[name=draft]")["value"] == str(item.pk)
    assert page.select_one("[value=notable]").has_attr("checked")
    assert page.select_one("[name=is_key]").has_attr("checked")


def test_an_undo_leaves_a_box_with_other_words_alone(ada: User) -> None:
    item = make_item(by=ada)
    response = act(ada, item, "undo", by_script=True, keep_box="1")
    assert "kept as a draft" in said(response)
    assert soup(response).select("[data-wire-box]") == []


def test_an_undo_without_a_script_leads_to_the_words(ada: User) -> None:
    item = make_item(by=ada)
    assert act(ada, item, "undo")["Location"] == f"/desk/?draft={item.pk}"


def test_what_was_undone_and_posted_again_is_one_item(ada: User) -> None:
    item = make_item("Ferry adrift", by=ada)
    act(ada, item, "undo")
    file(ada, "Ferry safe", draft=item.pk)
    assert [(found.pk, found.headline, found.state) for found in WireItem.objects.all()] == [
        (item.pk, "Ferry safe", State.LIVE)
    ]


def test_an_undo_that_comes_too_late_changes_nothing(ada: User) -> None:
    item = make_item(by=ada)
    grow_old(item)
    response = act(ada, item, "undo", by_script=True)
    assert response.status_code == 422
    assert "more than ten seconds ago" in said(response)
    assert now(item).state == State.LIVE
    assert soup(response).select("[data-wire-undo]") == []


def test_nobody_is_offered_the_undo_of_another(ada: User, ben: User) -> None:
    make_item(by=ada)
    assert soup(sign_in(ben).get("/desk/wire/filed/")).select("[data-wire-undo]") == []


def test_a_slip_of_the_pen_is_edited(ada: User) -> None:
    item = make_item("Fery adrift", by=ada)
    response = act(ada, item, "edit", headline="Ferry adrift", urgency="routine", posted_at=_time(item))
    assert response["Location"] == "/desk/"
    after = now(item)
    assert (after.headline, after.state, after.posted_at) == ("Ferry adrift", State.LIVE, item.posted_at)


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"headline": ""}, "Write a headline."),
        ({"posted_at": "2999-01-01 12:00"}, "The time lies ahead"),
        ({"posted_at": ""}, "A posted item has a time."),
        ({"posted_at": "noon"}, "Enter a valid date/time."),
    ],
)
def test_what_cannot_be_saved_is_said_and_nothing_changes(
    ada: User, fields: dict[str, str], complaint: str
) -> None:
    item = make_item("Ferry adrift", by=ada)
    response = act(ada, item, "edit", **{"headline": "Changed", "posted_at": _time(item)} | fields)
    assert response.status_code == 422
    assert complaint in soup(response).select_one(".w-field__errors .error-message").get_text()
    assert now(item).headline == "Ferry adrift"


def test_a_draft_is_posted_from_its_form(ada: User) -> None:
    draft = make_item("Ferry adrift", by=ada, as_draft=True)
    act(ada, draft, "edit", headline="Ferry safe", post="1")
    assert (now(draft).headline, now(draft).state) == ("Ferry safe", State.LIVE)


def test_a_correction_has_a_note_for_readers(ada: User) -> None:
    item = make_item("Ferry sunk", body="At Hesk.", by=ada)
    form = soup(sign_in(ada).get(f"/desk/wire/{item.pk}/correct/"))
    assert form.select_one("[name=headline]").get_text().strip() == "Ferry sunk"
    body = rich_text("<p>At Hesk.</p>", features=FEATURES)
    without = act(ada, item, "correct", headline="Ferry aground", body=body, note=" ")
    assert "Write why." in soup(without).select_one(".error-message").get_text()
    assert now(item).state == State.LIVE
    act(ada, item, "correct", headline="Ferry aground", body=body, note="It had not sunk.")
    after = now(item)
    assert (after.headline, after.body, after.state) == ("Ferry aground", "<p>At Hesk.</p>", State.CORRECTED)
    assert after.correction_note == "It had not sunk."


def test_a_retraction_says_what_readers_will_see_and_needs_a_reason(ada: User) -> None:
    item = make_item("Ferry sunk", by=ada)
    form = soup(sign_in(ada).get(f"/desk/wire/{item.pk}/retract/"))
    assert "Readers see that there was an item" in form.get_text()
    assert act(ada, item, "retract", reason="").status_code == 422
    act(ada, item, "retract", reason="A hoax.")
    after = now(item)
    assert (after.state, after.headline, after.retraction_reason) == (State.RETRACTED, "", "A hoax.")


@pytest.mark.parametrize("verb", ["edit", "correct", "retract"])
def test_a_retracted_item_leads_to_its_history(ada: User, verb: str) -> None:
    item = make_item(by=ada)
    act(ada, item, "retract", reason="A hoax.")
    assert sign_in(ada).get(f"/desk/wire/{item.pk}/{verb}/")["Location"] == f"/desk/wire/{item.pk}/history/"


@pytest.mark.parametrize("verb", ["correct", "retract"])
def test_a_draft_is_neither_corrected_nor_retracted(ada: User, verb: str) -> None:
    draft = make_item(by=ada, as_draft=True)
    assert sign_in(ada).get(f"/desk/wire/{draft.pk}/{verb}/")["Location"] == f"/desk/wire/{draft.pk}/edit/"


def test_a_draft_is_deleted_and_a_posted_item_never(ada: User) -> None:
    draft, posted = make_item(by=ada, as_draft=True), make_item(by=ada)
    for item in (draft, posted):
        act(ada, item, "delete")
    assert list(WireItem.objects.all()) == [posted]


def test_the_history_keeps_who_did_what_and_the_old_words(ada: User, ben: User) -> None:
    item = make_item("Ferry sunk", by=ada)
    act(ben, item, "correct", headline="Ferry aground", note="It had not sunk.")
    act(ben, item, "pin")
    act(ben, item, "retract", reason="There is no ferry.")
    page = soup(sign_in(ada).get(f"/desk/wire/{item.pk}/history/"))
    acts = [row.get_text(" ", strip=True) for row in page.select(".wire-history li")]
    assert [row.split(" by ")[0].rpartition(" ")[2] for row in acts] == [
        "Retracted",
        "Pinned",
        "Corrected",
        "Posted",
    ]
    assert "by Ben" in acts[0]
    assert "Readers were told: “There is no ferry.”" in acts[0]
    assert "Ferry aground" in acts[2]
    assert "Ferry sunk" in acts[3]


def test_an_editor_pins_and_takes_the_pin_out(ben: User) -> None:
    item = make_item()
    act(ben, item, "pin", by_script=True)
    assert now(item).pinned_at
    act(ben, item, "unpin", by_script=True)
    assert now(item).pinned_at is None


def test_an_editor_puts_an_item_into_the_banner_and_ends_it(ben: User) -> None:
    item = make_item()
    act(ben, item, "break", by_script=True)
    assert now(item).is_breaking()
    assert soup(sign_in(ben).get("/desk/")).select_one(".wire-breaking button").get_text() == "End"
    response = act(ben, item, "end", by_script=True)
    assert said(response) == "The banner is down."
    assert soup(response).select(".wire-breaking") == []
    assert not now(item).is_breaking()


def test_what_readers_cannot_read_is_not_pinned(ben: User) -> None:
    draft = make_item(as_draft=True)
    assert "Only what readers can read is pinned." in said(act(ben, draft, "pin", by_script=True))


def test_buttons_work_without_a_script_and_lead_back(ben: User) -> None:
    item = make_item()
    assert act(ben, item, "pin")["Location"] == "/desk/"
    assert act(ben, item, "unpin", next="/desk/wire/")["Location"] == "/desk/wire/"
    assert act(ben, item, "pin", next="https://elsewhere.test/")["Location"] == "/desk/"


@pytest.mark.parametrize("verb", ["undo", "pin", "unpin", "break", "end"])
def test_nothing_is_done_by_following_a_link(ben: User, verb: str) -> None:
    assert sign_in(ben).get(f"/desk/wire/{make_item().pk}/{verb}/").status_code == 405


def test_an_item_that_is_not_there_is_not_found(ben: User) -> None:
    assert sign_in(ben).get("/desk/wire/999/edit/").status_code == 404


def _time(item: WireItem) -> str:
    """The time as the form shows it: without seconds."""
    shown = timezone.localtime(item.posted_at or timezone.now())
    return (shown - timedelta(seconds=shown.second)).strftime("%Y-%m-%d %H:%M")
