"""What nginx answers from files, and what it does while Broadsheet is away."""

from __future__ import annotations

import gzip

import brotli as brotli_library  # type: ignore[import-untyped]  # it has no types
import pytest

from tests.database import is_postgresql
from tests.edge.fronted import Fronted
from tests.edge.nginx import Answer, ask

pytestmark = pytest.mark.skipif(is_postgresql(), reason="The newsroom behind nginx is on SQLite in any case.")

STORY = "/harbour/ferry-returns/"
OTHER = "/council/council-counts-its-gulls/"
OWN = {"accept-ranges", "date", "server", "connection", "etag", "content-length", "last-modified"}
NEWSROOM = "from broadsheet.news.models import Story\n"


def headers(answer: Answer) -> dict[str, str]:
    """What browsers are told, without what only names the server or this very answer."""
    return {name: value.lower().replace('"', "") for name, value in answer.headers.items() if name not in OWN}


def edit(paper: Fronted, slug: str, words: str) -> None:
    """Run an editor's act on a story, as another process does."""
    paper.newsroom.run(f"{NEWSROOM}story = Story.objects.get(slug='{slug}')\n{words}")


def test_every_stored_page_is_the_one_that_broadsheet_answers(stored: Fronted) -> None:
    for address in stored.newsroom.addresses:
        alone, through = stored.read_behind(address), stored.read(address)
        assert (through.status, through.body) == (alone.status, alone.body), address
        assert headers(through) == headers(alone), address
        assert through.headers["last-modified"] == alone.headers["last-modified"]
        assert through.headers["etag"] != alone.headers["etag"]  # nginx's own: it was asked alone


def test_stored_pages_are_there_while_broadsheet_is_away(stored: Fronted) -> None:
    with stored.broadsheet_away():
        assert {stored.read(address).status for address in stored.newsroom.addresses} == {200}
        staff = stored.read(STORY, cookie="sessionid=ada")
        assert (staff.status, staff.headers["cache-status"]) == (
            200,
            "broadsheet; fwd=stale; detail=lifeboat",
        )


def test_a_page_that_changed_is_there_as_it_was_last_while_broadsheet_is_away(stored: Fronted) -> None:
    before = stored.read(STORY)
    with stored.broadsheet_stopped():
        edit(stored, "ferry-returns", "story.title = 'Ferry late'\nstory.save_revision().publish()")
        after = stored.read(STORY)
        assert (after.status, after.body) == (200, before.body)
        assert after.headers["cache-status"] == "broadsheet; fwd=stale; detail=lifeboat"
        assert headers(after).items() >= (headers(before).items() - {("cache-status", "broadsheet; hit")})
    assert b"Ferry late" in stored.read(STORY).body


def test_what_nobody_has_made_is_an_honest_503_while_broadsheet_is_away(stored: Fronted) -> None:
    kept = {"cache-status", "cache-control", "vary"}
    security = {name: value for name, value in headers(stored.read(STORY)).items() if name not in kept}
    with stored.broadsheet_away():
        for path in ("/nothing/here/", "/feed.json", "/desk/", "/search/?q=tide", "/static/no.css"):
            answer = stored.read(path)
            assert (answer.status, answer.headers["retry-after"]) == (503, "5"), path
            assert headers(answer) == security | {"cache-control": "no-store", "retry-after": "5"}
        assert stored.read(STORY, method="POST").status == 503


def test_a_page_that_is_not_there_is_made(paper: Fronted) -> None:
    paper.newsroom.run("from broadsheet.edge.store.store import page_store; page_store().forget(['*'])")
    assert not (paper.pages / "index.html").exists()
    made, stands = paper.read("/"), paper.read("/")
    assert (made.status, made.body) == (200, stands.body)
    assert (paper.pages / "index.html").exists()


def test_an_address_in_another_script_is_answered_from_its_file(stored: Fronted) -> None:
    edit(stored, "a-boat-for-hesk", "story.slug = 'човен'\nstory.save_revision().publish()")
    address = "/harbour/the-islands/%D1%87%D0%BE%D0%B2%D0%B5%D0%BD/"
    assert stored.read(address).status == 200
    with stored.broadsheet_away():
        for spelling in (address, address.lower()):
            assert stored.read(spelling).headers["cache-status"] == "broadsheet; hit"
        twice = address.replace("%D1", "%25D1")
        assert stored.read(twice).status == 503


def test_a_change_is_there_at_once(stored: Fronted) -> None:
    for headline in ("Council counts its terns", "Council counts its geese"):
        edit(stored, OTHER.split("/")[2], f"story.title = '{headline}'\nstory.save_revision().publish()")
        for encoding in ("gzip", "br", "") * 3:  # what nginx keeps open is of no use now
            assert headline in words(stored.read(OTHER, accept_encoding=encoding))


def test_what_is_unpublished_is_gone_at_once(stored: Fronted) -> None:
    address = "/harbour/fog-closes-the-port/"
    assert stored.read(address).status == 200
    edit(stored, "fog-closes-the-port", "story.unpublish()")
    assert stored.read(address).status == 404
    assert b"Fog closes" not in stored.read("/harbour/").body
    assert b"Fog closes" not in stored.read("/feed.xml").body
    with stored.broadsheet_away():
        assert stored.read(address).status == 503


