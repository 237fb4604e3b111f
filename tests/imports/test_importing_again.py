"""A second run creates nothing twice, follows the source, and respects what editors did here."""

from __future__ import annotations

from pathlib import Path

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Revision

from broadsheet.imports.models import ImportedObject
from broadsheet.imports.report import Outcome, Report
from broadsheet.media.models import Picture
from broadsheet.news.models import Author, Story, Topic
from tests.factories import Paper
from tests.imports.newsroom import PAGE, STORY, bring_in, changed, ours, remarks

MODELS = (Page, Revision, Author, Topic, Picture, Redirect, ImportedObject)


def _everything() -> dict[str, int]:
    return {model.__name__: model.objects.count() for model in MODELS}


def _created(report: Report) -> int:
    return sum(counter[Outcome.CREATED] + counter[Outcome.UPDATED] for _, counter in report.table())


@pytest.fixture
def first(paper: Paper, old_quay: Path) -> Report:
    """The first import, without media."""
    return bring_in(old_quay)


def test_the_same_export_again_changes_nothing(first: Report, old_quay: Path) -> None:
    before = _everything()
    again = bring_in(old_quay)
    assert _everything() == before
    assert _created(again) == 0
    assert dict(again.table())["stories"]["unchanged"] == 14


def test_a_dry_run_writes_nothing_and_says_the_same(paper: Paper, old_quay: Path, uploads: Path) -> None:
    before = _everything()
    rehearsal = bring_in(old_quay, media=uploads, is_rehearsal=True)
    assert _everything() == before
    assert rehearsal.as_json()["counts"] == bring_in(old_quay, media=uploads).as_json()["counts"]


def test_what_changed_in_the_source_is_updated_and_nothing_else(
    first: Report, old_quay: Path, tmp_path: Path
) -> None:
    again = bring_in(changed(old_quay, tmp_path, "came in late", "came in very late"))
    assert dict(again.table())["stories"]["updated"] == 1
    story = ours(STORY, 10)
    assert "came in very late" in str(story.body.raw_data[0])
    assert story.revisions.count() == 2
    assert story.live


def test_a_block_that_did_not_change_keeps_its_id(first: Report, old_quay: Path, tmp_path: Path) -> None:
    before = [block["id"] for block in ours(STORY, 10).body.raw_data]
    bring_in(changed(old_quay, tmp_path, "came in late", "came in very late"))
    after = [block["id"] for block in ours(STORY, 10).body.raw_data]
    assert after[0] != before[0]
    assert after[1:] == before[1:]


def test_pictures_handed_in_later_find_their_stories(first: Report, old_quay: Path, uploads: Path) -> None:
    assert ours(STORY, 10).lead_picture is None
    bring_in(old_quay, media=uploads)
    assert ours(STORY, 10).lead_picture.alt == "The Marigold"


def test_what_an_editor_changed_here_is_left_alone_and_named(
    first: Report, old_quay: Path, tmp_path: Path
) -> None:
    story = ours(STORY, 10)
    story.title = "Ben's headline"
    story.save_revision().publish()
    again = bring_in(changed(old_quay, tmp_path, "came in late", "came in very late"))
    assert ours(STORY, 10).title == "Ben's headline"
    assert any("edited here" in words for words in remarks(again, 10))


def test_overwriting_has_to_be_asked_for(first: Report, old_quay: Path, tmp_path: Path) -> None:
    story = ours(STORY, 10)
    story.title = "Ben's headline"
    story.save_revision().publish()
    bring_in(changed(old_quay, tmp_path, "came in late", "came in very late"), overwrite=True)
    assert ours(STORY, 10).title == "The ferry was late"


def test_what_an_editor_took_off_the_paper_does_not_come_back_by_itself(
    first: Report, old_quay: Path, tmp_path: Path
) -> None:
    ours(STORY, 10).unpublish()
    bring_in(changed(old_quay, tmp_path, "came in late", "came in very late"))
    assert not ours(STORY, 10).live


def test_what_an_editor_deleted_comes_back_only_when_asked(first: Report, old_quay: Path) -> None:
    ours(STORY, 10).delete()
    again = bring_in(old_quay)
    assert any("deleted here" in words for words in remarks(again, 10))
    assert not Story.objects.filter(slug="the-ferry-was-late").exists()
    bring_in(old_quay, overwrite=True)
    assert ours(STORY, 10).live


def test_a_post_whose_category_changed_moves_and_its_address_leads_on(
    first: Report, old_quay: Path, tmp_path: Path
) -> None:
    old = '<category domain="category" nicename="deep">'
    bring_in(changed(old_quay, tmp_path, old, '<category domain="category" nicename="opinion">'))
    assert ours(STORY, 11).section.slug == "opinion"


def test_a_byline_that_was_turned_round_is_turned_round(
    first: Report, old_quay: Path, tmp_path: Path
) -> None:
    text = old_quay.read_text()
    ben = '<category domain="author" nicename="cap-ben"><![CDATA[Ben Editor]]></category>\n'
    greta = '<category domain="author" nicename="cap-guest"><![CDATA[Greta Guest]]></category>\n'
    assert f"{ben}    {greta}" in text
    later = tmp_path / "later.xml"
    later.write_text(text.replace(f"{ben}    {greta}", f"{greta}    {ben}"))
    bring_in(later)
    assert [author.name for author in ours(STORY, 27).authors] == ["Greta Guest", "Ben Editor"]


def test_a_post_that_wordpress_took_back_becomes_a_draft(
    first: Report, old_quay: Path, tmp_path: Path
) -> None:
    text = old_quay.read_text()
    before, _, after = text.partition("<wp:post_id>30</wp:post_id>")
    later = tmp_path / "later.xml"
    later.write_text(before + "<wp:post_id>30</wp:post_id>" + after.replace("publish", "draft", 1))
    bring_in(later)
    assert not ours(PAGE, 30).live


def test_an_interrupted_run_is_finished_by_the_next(
    paper: Paper, old_quay: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from broadsheet.imports.filing import stories

    write = stories._write
    calls = []

    def _write_three_then_stop(*args: object) -> Story:
        calls.append(args)
        if len(calls) > 3:
            raise KeyboardInterrupt
        return write(*args)

    monkeypatch.setattr(stories, "_write", _write_three_then_stop)
    with pytest.raises(KeyboardInterrupt):
        bring_in(old_quay)
    monkeypatch.undo()
    report = bring_in(old_quay)
    assert dict(report.table())["stories"] == {"read": 15, "created": 11, "unchanged": 3, "skipped": 1}


def test_one_post_that_cannot_be_saved_keeps_no_other_out(
    paper: Paper, old_quay: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.core.exceptions import ValidationError

    from broadsheet.imports.filing import bylines

    sign = bylines.sign

    def _refuse_one(run: object, story: Story, logins: list[str]) -> None:
        if story.title == "Tides & times":
            raise ValidationError("No such tide.")
        sign(run, story, logins)

    monkeypatch.setattr(bylines, "sign", _refuse_one)
    report = bring_in(old_quay)
    assert dict(report.table())["stories"]["created"] == 13
    assert "could not be saved: No such tide." in remarks(report, 11)
