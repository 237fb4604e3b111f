"""What is said before an edition goes out."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import LazySettings

from broadsheet.newsletters.checks import check_edition
from broadsheet.newsletters.checks.finding import Proof
from broadsheet.newsletters.checks.size import check as check_size
from broadsheet.newsletters.models import Edition
from tests.factories import (
    Paper,
    make_edition,
    make_newsletter,
    make_picture,
    make_section,
    make_story,
    make_subscriber,
)
from tests.factories.stories import Body

pytestmark = pytest.mark.django_db
GOOD = {"from_address": "tide@ledger.test"}


@pytest.fixture(autouse=True)
def public(settings: LazySettings) -> None:
    settings.PUBLIC_URL = "https://ledger.test"
    settings.MAIL_URL = "smtp://mail.ledger.test"


def found(body: Body = "Good morning.", *, readers: bool = True, **fields: Any) -> dict[str, str]:
    """What is found in an edition that is good but for what the test gives: the words, and their level."""
    newsletter = make_newsletter(**GOOD)
    if readers:
        make_subscriber(newsletters=[newsletter])
    edition = make_edition(newsletter=newsletter, body=body, **fields)
    return {finding.words: finding.level for finding in check_edition(edition)}


def only(findings: dict[str, str]) -> tuple[str, str]:
    [(words, level)] = findings.items()
    return level, words


def test_nothing_is_said_of_a_good_edition(paper: Paper) -> None:
    assert found() == {}


@pytest.mark.parametrize(
    ("fields", "level", "words"),
    [
        ({"subject": "  "}, "stop", "It has no subject"),
        ({"subject": "Tide\nBcc: x"}, "stop", "holds a line break"),
        ({"subject": "x" * 71}, "warn", "71 characters"),
        ({"preview_text": " "}, "warn", "no preview text"),
        ({"body": []}, "stop", "nothing in it to read"),
        ({"body": [("heading", "News"), ("divider", None)]}, "stop", "nothing in it to read"),
        ({"readers": False}, "stop", "no confirmed reader"),
        (
            {"body": [("text", "<p>x</p>"), ("picture", {"picture": 999, "alt": "", "caption": ""})]},
            "warn",
            "deleted",
        ),
    ],
)
def test_each_says_what_is_wrong_and_what_to_do(
    paper: Paper, fields: dict[str, Any], level: str, words: str
) -> None:
    said = only(found(**fields))
    assert said[0] == level
    assert words in said[1]


def test_blocks_with_nothing_to_show_are_named(paper: Paper) -> None:
    section, draft = make_section("Harbour"), make_story("Draft", live=False)
    rest = {"heading": "", "count": 3, "pictures": True}
    body = [
        ("text", "<p>Good morning.</p>"),
        ("newest", {"section": section.pk} | rest),
        ("story", {"story": draft.pk, "words": "", "pictures": True}),
        ("picks", rest),
        ("round_up", {"series": None} | rest),
        ("developments", {"span": "today", "section": None} | rest),
    ]
    findings = found(body)
    assert set(findings.values()) == {"warn"}
    named = ["Newest of a section", "Story", "Editors’ picks", "Latest round-up", "Key developments"]
    assert [words.split("”")[0].strip("“") for words in findings] == named
    assert "“Draft”" in list(findings)[1]


def test_a_picture_tells_those_who_do_not_see_it_what_it_shows(paper: Paper) -> None:
    silent, broken = make_picture("Mole", alt=""), make_picture("Pier")
    broken.file.storage.delete(broken.file.name)
    shown = [("picture", {"picture": one.pk, "alt": "", "caption": ""}) for one in (silent, broken)]
    assert found([("text", "<p>x</p>"), *shown]) == {
        "The picture “Mole” has no alt text: say what it shows.": "stop",
        "The file of a picture cannot be read, so readers will not see it: upload it again.": "warn",
    }


@pytest.mark.parametrize(("size", "level"), [(89_000, None), (95_000, "warn"), (103_000, "stop")])
def test_gmail_cuts_what_is_too_long(size: int, level: str | None) -> None:
    proof = Proof(Edition(), {}, [], "x" * size, "")
    assert [finding.level for finding in check_size(proof)] == ([level] if level else [])


@pytest.mark.parametrize(
    ("address", "way", "level"),
    [
        ("newsroom@localhost", "smtp://mail.ledger.test", "stop"),
        ("newsroom@localhost", "filemail:///var/mail", "warn"),
        ("newsroom", "smtp://mail.ledger.test", "stop"),
        ("", "smtp://mail.ledger.test", "stop"),
    ],
)
def test_a_sender_that_no_server_believes_is_named(
    paper: Paper, settings: LazySettings, address: str, way: str, level: str
) -> None:
    settings.DEFAULT_FROM_EMAIL, settings.MAIL_URL = address, way
    newsletter = make_newsletter("Unset")
    make_subscriber(newsletters=[newsletter])
    [finding] = check_edition(make_edition(newsletter=newsletter))
    assert finding.level == level
    assert "BROADSHEET_MAIL_FROM" in finding.words


def test_links_to_a_paper_that_only_this_machine_reaches_are_warned_of(
    paper: Paper, settings: LazySettings
) -> None:
    settings.PUBLIC_URL = "http://127.0.0.1:8000"
    level, words = only(found())
    assert (level, "BROADSHEET_URL" in words) == ("warn", True)
