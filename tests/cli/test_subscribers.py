"""`broadsheet subscribers` brings readers and hands them out."""

from __future__ import annotations

import stat

import pytest

from broadsheet.cli import entry
from broadsheet.newsletters.models import Consent, Intake, Subscriber, Subscription
from tests.factories import make_newsletter, make_subscriber

pytestmark = pytest.mark.django_db


@pytest.fixture
def tide():
    return make_newsletter()


@pytest.fixture
def subscribers(capfdbinary):
    """Runs a command: its exit status, what it printed, what it complained of."""

    def run(*words: object) -> tuple[int, str, str]:
        status = entry.run(["subscribers", *map(str, words)])
        said, complaint = capfdbinary.readouterr()
        return status, said.decode(), complaint.decode()

    return run


@pytest.fixture
def members(tmp_path):
    file = tmp_path / "members.csv"
    file.write_text("Contact,Since\nada@quay.example,2020-01-02\nbroken,\nben@quay.example,\n")
    return file


NEWSLETTER = ("--newsletter", "the-morning-tide")


def test_a_dry_run_tells_and_changes_nothing(tide, subscribers, members):
    status, said, _ = subscribers("import", members, *NEWSLETTER, "--dry-run")
    assert status == 0
    assert "2  Subscribed now" in said
    assert "line 3: An email address must have an @-sign. (broken)" in said
    assert "nothing was changed" in said
    assert (Subscriber.objects.count(), Intake.objects.count()) == (0, 0)


def test_people_are_brought_and_columns_named(tide, subscribers, members, paula):
    status, said, _ = subscribers(
        *(
            "import",
            members,
            *NEWSLETTER,
            "--map",
            "address=contact",
            "--map",
            "joined=Since",
            "--as",
            "paula",
        )
    )
    assert status == 0
    assert "Done: The Morning Tide has 2 subscribers." in said
    assert Consent.objects.first().note == "members.csv, line 2, by paula; subscribed there on 2 Jan 2020"
    assert "2  Were subscribed already" in subscribers("import", members, *NEWSLETTER)[1]


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--newsletter", "no"), "There is no newsletter “no”: there are the-morning-tide."),
        ((*NEWSLETTER, "--map", "address=Mail"), "There is no column “Mail”: there are “Contact”, “Since”."),
        ((*NEWSLETTER, "--map", "Mail"), "--map takes WHAT=COLUMN, such as address=Email, not “Mail”."),
        ((*NEWSLETTER, "--as", "nobody"), "Nobody is called “nobody” here"),
        ((), "Missing option '--newsletter'"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(tide, subscribers, members, words, complaint):
    status, _, said = subscribers("import", members, *words)
    assert status in (1, 2)
    assert complaint in said
    assert said.count("\n") == 1
    assert not Intake.objects.exists()


def test_a_file_that_breaks_off_changes_nothing(tide, subscribers, members):
    members.write_text('email\nada@quay.example\n"ben')
    status, _, said = subscribers("import", members, *NEWSLETTER)
    assert (status, Subscriber.objects.count()) == (1, 0)
    assert said.startswith("broadsheet: members.csv: Line 3: a quotation mark")
    assert said.endswith("Nothing was changed.\n")


def test_what_is_exported_can_be_imported_again(tide, subscribers, members, tmp_path):
    for name, state in (("+ada", "active"), ("'=ben", "left"), ("cleo", "bounced"), ("dan", "complained")):
        make_subscriber(f"{name}@quay.example", newsletters=[tide], state=state)
    make_subscriber("elin@quay.example", newsletters=[tide], state="pending")
    file = tmp_path / "tide.csv"
    status, said, _ = subscribers("export", file, *NEWSLETTER)
    assert (status, "are in" in said) == (0, True)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    lines = file.read_text().splitlines()
    assert lines[0] == "address,state,joined,left,consent"
    assert all(line[0] not in "=+-@" for line in lines)
    assert subscribers("export", *NEWSLETTER)[1].splitlines() == lines
    before = list(
        Subscription.objects.exclude(state="pending").values_list(
            "subscriber__address", "state", "confirmed_at"
        )
    )
    Subscriber.objects.all().delete()
    assert "line 6: They have never confirmed" in subscribers("import", file, *NEWSLETTER)[1]
    after = list(Subscription.objects.values_list("subscriber__address", "state", "confirmed_at"))
    assert after == before
    assert "is there already: name another" in subscribers("export", file, *NEWSLETTER)[2]
