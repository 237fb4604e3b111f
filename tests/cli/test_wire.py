"""`broadsheet wire` files and directs."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from wagtail.models import APIToken

from broadsheet.cli import entry
from broadsheet.wire.models import WireEvent, WireItem
from tests.factories import make_item, make_section, make_series, make_story, make_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def wire(capsys: pytest.CaptureFixture[str]):
    """Runs a command of the wire: its exit status, what it printed, what it complained of."""

    def run(*words: object) -> tuple[int, str, str]:
        status = entry.run(["wire", *map(str, words)])
        return status, *capsys.readouterr()

    return run


def test_an_item_is_filed_and_its_address_told(wire, settings):
    status, said, _ = wire("post", "Ferry to Hesk cancelled")
    item = WireItem.objects.get()
    assert (status, item.state, item.filed_by) == (0, "live", None)
    assert said == f"Item {item.pk} is live: {settings.PUBLIC_URL}/wire/items/{item.pk}/\n"


def test_an_item_is_filed_with_all_that_it_may_have(paper, wire, ada: User):
    harbour, ferries, gales, story = (
        make_section("Harbour"),
        make_topic("Ferries"),
        make_topic("Gales"),
        make_story(),
    )
    wire(
        *("post", "Ferry cancelled", "--body", "Gale.", "--section", "harbour", "--topic", "ferries"),
        *("--topic", "gales", "--story", story.url, "--source", "police", "--source", "harbour master"),
        *("--breaking", "--key", "--as", ada.username),
    )
    item = WireItem.objects.get()
    assert (item.body, item.section, item.story, item.filed_by) == ("<p>Gale.</p>", harbour, story, ada)
    assert (list(item.topics.all()), item.sources) == ([ferries, gales], "police; harbour master")
    assert (item.urgency, item.is_key, item.is_breaking()) == ("breaking", True, True)


def test_the_body_is_read_from_standard_input(wire, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Штиль.\n\nTea.".encode()), "utf-8"))
    status, said, complaint = wire("post", "Quiet night", "--body", "-", "--draft", "--notable")
    assert complaint == ""
    item = WireItem.objects.get()
    assert (status, said) == (0, f"Item {item.pk} is kept as a draft.\n")
    assert (item.body, item.urgency) == ("<p>Штиль.</p><p>Tea.</p>", "notable")


def test_a_repeated_call_files_once(wire, ada: User):
    call = ("post", "Ferry cancelled", "--as", ada.username, "--idempotency-key", "k-1")
    assert "is live" in wire(*call)[1]
    assert "was filed already" in wire(*call)[1]
    status, _, complaint = wire(*call, "--key")
    assert (status, "use a new one" in complaint, WireItem.objects.count()) == (1, True, 1)


def test_an_item_is_corrected_and_retracted(wire):
    item = make_item()
    assert wire("correct", item.pk, "--note", "It sails.", "--headline", "Ferry sails")[0] == 0
    item.refresh_from_db()
    assert (item.state, item.headline, item.correction_note) == ("corrected", "Ferry sails", "It sails.")
    assert "is retracted" in wire("retract", item.pk, "--reason", "A drill.")[1]
    item.refresh_from_db()
    assert (item.state, item.headline) == ("retracted", "")


def test_an_item_is_pinned_and_its_pin_taken_out(wire):
    item = make_item()
    for command, pinned in (("pin", True), ("unpin", False)):
        assert wire(command, item.pk)[0] == 0
        item.refresh_from_db()
        assert (item.pinned_at is not None) is pinned


def test_the_banner_is_taken_down(wire):
    first, second = make_item(urgency="breaking"), make_item(urgency="breaking")
    assert wire("end-breaking", first.pk)[1] == f"No longer breaking: item {first.pk}.\n"
    assert wire("end-breaking")[1] == f"No longer breaking: item {second.pk}.\n"
    assert wire("end-breaking")[1] == "Nothing was breaking.\n"
    assert WireEvent.objects.standing().get(subject="banner").payload["html"] == ""


def test_what_was_filed_last_is_listed(wire):
    assert wire("list")[1] == "Nothing was filed yet.\n"
    for n in range(21):
        make_item(f"Item {n}", urgency="notable", is_key=True, as_draft=n == 20)
    lines = wire("list")[1].splitlines()
    assert len(lines) == 20
    assert lines[0].split("\t")[1:] == ["", "draft, notable, key", "Item 20"]
    assert lines[1].split("\t")[2:] == ["live, notable, key", "Item 19"]


def test_a_token_is_made_for_who_may_file(wire, ada: User, dan: User):
    status, said, _ = wire("token", ada.username, "harbour bot")
    assert (status, APIToken.objects.get().user) == (0, ada)
    assert APIToken.objects.get().key_hash == APIToken.hash_token(said.strip())
    status, _, complaint = wire("token", dan.username, "bot")
    assert (status, "may not file" in complaint) == (1, True)


@pytest.mark.parametrize(
    ("words", "status", "complaint"),
    [
        (["post", "x" * 201], 1, "headline: At most 200 characters"),
        (["post", "Gale", "--body", "<script>x</script>"], 1, "body: Only bold"),
        (["post", "Gale", "--section", "nowhere"], 1, "section: There is no section “nowhere”"),
        (["post", "Gale", "--topic", "a\0"], 1, "topics: There is no topic"),
        (["post", "Gale", "--story", "/no/such/"], 1, "story: There is no story /no/such/"),
        (["post", "Gale", "--as", "nobody"], 1, "Nobody is called “nobody”"),
        (["post", "Gale", "--idempotency-key", "k"], 2, "--idempotency-key needs --as"),
        (["post"], 2, "Missing argument 'HEADLINE'"),
        (["correct", "99", "--note", "x"], 1, "There is no item 99"),
        (["correct", "1"], 2, "Missing option '--note'"),
        (["retract", "x", "--reason", "x"], 2, "not a valid integer"),
        (["pin", str(10**30)], 2, "not in the range"),
        (["unpin", "99"], 1, "There is no item 99"),
        (["end-breaking", "99"], 1, "There is no item 99"),
        (["token", "nobody", "bot"], 1, "Nobody is called"),
    ],
)
def test_a_slip_is_told_in_one_line(words, status: int, complaint: str, wire):
    failed, said, complained = wire(*words)
    assert (failed, said, complained.count("\n")) == (status, "", 1)
    assert complaint in complained
    assert not WireItem.objects.exists()


def test_what_a_state_forbids_is_told_in_one_line(wire):
    item = make_item(as_draft=True)
    status, _, complaint = wire("retract", item.pk, "--reason", "A drill.")
    assert (status, complaint) == (1, "broadsheet: Readers have not seen this draft: delete it.\n")


def test_half_characters_of_a_terminal_are_no_stumbling_block(wire):
    assert wire("post", "Gale \udcff tonight")[0] == 0
    assert WireItem.objects.get().headline == "Gale tonight"


def test_the_days_round_up_is_drafted_and_put_out(wire, settings):
    series, day = make_series(), ("--day", "2026-11-23")
    make_item("Pilots strike", is_key=True, posted_at=datetime(2026, 11, 23, 9, tzinfo=UTC))
    status, said, _ = wire("roundup", *day)
    story = series.round_ups.get().story
    assert (status, story.live) == (0, False)
    assert said.startswith(
        f"Harbour latest: “Harbour latest: Pilots strike” is a draft: {settings.PUBLIC_URL}/desk/"
    )
    status, said, _ = wire("roundup", "harbour-latest", *day, "--publish")
    assert said.endswith(f"is published: {settings.PUBLIC_URL}{story.url}\n")
    assert series.round_ups.count() == 1


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["roundup"], "No series: add one"),
        (["roundup", "nowhere"], "There is no series “nowhere”"),
        (["roundup", "--day", "tomorrow"], "does not match the format"),
    ],
)
def test_a_round_up_that_cannot_be_made_says_why(wire, words: list[str], complaint: str):
    status, _, said = wire(*words)
    assert status != 0
    assert complaint in said


def test_a_day_without_developments_fails(wire):
    make_series()
    status, _, said = wire("roundup", "--day", "2026-11-23")
    assert (status, "No key developments on November 23 yet" in said) == (1, True)
