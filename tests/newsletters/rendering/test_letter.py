"""The message that goes out, as other mail programs read it."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.mail import BadHeaderError
from django.utils import timezone, translation

from broadsheet.delivery.letters.composing import compose
from broadsheet.delivery.letters.letter import Letter
from broadsheet.newsletters.models import Edition
from broadsheet.newsletters.rendering import letter_of
from broadsheet.newsletters.rendering.headers import breaks_line
from tests.factories import Paper, make_edition, make_newsletter

pytestmark = pytest.mark.django_db

# RFC 2369, 2: one address or more, each in angle brackets, and nothing between them but commas.
ADDRESSES = re.compile(r"<(https?|mailto):[^<>\s]+>(, ?<(https?|mailto):[^<>\s]+>)*")
# RFC 2919, 2: an optional phrase, then an identifier of dot-separated atoms.
LIST_ID = re.compile(r'("(\\.|[^"\\])*" |(=\?utf-8\?[bq]\?[^? ]+\?= )+)?<[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+>')


def received(edition: Edition) -> EmailMessage:
    """The edition as its reader's program parses it."""
    filled = Letter(compose(letter_of(edition))).fill(
        address="cleo@reader.example", token="AAAAtoken", message_id="<1.a@ledger.test>"
    )
    assert all(len(line) <= 998 for line in filled.split(b"\r\n"))  # RFC 5322, 2.1.1
    assert b"\n" not in filled.replace(b"\r\n", b"")
    message: Any = message_from_bytes(filled, policy=policy.default)
    assert not message.defects
    return message


@pytest.fixture
def edition(paper: Paper) -> Edition:
    return make_edition(
        newsletter=make_newsletter(from_address="tide@ledger.test", reply_to="desk@ledger.test")
    )


def test_its_headers_hold_against_the_rules_for_lists(edition: Edition) -> None:
    message = received(edition)
    [sender], [reader] = message["From"].addresses, message["To"].addresses
    assert (sender.display_name, sender.addr_spec) == (
        "The Morning Tide, The Harbour Ledger",
        "tide@ledger.test",
    )
    assert (reader.addr_spec, message["Reply-To"]) == ("cleo@reader.example", "desk@ledger.test")
    for name in ("List-Unsubscribe", "List-Subscribe", "List-Archive", "List-Help"):
        assert ADDRESSES.fullmatch(message[name].strip()), name
    assert LIST_ID.fullmatch(message["List-Id"])
    assert message["List-Post"] == "NO"


def test_a_reader_leaves_with_one_click(edition: Edition) -> None:
    message = received(edition)
    # RFC 8058, 3.1: exactly one https address besides any others, and exactly this pair.
    assert (
        message["List-Unsubscribe"].strip()
        == f"<http://127.0.0.1:8000/newsletters/leave/AAAAtoken/{edition.pk}/>"
    )
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    for part in message.iter_parts():
        assert f"/newsletters/leave/AAAAtoken/{edition.pk}/" in part.get_content()


def test_it_has_a_text_part_first_and_html_after_it(edition: Edition) -> None:
    message = received(edition)
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    text, html = (part.get_content() for part in message.iter_parts())
    assert "Good morning. The mole held." in text
    assert "Good morning. The mole held." in html


@pytest.mark.parametrize(
    "name",
    ["Ledger, “Tide”; <b> (x): y", 'A "quoted" \\ name', "Ранкова газета узбережжя: новини порту " * 2, "潮"],
)
def test_a_name_in_any_script_arrives_as_it_is(paper: Paper, name: str) -> None:
    newsletter = make_newsletter(name[:80], slug="tide", from_name=name[:80], from_address="tide@ledger.test")
    message = received(make_edition(f"{name} {name}"[:150], newsletter=newsletter))
    [sender] = message["From"].addresses
    # Python's own parser puts a space between two encoded words of a name.
    assert sender.display_name.replace(" ", "") == name[:80].replace(" ", "")
    assert sender.addr_spec == "tide@ledger.test"
    assert message["Subject"].replace(" ", "") == f"{name} {name}"[:150].replace(" ", "")
    raw = bytes(message).decode("ascii", "replace")
    assert LIST_ID.fullmatch(" ".join(re.search(r"List-Id: ((.|\n )+)", raw)[1].split()))


@pytest.mark.parametrize("field", ["subject", "from_name", "name", "from_address"])
def test_nothing_written_at_the_desk_begins_another_header(paper: Paper, field: str) -> None:
    newsletter = make_newsletter("Tide", from_address="tide@ledger.test")
    edition = make_edition(newsletter=newsletter)
    setattr(edition if field == "subject" else newsletter, field, "Tide\r\nBcc: everybody@else.example")
    with pytest.raises(BadHeaderError, match="holds a line break"):
        letter_of(edition)


@pytest.mark.parametrize("sign", ["\n", "\r", "\x0b", "\x1b", "\x85", "\u2028", "\u2029", "\x00"])
def test_every_sign_that_breaks_a_line_is_known(sign: str) -> None:
    assert breaks_line(f"Tide{sign}Bcc: x")
    assert not breaks_line("Tide, “morning”\u00a0潮 👋")


def test_months_and_times_are_the_papers_whoever_presses_the_button(
    edition: Edition, settings: LazySettings
) -> None:
    at = timezone.now().replace(month=11, day=29, hour=23, minute=30)
    settings.LANGUAGE_CODE = "en"
    with translation.override("de"), timezone.override("Asia/Tokyo"):
        letter = letter_of(edition, now=at)
    assert "29 November" in letter.body
    assert "November" in str(letter.alternatives[0][0])
    assert "noviembre" not in letter.body


def test_a_sent_edition_keeps_what_it_was_filled_with(edition: Edition) -> None:
    edition.filled = {}
    assert letter_of(edition).subject == "The mole holds"