def words(answer: Answer) -> str:
    """The words, unpacked."""
    encoding = answer.headers.get("content-encoding", "")
    return {"gzip": gzip.decompress, "br": brotli_library.decompress}.get(encoding, bytes)(
        answer.body
    ).decode()


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip", "gzip"),
        ("br", "br"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip;q=0", None),
        ("br;q=0, gzip", "gzip"),
        ("identity", None),
        ("", None),
    ],
)
def test_each_browser_gets_what_it_can_unpack(stored: Fronted, accepted: str, encoding: str | None) -> None:
    plain = stored.read(STORY)
    answer = stored.read(STORY, accept_encoding=accepted)
    assert answer.headers.get("content-encoding") == encoding
    assert answer.headers["vary"] == "Accept-Encoding"
    assert words(answer) == plain.body.decode()
    assert (answer.headers["etag"] != plain.headers["etag"]) == bool(encoding)


def test_without_the_module_for_brotli_nginx_does_without(stored: Fronted) -> None:
    with stored.another_nginx(brotli=False) as without:
        answer = ask(without.port, STORY, accept_encoding="br, gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["cache-status"] == "broadsheet; hit"


def test_who_has_the_page_is_told_so(stored: Fronted) -> None:
    got = stored.read(STORY, accept_encoding="gzip")
    by_tag = stored.read(STORY, accept_encoding="gzip", if_none_match=got.headers["etag"])
    by_time = stored.read(STORY, if_modified_since=got.headers["last-modified"])
    assert [(answer.status, answer.body) for answer in (by_tag, by_time)] == [(304, b"")] * 2
    for name in ("cache-control", "etag", "vary", "content-security-policy"):
        assert by_tag.headers[name] == got.headers[name]


def test_who_has_an_old_page_gets_the_new_one(stored: Fronted) -> None:
    address = "/council/a-bench-on-the-hill/"
    old = stored.read(address)
    edit(
        stored, "a-bench-on-the-hill", "story.title = 'A bench on the hilt'\nstory.save_revision().publish()"
    )
    stored.read(address)
    conditions = {"if_none_match": old.headers["etag"]}, {"if_modified_since": old.headers["last-modified"]}
    for condition in conditions:
        answer = stored.read(address, **condition)
        assert (answer.status, b"hilt" in answer.body) == (200, True)


@pytest.mark.parametrize("path", ["/static/tide.css", "/static/tide.0123456789ab.css"])
def test_static_files_are_nginxs_business(stored: Fronted, path: str) -> None:
    alone, through = stored.read_behind(path), stored.read(path)
    assert (through.status, through.body) == (200, alone.body)
    assert headers(through) == headers(alone)
    assert through.headers["vary"] == "Accept-Encoding"
    with stored.broadsheet_away():
        assert stored.read(path).status == 200


def test_pictures_can_do_nothing_when_opened_by_themselves(stored: Fronted) -> None:
    picture = stored.newsroom.home / "media/images/mole.avif"
    picture.write_bytes(b"a picture")
    picture.chmod(0o644)
    answer = stored.read("/media/images/mole.avif")
    assert (answer.body, answer.headers["content-type"]) == (b"a picture", "image/avif")
    assert answer.headers["cache-control"] == "public, max-age=86400"
    css = stored.read("/static/tide.css").headers
    for name in ("content-security-policy", "x-content-type-options", "strict-transport-security"):
        assert answer.headers[name] == css[name]


@pytest.mark.parametrize(
    ("ending", "type_"),
    [("m4a", "audio/mp4"), ("opus", "audio/ogg"), ("vtt", "text/vtt; charset=utf-8")],
)
def test_audio_is_given_in_parts_by_nginx_as_by_broadsheet(stored: Fronted, ending: str, type_: str) -> None:
    folder = stored.newsroom.home / "media/audio/ab"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"abcd.{ending}").write_bytes(b"sound" * 100)
    for place, mode in ((folder.parent, 0o755), (folder, 0o755), (folder / f"abcd.{ending}", 0o644)):
        place.chmod(mode)
    for asked, status in ((None, 200), ("bytes=100-199", 206), ("bytes=-5", 206), ("bytes=500-", 416)):
        named = {"range": asked} if asked else {}
        alone = stored.read_behind(f"/media/audio/ab/abcd.{ending}", **named)
        with stored.broadsheet_away():
            through = stored.read(f"/media/audio/ab/abcd.{ending}", **named)
        assert through.status == alone.status == status
        if status != 416:  # of which nginx makes a page
            assert (through.body, headers(through)) == (alone.body, headers(alone))
            assert through.headers["content-type"] == type_
            assert through.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert through.headers.get("content-range") == alone.headers.get("content-range")


def test_a_page_is_never_given_in_parts(stored: Fronted) -> None:
    answer = stored.read(STORY, range="bytes=0-99")
    assert (answer.status, answer.body) == (200, stored.read(STORY).body)


def test_what_a_process_that_died_left_over_is_not_served_for_the_plain_page(stored: Fronted) -> None:
    stored.read("/about/")
    (stored.pages / "about/index.html").unlink()
    made = stored.read("/about/", accept_encoding="identity")
    assert (made.status, b"We are." in made.body) == (200, True)


def test_http_leads_to_https(paper: Fronted) -> None:
    answer = ask(paper.nginx.http_port, "/harbour/?page=2")
    assert (answer.status, answer.headers["location"]) == (301, "https://paper.example/harbour/?page=2")


def test_the_rest_of_the_newsroom_is_closed_to_other_users(stored: Fronted) -> None:
    home = stored.newsroom.home
    for name in ("db.sqlite3", "broadsheet.env", "pages/.index", "press.lock"):
        assert (home / name).stat().st_mode & 0o007 == 0, name
    assert (home / "pages/paper.example/index.html").stat().st_mode & 0o004
