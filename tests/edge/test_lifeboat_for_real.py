"""The database dies under load: readers do not notice, acts wait, and afterwards all goes on by itself."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import rmtree

import pytest
from django.conf import LazySettings

from broadsheet.delivery.references import sign
from broadsheet.edge.spool import spool, waiting
from broadsheet.edge.store.store import Store
from tests.database import free_port
from tests.edge.live import Crowd, LiveNewsroom, live_newsroom
from tests.edge.paper import LEAVERS
from tests.edge.postgresql import MortalServer
from tests.wire.stream.serving import OpenPage

ACTS = 200
NEW = [f"new-{number}@reader.example" for number in range(12)]
OLD = [f"reader-{number}@reader.example" for number in range(1, LEAVERS + 1)]
SESSION = "sessionid=somebody-of-the-staff"
TAKE_IN = """
from broadsheet.edge.spool import take_in, takes
from broadsheet.news.models import Topic

@takes("suggest-a-topic")
def suggest(act):
    Topic.objects.create(name=act["name"], slug=act["name"])

while take_in():
    pass
print(*Topic.objects.filter(slug__startswith="suggested-").values_list("slug", flat=True), sep="\\n")

from broadsheet.delivery.models import Delivery
from broadsheet.newsletters.models import Consent
asked = Delivery.objects.filter(dispatch__name__startswith="Please confirm")
left = Consent.objects.filter(kind="left")
print(*asked.values_list("address", flat=True), sep="\\n")
print(*left.values_list("subscription__subscriber__address", flat=True), sep="\\n")
"""
SENT_BY_A_SCRIPT = {"Sec-Fetch-Site": "same-origin", "Accept": "application/json"}


@pytest.fixture
def postgresql() -> Iterator[MortalServer]:
    """A PostgreSQL of its own, running."""
    server = MortalServer(Path(tempfile.mkdtemp(prefix="broadsheet-mortal-")), free_port())
    try:
        server.make()
        yield server
    finally:
        server.control("-m", "immediate", "-w", "stop")
        rmtree(server.folder, ignore_errors=True)


def weather(
    newsroom: LiveNewsroom,
    settings: LazySettings,
    *,
    kill: Callable[[], None],
    mend: Callable[[], None],
    seconds: float,
) -> None:
    """The database goes and comes back, with readers before it all the time."""
    settings.HOME, settings.SECRET_KEY = newsroom.home, newsroom.secret_key
    assert newsroom.server is not None
    for address in newsroom.addresses:
        assert newsroom.get(address)[0] == 200
    front, story = newsroom.addresses[0], newsroom.addresses[1]
    page = OpenPage(newsroom.server.port)
    with Crowd(newsroom.server.port, newsroom.addresses) as crowd:
        time.sleep(0.5)
        kill()
        began = time.monotonic()
        # What was forgotten a moment before cannot be made anew.
        Store(newsroom.home / "pages").forget(["stories"])
        look_around(newsroom, front, story)
        for number in range(ACTS):
            spool("suggest-a-topic", {"name": f"suggested-{number}"})
        come_and_go(newsroom)
        time.sleep(max(0.0, seconds - (time.monotonic() - began)))
        mend()
        recovered = time.monotonic() + 20
        while newsroom.get("/healthz")[0] != 200 and time.monotonic() < recovered:
            time.sleep(0.1)
    page.until(lambda: page.stream.names == ["hello", "away", "back"])
    page.close()
    assert set(crowd.answers) == {200}, crowd.answers
    assert crowd.by_lifeboat > 0
    assert_back(newsroom, front)
    assert json.loads(newsroom.get("/healthz")[2]) == {"status": "ok", "failing": []}
    done = [*(f"suggested-{number}" for number in range(ACTS)), *NEW, *OLD]
    assert sorted(newsroom.run(TAKE_IN).split()) == sorted(done)
    assert waiting() == 0


def assert_back(newsroom: LiveNewsroom, front: str) -> None:
    """Pages are made again, by every process, within seconds."""
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        if not any("lifeboat" in newsroom.get(front)[1]["cache-status"] for _ in range(6)):
            return
        time.sleep(0.1)
    raise AssertionError("The lifeboat is still out.")


def look_around(newsroom: LiveNewsroom, front: str, story: str) -> None:
    """What a reader, a member of the staff and a monitor see meanwhile."""
    status, headers, body = newsroom.get(front)
    assert (status, headers["cache-status"]) == (200, "broadsheet; fwd=stale; detail=lifeboat")
    assert int(headers["age"]) >= 0
    assert b'class="lifeboat"' not in body

    status, headers, body = newsroom.get(story, cookie=SESSION)
    assert (status, headers["cache-control"]) == (200, "private, no-store")
    assert b"Lifeboat: the database does not answer." in body

    status, _, body = newsroom.get("/healthz")
    assert status == 503
    assert "database" in json.loads(body)["failing"]

    status, _, body = newsroom.get("/desk/", cookie=SESSION)
    assert status == 503
    assert b"This page cannot be shown just now" in body
    assert newsroom.get("/never/asked/for/before/")[0] == 503
    assert newsroom.get("/search/?q=ferry")[0] == 503


def come_and_go(newsroom: LiveNewsroom) -> None:
    """Readers sign up, and some leave twice, while nothing can be asked of the database."""
    for address in NEW:
        form = {"address": address, "newsletters": "the-morning-tide", "waited": "4000"}
        status, words = newsroom.post("/newsletters/sign-up/", form, **SENT_BY_A_SCRIPT)
        assert (status, b"confirmation email" in words) == (200, True)
    for number in range(1, LEAVERS + 1):
        path = f"/newsletters/leave/{sign(number)}/"
        status, _, page = newsroom.get(path)
        assert (status, b"Leave this newsletter" in page) == (200, True)
        status, page = newsroom.post(path, {})
        assert (status, b"You have left" in page) == (200, True)
        assert newsroom.post(path, {"List-Unsubscribe": "One-Click"})[0] == 200


def test_readers_do_not_notice_that_postgresql_is_killed(
    postgresql: MortalServer, tmp_path: Path, settings: LazySettings
) -> None:
    with live_newsroom(tmp_path / "home", database_url=postgresql.url) as newsroom:
        weather(newsroom, settings, kill=postgresql.kill, mend=postgresql.start, seconds=30)


def test_readers_do_not_notice_that_sqlites_file_cannot_be_read(
    tmp_path: Path, settings: LazySettings
) -> None:
    home = tmp_path / "home"
    file, away = home / "db.sqlite3", home / "away"

    def kill() -> None:
        # Root reads whatever the permissions say; nobody reads a folder as a file.
        away.mkdir()
        for part in home.glob("db.sqlite3*"):
            part.rename(away / part.name)
        file.mkdir()

    def mend() -> None:
        file.rmdir()
        for part in away.iterdir():
            part.rename(home / part.name)

    with live_newsroom(home) as newsroom:
        weather(newsroom, settings, kill=kill, mend=mend, seconds=6)
