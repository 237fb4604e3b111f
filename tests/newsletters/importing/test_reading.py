"""What is understood of a file, and what is refused in one line."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from io import BytesIO

import pytest
from email_validator import EmailNotValidError, validate_email
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.newsletters.importing import encodings, table
from broadsheet.newsletters.importing.addresses import cleaned
from broadsheet.newsletters.importing.columns import recognise, renamed, require_address
from broadsheet.newsletters.importing.errors import FileRefusedError, RowRefusedError
from broadsheet.newsletters.importing.moments import moment_of
from broadsheet.newsletters.importing.people import Person, Reader, Refused
from broadsheet.newsletters.importing.states import state_of
from broadsheet.newsletters.importing.table import open_table
from tests.newsletters.importing import files
from tests.newsletters.importing.files import file_of

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def read(text: str | bytes, *, name: str = "list.csv", encoding: str = "utf-8", **wanted: str):
    """The people and the refused rows of a file."""
    found = open_table(file_of(text, encoding))
    rows = [cells for _, cells in found.rows()]
    columns = recognise(found.header, file_name=name, first_rows=rows)
    columns = renamed(columns, found.header, wanted)
    require_address(columns, found.header)
    return list(Reader(found, columns, now=NOW).people())


def told(text: str | bytes, **how):
    return [(one.address, one.state) for one in read(text, **how) if isinstance(one, Person)]


@pytest.mark.parametrize(
    ("text", "expected", "joined", "left"),
    [
        (files.GHOST, ["active", "left"], datetime(2021, 3, 4, 10, 11, 12, tzinfo=UTC), None),
        (files.MAILCHIMP_SUBSCRIBED, ["active"], datetime(2019, 1, 2, 8, tzinfo=UTC), None),
        (
            files.MAILCHIMP_UNSUBSCRIBED,
            ["left"],
            datetime(2019, 1, 2, 8, tzinfo=UTC),
            datetime(2020, 5, 6, 7, 8, 9, tzinfo=UTC),
        ),
        (
            files.MAILCHIMP_CLEANED,
            ["bounced"],
            datetime(2019, 1, 2, 8, tzinfo=UTC),
            datetime(2020, 5, 6, 7, 8, 9, tzinfo=UTC),
        ),
        (
            files.LISTMONK,
            ["active", "left", "left"],
            datetime(2022, 5, 14, 10, 11, 12, 123456, tzinfo=UTC),
            None,
        ),
    ],
)
def test_exports_of_other_lists_are_understood(text, expected, joined, left):
    people = read(text)
    assert [one.state for one in people] == expected
    assert (people[0].address, people[0].joined, people[0].left) == ("ada@reader.example", joined, left)


def test_people_who_never_subscribed_are_not_brought_in():
    with pytest.raises(FileRefusedError, match="never subscribed"):
        read(files.MAILCHIMP_SUBSCRIBED, name="nonsubscribed_email_audience_export_a1.csv")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_letters_are_right_in_every_encoding(encoding):
    text = "E-Mail;Name\r\nrené@reader.example;René Ångström, the ferry’s master\r\n"
    found = open_table(file_of(text, encoding))
    assert list(found.rows()) == [(2, ["rené@reader.example", "René Ångström, the ferry’s master"])]
    assert bool(found.notices) is (encoding == "cp1252")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "^", "~", ":"])
def test_any_mark_may_stand_between_cells(delimiter):
    text = f'"Name, or; what\t|:"{delimiter}Email\nAda{delimiter}ada@reader.example\n'
    assert told(text) == [("ada@reader.example", "active")]


@pytest.mark.parametrize(
    "text",
    [
        "ada@reader.example\nben@reader.example\n",
        "sep=;\nMail;Status\nada@reader.example;subscribed\nben@reader.example;yes",
        "Address,Where to write\nQuay 1,ada@reader.example\nQuay 2,ben@reader.example\n",
        "Name,Kontakt\nAda,ada@reader.example\nBen,ben@reader.example",
        "email\rada@reader.example\rben@reader.example\r",
        "email\n\n\nada@reader.example\n,\nben@reader.example\n\n",
    ],
    ids=["no header", "excel", "a postal address", "unknown names", "old line ends", "empty rows"],
)
def test_addresses_are_found_wherever_they_stand(text):
    assert [address for address, _ in told(text)] == ["ada@reader.example", "ben@reader.example"]


def test_a_column_can_be_named_by_hand():
    text = "Email,Backup mail,Since\nada@old.example,ada@reader.example,4.3.2021\n"
    [ada] = read(text, address="Backup mail", joined="since")
    assert (ada.address, ada.joined) == ("ada@reader.example", datetime(2021, 3, 4, tzinfo=UTC))
    with pytest.raises(FileRefusedError, match="no column “Phone”: there are “Email”, “Backup mail”"):
        read(text, address="Phone")
    with pytest.raises(FileRefusedError, match="“telephone” is none"):
        read(text, telephone="Since")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"  \n\n", "empty"),
        (b"email\nada@\0reader.example\n", "NUL"),
        (b"PK\x03\x04rest", "XLSX"),
        (b"\xd0\xcf\x11\xe0rest", "old Excel"),
        (b"\x1f\x8brest", "compressed"),
        (b"email\n\x81\x8d\n", "encoding"),
        (codecs.BOM_UTF16_LE + b"a\0b", "encoding"),
        (b"email" + b"," * 999_999 + b"\n", "1,000,000 columns"),
        (b"email," + b"x" * 2**20 + b"\n", "Line 1 has more than"),
        (b'email\nada@reader.example\n\n"ben@reader.example\n' + b"x\n" * 9, "Line 4: a quotation mark"),
        (b'email,name\na@b.example,"x"y\n', "Line 2: a quotation mark"),
        (b'email,name\na@b.example,"' + b"x\n" * 70_000 + b'"', "Line 2: a quotation mark"),
        (b"name,phone\nAda,1\n", "No column looks like addresses: there are “name”, “phone”"),
    ],
)
def test_what_is_no_list_is_refused_in_one_line(data, words):
    with pytest.raises(FileRefusedError, match=words) as refused:
        read(data)
    assert "\n" not in str(refused.value)


def test_a_file_that_is_too_large_is_not_read(monkeypatch):
    class Huge(BytesIO):
        def seek(self, offset, whence=0):
            return 2 * 2**30 if whence == 2 else super().seek(offset, whence)

        def read(self, size=-1):
            raise AssertionError("It was read.")

    with pytest.raises(FileRefusedError, match="The file has 2,048 MB; 500 MB are read at most"):
        open_table(Huge(b"email\n"))


def test_a_long_line_is_not_held_whole():
    class Endless(BytesIO):
        given = 0

        def read(self, size=-1):
            return self.read1(size)

        def read1(self, size=-1):
            self.given += 1
            return b"x" * min(size, encodings.BLOCK) if self.given < 1_000 else b""

    lines = table._lines(Endless(), "utf-8")
    with pytest.raises(FileRefusedError, match="Line 1 has more than"):
        next(lines)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("broken at reader.example,active", "An email address must have an @-sign."),
        ("a@b@reader.example,active", "@-sign"),
        ('"ada@reader.example\r\nBcc: all@reader.example",active', "invalid characters"),
        ("x" * 10_000 + "@reader.example,active", "too long"),
        (",active", "There is no address."),
        ("ada@reader.example,", "does not say whether"),
        ("ada@reader.example", "does not say whether"),
        ("ada@reader.example,unconfirmed", "never confirmed"),
        ("ada@reader.example,perhaps", "not known what “perhaps” means"),
        ("ada@reader.example,active" + ",x" * 600, "602 columns"),
    ],
)
def test_a_row_that_is_of_no_use_is_told_with_its_line(row, reason):
    [refused, ben] = read(f"email,status\n{row}\nben@reader.example,Subscribed\n")
    assert isinstance(refused, Refused)
    assert reason in refused.reason
    assert (refused.line, ben.address) == (2, "ben@reader.example")


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("TRUE", "active"),
        ("Opted-In", "active"),
        ("unsubscribed", "left"),
        ("blocklisted", "left"),
        ("0", "left"),
        ("Hard_Bounce", "bounced"),
        ("cleaned", "bounced"),
        ("spam complaint", "complained"),
    ],
)
def test_other_lists_words_are_known(word, state):
    assert state_of(word) == state


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-03-04", "2021-03-04"),
        ("2021-03-04 05:06:07", "2021-03-04"),
        ("2021-03-04T23:30:00-02:00", "2021-03-05"),
        ("4.3.2021 05:06", "2021-03-04"),
        ("March 4, 2021", "2021-03-04"),
        ("03/04/2021", None),  # in March or in April
        ("2031-03-04", None),
        ("0001-01-01T00:00:00Z", None),
        ("yesterday", None),
        ("9" * 10_000, None),
    ],
)
def test_times_are_read_where_there_is_no_doubt(text, day):
    found = moment_of(text, now=NOW)
    assert (found and f"{found.astimezone(UTC):%Y-%m-%d}") == day


LOCAL = st.text("abCD.!'+-_ß\u0301é\"<> ", min_size=1, max_size=12) | st.sampled_from(
    ["Info", "WEBMASTER", "a" * 64, "a" * 240, "a..b"]
)
DOMAIN = st.sampled_from(
    [
        *(
            "Gmail.COM",
            "reader.example",
            "bücher.example",
            "xn--bcher-kva.example",
            "xn--a.example",
            "a-.example",
        ),
        *(
            "ab--c.example",
            "localhost",
            "reader.test",
            "x.local",
            "reader.123",
            "[127.0.0.1]",
            "a..b",
            "reader",
        ),
        *(
            "e\u0301.example",
            "ＡＢ.example",
            "a" * 64 + ".example",
            "",
            ".",
            "reader.example.",
            "a b.example",
        ),
    ]
)


@settings(max_examples=150, deadline=None, database=None)
@given(LOCAL, st.sampled_from(["@", "@", "@", "", "@@"]), DOMAIN)
def test_the_fast_way_agrees_with_email_validator(local, at, domain):
    written = f"{local}{at}{domain}"

    def theirs() -> str:
        return validate_email(written, check_deliverability=False, test_environment=True).normalized

    assert _answer(partial(cleaned, written)) == _answer(theirs)


def _answer(check: Callable[[], str]) -> str:
    try:
        return check()
    except (EmailNotValidError, RowRefusedError) as error:
        return f"refused: {error}"
