"""A file's people become subscribers, once, and nobody who left is brought back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.utils import timezone

from broadsheet.delivery.models import Dispatch, Suppression
from broadsheet.newsletters.actions import import_subscribers as importing
from broadsheet.newsletters.actions.begin_intake import GONE_AFTER, begin_intake
from broadsheet.newsletters.actions.import_subscribers import OvertakenError, import_subscribers
from broadsheet.newsletters.actions.stop_intake import stop_intake
from broadsheet.newsletters.importing.columns import recognise
from broadsheet.newsletters.importing.errors import FileRefusedError
from broadsheet.newsletters.importing.survey import survey
from broadsheet.newsletters.importing.table import open_table
from broadsheet.newsletters.models import Consent, Erased, Intake, Subscriber, Subscription
from broadsheet.newsletters.models.erased import mark_of
from tests.factories import make_newsletter, make_subscriber

pytestmark = pytest.mark.django_db

HEADER = "email,status,joined,left\n"
LONG_AGO = datetime(2019, 3, 4, tzinfo=UTC)


@pytest.fixture
def tide():
    return make_newsletter()


def begin(newsletter, text: str, *, by=None) -> tuple[Intake, BytesIO]:
    file = BytesIO(text.encode())
    table = open_table(file)
    columns = recognise(table.header, file_name="list.csv")
    return begin_intake(newsletter, file_name="list.csv", columns=columns, by=by), file


def bring(newsletter, *rows: str, by=None) -> Intake:
    intake, file = begin(newsletter, HEADER + "\n".join(rows), by=by)
    assert import_subscribers(intake, file)
    return intake


def stands(newsletter) -> dict[str, str]:
    rows = Subscription.objects.filter(newsletter=newsletter).order_by("pk")
    return dict(rows.values_list("subscriber__address", "state"))


def test_people_come_with_the_state_and_the_times_that_they_had(tide, paula):
    intake = bring(
        tide,
        "Ada@Reader.Example,subscribed,2019-03-04,",
        "ben@reader.example,unsubscribed,2019-03-04,2020-05-06",
        "cleo@reader.example,cleaned,2019-03-04,",
        "dan@reader.example,spam,,",
        by=paula,
    )
    assert stands(tide) == {
        "Ada@reader.example": "active",
        "ben@reader.example": "left",
        "cleo@reader.example": "bounced",
        "dan@reader.example": "complained",
    }
    ada, ben, cleo, _ = Subscription.objects.order_by("pk")
    assert (ada.confirmed_at, ada.left_at) == (LONG_AGO, None)
    assert (ben.confirmed_at, ben.left_at) == (LONG_AGO, datetime(2020, 5, 6, tzinfo=UTC))
    # Nobody knows when she left, so she never counts as one who came and went.
    assert cleo.confirmed_at is None
    consents = Consent.objects.order_by("pk")
    assert [one.note for one in consents[:2]] == [
        "list.csv, line 2, by paula; subscribed there on 4 Mar 2019",
        "list.csv, line 3, by paula; subscribed there on 4 Mar 2019; there: unsubscribed",
    ]
    assert {(one.kind, one.by) for one in consents} == {("imported", paula)}
    assert intake.counts == {"joined": 1, "left": 1, "bounced": 1, "complained": 1}
    assert (intake.state, intake.people, intake.written) == ("done", 4, 4)


def test_no_mail_is_sent(tide):
    tide.welcome_subject = "Welcome"
    tide.save()
    bring(tide, "ada@reader.example,yes,,")
    assert (mail.outbox, Dispatch.objects.count()) == ([], 0)


@pytest.mark.parametrize("state", ["left", "bounced", "complained"])
def test_nobody_who_is_gone_is_brought_back(tide, state):
    make_subscriber("ada@reader.example", newsletters=[tide], state=state)
    assert bring(tide, "ADA@reader.example,subscribed,,").counts == {"gone": 1}
    assert stands(tide) == {"ada@reader.example": state}
    assert not Consent.objects.exists()


def test_who_subscribed_here_stays_unless_they_left_there_later(tide):
    for name in ("ada", "ben", "cleo"):
        make_subscriber(f"{name}@reader.example", newsletters=[tide])
    Subscription.objects.update(confirmed_at=LONG_AGO)
    intake = bring(
        tide,
        "ada@reader.example,subscribed,,",
        "ben@reader.example,unsubscribed,,2018-01-01",
        "cleo@reader.example,unsubscribed,,2020-01-01",
    )
    assert intake.counts == {"already": 1, "stayed": 1, "taken_off": 1}
    assert list(stands(tide).values()) == ["active", "active", "left"]


def test_who_has_not_confirmed_here_and_has_there_gets_it(tide):
    make_subscriber("ada@reader.example", newsletters=[tide], state="pending")
    assert bring(tide, "ada@reader.example,subscribed,,").counts == {"joined": 1}
    assert stands(tide) == {"ada@reader.example": "active"}


def test_spellings_of_one_address_are_one_reader_and_the_clearest_no_holds(tide):
    make_subscriber("RENÉ@reader.example")
    intake = bring(
        tide,
        "rené@reader.example,subscribed,,",
        "ada@reader.example,unsubscribed,,",
        "rene\u0301@READER.example,subscribed,,",
        "ADA@reader.example,subscribed,,",
        "ada@Reader.example,spam,,",
    )
    assert stands(tide) == {"RENÉ@reader.example": "active", "ada@reader.example": "complained"}
    assert intake.counts == {"duplicate": 3, "joined": 1, "complained": 1}


def test_who_was_erased_stays_away_and_who_mail_does_not_reach_gets_none(tide):
    Erased.objects.create(mark=mark_of("ada@reader.example"))
    now = timezone.now()
    for address, reason in (("ben@reader.example", "bounces"), ("cleo@reader.example", "complaint")):
        Suppression.objects.create(address=address, reason=reason, suppressed_at=now)
    rows = [f"{name}@reader.example,yes,," for name in ("Ada", "Ben", "Cleo")]
    assert bring(tide, *rows).counts == {"erased": 1, "bounced": 1, "complained": 1}
    assert not Subscriber.objects.filter(key="ada@reader.example").exists()


def test_rows_that_are_of_no_use_are_listed_and_the_others_come(tide):
    intake = bring(tide, "no address,yes,,", "ada@reader.example,yes,,", "ben@reader.example,maybe,,")
    assert [(row.line, row.said) for row in intake.refused_rows.all()] == [
        (2, "no address"),
        (4, "ben@reader.example"),
    ]
    assert intake.counts == {"refused": 2, "joined": 1}


def test_a_file_that_breaks_off_changes_nothing(tide):
    intake, file = begin(tide, HEADER + "ada@reader.example,yes,,\n" * 50 + '"ben@reader.example,yes,,\n')
    with pytest.raises(FileRefusedError, match="Line 52: a quotation mark"):
        import_subscribers(intake, file)
    assert (intake.state, Subscriber.objects.count()) == ("refused", 0)
    assert "Line 52" in intake.reason


def test_an_import_that_was_killed_goes_on_where_it_was(tide, monkeypatch):
    monkeypatch.setattr(importing, "CHUNK", 2)
    text = HEADER + "".join(f"r{n}@reader.example,yes,,\n" for n in (1, 2, 3, 1, 4, 5)) + "x,,,\n"
    intake, file = begin(tide, text)
    assert import_subscribers(intake, file, patience=-1) is False
    assert (intake.state, len(stands(tide))) == ("writing", 2)
    again = Intake.objects.get()
    assert import_subscribers(again, file)
    assert again.counts == {"refused": 1, "duplicate": 1, "joined": 5}
    assert (again.written, len(stands(tide)), again.refused_rows.count()) == (5, 5, 1)
    # The process that was thought dead wakes up, and leaves it alone.
    with pytest.raises(OvertakenError):
        import_subscribers(intake, file)
    assert Consent.objects.count() == 5


def test_an_import_that_is_stopped_writes_nobody_more(tide):
    intake, file = begin(tide, HEADER + "ada@reader.example,yes,,\n")
    stop_intake(Intake.objects.get())
    with pytest.raises(OvertakenError):
        import_subscribers(intake, file)
    assert stands(tide) == {}


def test_one_file_at_a_time_comes_into_a_newsletter(tide):
    first, _ = begin(tide, HEADER)
    with pytest.raises(ValidationError, match="Another file is being brought into “The Morning Tide”"):
        begin(tide, HEADER)
    begin(make_newsletter("The Evening Tide"), HEADER)
    Intake.objects.filter(pk=first.pk).update(seen_at=timezone.now() - GONE_AFTER - timedelta(seconds=1))
    begin(tide, HEADER)
    first.refresh_from_db()
    assert (first.state, first.reason) == ("stopped", "It was interrupted.")


def test_a_survey_tells_what_would_come_and_changes_nothing(tide):
    make_subscriber("ada@reader.example", newsletters=[tide], state="left")
    file = BytesIO((HEADER + "ada@reader.example,yes,,\nben@reader.example,yes,,\nx,,,\n").encode())
    table = open_table(file)
    found = survey(table, recognise(table.header, file_name="list.csv"), tide)
    assert (found.rows, found.is_whole) == (3, True)
    assert +found.counts == {"gone": 1, "joined": 1, "refused": 1}
    assert survey(table, recognise(table.header, file_name="list.csv"), tide, most=2).is_whole is False
    assert stands(tide) == {"ada@reader.example": "left"}


def test_few_queries_bring_many_people(tide, django_assert_max_num_queries):
    intake, file = begin(tide, HEADER + "".join(f"r{n}@reader.example,yes,,\n" for n in range(1_000)))
    with django_assert_max_num_queries(30):
        import_subscribers(intake, file)
    assert len(stands(tide)) == 1_000
