"""A small paper becomes a folder, again and again."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.files.base import ContentFile
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.models import Document
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from broadsheet.mirror.actions.check_mirror import check_mirror
from broadsheet.mirror.actions.export_mirror import export_mirror
from broadsheet.news.models import Correction
from tests.edge.paper import SmallPaper
from tests.factories import grow, make_story
from tests.mirror.written import texts, times
from tests.narration.podcast.validator import broken_rules

MIRROR = "https://mirror.test/paper/"


def restrict(page: Any) -> None:
    """Let only those who are signed in read it."""
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def test_every_public_page_is_there(small: SmallPaper, folder: Path) -> None:
    report = export_mirror(folder)
    every = {path.partition("?")[0] for path in small.every_path()}
    # What open pages ask a server for is of no use without one.
    paths = {path for path in every if "sitemap" not in path and not path.endswith(".json")}
    places = {
        f"{path.strip('/')}/index.html".lstrip("/") if path.endswith("/") else path[1:] for path in paths
    }
    assert places <= set(texts(folder))
    assert {"404.html", "search/index.html", "robots.txt"} <= set(texts(folder))
    assert json.loads((folder / "wire/feed.json").read_text())["items"]
    assert report.failed == []
    assert check_mirror(folder).dead == []


def test_the_pages_of_a_list_are_there(small: SmallPaper, folder: Path) -> None:
    grow(small.harbour, 41)
    Correction.objects.bulk_create(
        Correction(story=small.story, text=f"<p>{n}</p>", placement="top") for n in range(25)
    )
    export_mirror(folder)
    assert {"harbour/page-2/index.html", "harbour/page-3/index.html", "corrections/page-2/index.html"} <= set(
        texts(folder)
    )
    assert 'href="../page-3/index.html"' in (folder / "harbour/page-2/index.html").read_text()
    assert check_mirror(folder).dead == []


def test_pictures_are_there_in_every_size_and_originals_are_not(mirror: Path) -> None:
    names = [path.name for path in (mirror / "media").rglob("*") if path.is_file()]
    assert {".avif", ".webp", ".jpg"} <= {Path(name).suffix for name in names}
    assert not (mirror / "media/original_images").exists()


def test_audio_is_there_with_its_captions_and_podcasts(ledger: None, small: SmallPaper, folder: Path) -> None:
    export_mirror(folder, url=MIRROR)
    audio = {str(path.relative_to(folder)) for path in (folder / "media/audio").rglob("*") if path.is_file()}
    assert {Path(name).suffix for name in audio} == {".m4a", ".opus", ".vtt", ".png"}
    for place in ("podcast.xml", "harbour/podcast.xml"):
        feed = (folder / place).read_text()
        assert {f"{MIRROR}{name}" for name in audio} <= set(re.findall(r'="([^"]*)"', feed))
        assert f"<link>{MIRROR}harbour/ferry-returns/index.html</link>" in feed
        assert broken_rules(feed.encode()) == set()
    story = (folder / "harbour/ferry-returns/index.html").read_text()
    assert f'"contentUrl": "{MIRROR}media/audio/' in story
    assert 'rel="alternate" type="application/rss+xml"' in (folder / "index.html").read_text()
    assert check_mirror(folder).dead == []


def test_without_an_address_podcasts_lead_from_where_they_stand(mirror: Path) -> None:
    feed = (mirror / "harbour/podcast.xml").read_text()
    assert '<enclosure length="' in feed
    assert 'url="../media/audio/' in feed
    assert 'uri="../media/audio/' in feed
    assert check_mirror(mirror).dead == []


def test_nothing_names_the_old_host(ledger: None, small: SmallPaper, folder: Path) -> None:
    export_mirror(folder)
    for place, text in texts(folder).items():
        assert not re.search(r"//(www\.)?(ledger\.test|localhost|127\.0\.0\.1)", text), place
        assert not re.search(r'(href|src|action)="/', text), place


def test_with_an_address_there_are_sitemaps(ledger: None, small: SmallPaper, folder: Path) -> None:
    export_mirror(folder, url=MIRROR.rstrip("/"))
    written = texts(folder)
    assert f"<loc>{MIRROR}sitemap-stories-1.xml</loc>" in written["sitemap.xml"]
    assert f"<loc>{MIRROR}harbour/ferry-returns/index.html</loc>" in written["sitemap-stories-1.xml"]
    assert f"Sitemap: {MIRROR}sitemap.xml" in written["robots.txt"]
    assert f'href="{MIRROR}index.html"' in written["404.html"]
    assert "ledger.test" not in "".join(written.values())
    assert check_mirror(folder).dead == []


def test_without_an_address_there_are_none(mirror: Path) -> None:
    assert not list(mirror.glob("*sitemap*"))


def test_what_is_for_some_readers_only_is_not_there(small: SmallPaper, folder: Path) -> None:
    restrict(small.story)
    draft = make_story("Not yet", section=small.harbour, live=False)
    export_mirror(folder)
    assert "ferry-returns" not in "".join(texts(folder).values())
    assert draft.headline not in "".join(texts(folder).values())


def test_a_second_run_leaves_the_files_alone(small: SmallPaper, folder: Path) -> None:
    first = export_mirror(folder)
    before = times(folder)
    second = export_mirror(folder)
    assert times(folder) == before
    assert (second.written, second.removed, second.unchanged) == (0, 0, first.written)


def test_a_second_run_writes_what_changed_alone(small: SmallPaper, mirror: Path) -> None:
    before = times(mirror)
    story = small.fresh(small.other)
    story.title = "Council counts again"
    story.save_revision().publish()
    export_mirror(mirror)
    changed = {place for place, time in times(mirror).items() if before.get(place) != time}
    assert "council/council-counts-its-gulls/index.html" in changed
    assert "about/index.html" not in changed
    assert not any(place.startswith(("media/", "static/")) for place in changed)


def test_an_unpublished_story_is_removed(small: SmallPaper, mirror: Path) -> None:
    small.fresh(small.other).unpublish()
    report = export_mirror(mirror)
    assert not (mirror / "council/council-counts-its-gulls").exists()
    assert report.removed == 1
    assert check_mirror(mirror).dead == []


def test_a_file_that_somebody_deleted_comes_again(mirror: Path) -> None:
    (mirror / "about/index.html").unlink()
    assert export_mirror(mirror).written == 1
    assert (mirror / "about/index.html").exists()


def test_files_of_others_in_the_folder_stay(mirror: Path) -> None:
    (mirror / "CNAME").write_text("mirror.test")
    export_mirror(mirror)
    assert (mirror / "CNAME").exists()


@pytest.fixture
def document(small: SmallPaper) -> Document:
    """A document that the story links."""
    collection = Collection.get_first_root_node().add_child(name="Plans")
    made = Document.objects.create(
        title="Plan", collection=collection, file=ContentFile(b"%PDF-1.4", "plan.pdf")
    )
    story = small.fresh(small.story)
    story.body = json.dumps(
        [{"type": "text", "value": f'<p><a linktype="document" id="{made.pk}">Plan</a></p>'}]
    )
    story.save_revision().publish()
    return made


def test_a_public_document_is_there(document: Document, folder: Path) -> None:
    export_mirror(folder)
    assert (folder / document.url[1:]).read_bytes() == b"%PDF-1.4"
    assert check_mirror(folder).dead == []


def test_a_document_that_becomes_private_goes(document: Document, folder: Path) -> None:
    export_mirror(folder)
    restriction = CollectionViewRestriction.objects.create(
        collection=document.collection, restriction_type="login"
    )
    report = export_mirror(folder)
    assert not (folder / "documents").exists()
    assert list(report.missing) == [document.url]
    assert check_mirror(folder).dead == []
    restriction.delete()
    export_mirror(folder)
    assert (folder / document.url[1:]).exists()


def test_a_story_that_moved_sends_its_readers_on(small: SmallPaper, folder: Path) -> None:
    story = small.fresh(small.carded)
    story.body = json.dumps([{"type": "html", "value": '<a href="/council/old/">x</a>'}])
    story.save_revision().publish()
    Redirect.add_redirect("/council/old/", small.other)
    export_mirror(folder)
    text = (folder / "council/old/index.html").read_text()
    assert 'content="0; url=../council-counts-its-gulls/index.html"' in text


def test_a_link_to_nothing_leads_to_words_that_say_so(small: SmallPaper, folder: Path) -> None:
    story = small.fresh(small.carded)
    story.body = json.dumps([{"type": "html", "value": '<a href="/harbour/never/">x</a>'}])
    story.save_revision().publish()
    report = export_mirror(folder)
    assert "There is nothing at this address" in (folder / "harbour/never/index.html").read_text()
    assert "/harbour/never/" in report.missing
    assert check_mirror(folder).dead == []


def test_a_rehearsal_writes_nothing(small: SmallPaper, folder: Path) -> None:
    report = export_mirror(folder, rehearsal=True)
    assert report.written > 20
    assert not folder.exists()


def test_pages_come_from_the_store(
    small: SmallPaper, folder: Path, settings: LazySettings, tmp_path: Path
) -> None:
    settings.HOME, settings.PAGE_STORE = tmp_path / "home", True
    export_mirror(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("broadsheet.edge.press.press.render", _never)
        again = export_mirror(folder, url=MIRROR)
    assert again.failed == []


def _never(*_: object) -> None:
    raise AssertionError("A stored page is not made again.")
