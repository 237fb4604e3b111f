"""Bring a whole WordPress export into the newsroom."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import DatabaseError

from broadsheet.edge.changes import one_change_for_all
from broadsheet.imports.errors import ExportError
from broadsheet.imports.filing.authors import file_authors
from broadsheet.imports.filing.documents import Documents
from broadsheet.imports.filing.indexing import indexed_once
from broadsheet.imports.filing.links import Links
from broadsheet.imports.filing.pages import file_page
from broadsheet.imports.filing.pictures import Pictures
from broadsheet.imports.filing.redirects import redirect
from broadsheet.imports.filing.run import Run
from broadsheet.imports.filing.sections import file_sections
from broadsheet.imports.filing.stories import file_story
from broadsheet.imports.filing.topics import file_topics
from broadsheet.imports.ledger import Ledger
from broadsheet.imports.media_folder import MediaFolder
from broadsheet.imports.models import ImportedObject
from broadsheet.imports.report import Report
from broadsheet.imports.wordpress.index import PAGE, REUSABLE, STORY, Index, build_index
from broadsheet.imports.wordpress.reader import read_all
from broadsheet.imports.wordpress.records import Post
from broadsheet.imports.wordpress.status import Standing, status_of
from broadsheet.news.models import FrontPage

# Told the step's name and how far it is, from 0 to 1.
Progress = Callable[[str, float], None]

LABELS = {STORY: ImportedObject.Kind.STORY.label, PAGE: ImportedObject.Kind.PAGE.label}


@dataclass(frozen=True, slots=True)
class Options:
    """How to import: with which media, over editors' changes or not, or only as a rehearsal."""

    media: Path | None = None
    overwrite: bool = False
    is_rehearsal: bool = False


def import_wordpress(
    *exports: Path, options: Options | None = None, progress: Progress | None = None
) -> Report:
    """Read an archive twice: first to see that it is whole and what is in it, then to file everything.

    WordPress splits large archives over several `exports`, which belong together. Each thing is filed in a
    transaction of its own, so an interrupted run can simply be run again. Raises ExportError, with nothing
    changed, for a file that is damaged or no WordPress export.
    """
    options = options or Options()
    started = time.monotonic()
    tell = _teller(progress, max(1, sum(export.stat().st_size for export in exports if export.is_file())))
    index = build_index(*exports, progress=lambda position: tell("Reading the export", position))
    report = Report(source=", ".join(map(str, exports)), is_rehearsal=options.is_rehearsal)
    run = _prepare(index, report, options)
    with one_change_for_all(), indexed_once():
        _file_all(run, exports, tell)
    _sum_up(run)
    report.seconds = time.monotonic() - started
    return report


def _teller(progress: Progress | None, size: int) -> Callable[[str, int], None]:
    return lambda step, position: progress(step, min(1.0, position / size)) if progress else None


def _prepare(index: Index, report: Report, options: Options) -> Run:
    front_page = FrontPage.objects.first()
    if front_page is None:
        raise ExportError("there is no front page to import below: run “broadsheet init” first")
    ledger = Ledger(index.site[:255], report, overwrite=options.overwrite, is_rehearsal=options.is_rehearsal)
    media = MediaFolder(options.media)
    links = Links(index, Documents(index, ledger, media))
    return Run(index, ledger, report, front_page, Pictures(index, ledger, media), links)


def _file_all(run: Run, exports: Sequence[Path], tell: Callable[[str, int], None]) -> None:
    file_authors(run)
    file_topics(run)
    file_sections(run)
    redirect(run, "/feed/", link="/feed.xml")
    pages = [number for number, sign in run.index.signposts.items() if sign.type == PAGE]
    deepest = max(map(run.index.level, pages), default=0)
    # Pages may stand in the export before the page above them, so each level takes a reading of its own.
    for level in range(deepest + 1):
        step = "Filing stories and pages" if level == 0 else f"Filing pages, level {level + 1}"

        def tell_step(position: int, step: str = step) -> None:
            tell(step, position)

        for record in read_all(exports, progress=tell_step):
            if isinstance(record, Post):
                _file(run, record, level)


def _file(run: Run, post: Post, level: int) -> None:
    if post.type not in LABELS:
        return
    is_due = run.index.level(post.id) == level if post.type == PAGE else level == 0
    if not is_due:
        return
    label = LABELS[post.type]
    if post.id in run.seen or not post.id:
        run.report.skip(label, "twice in the export" if post.id else "without a number in the export")
        return
    run.seen.add(post.id)
    status = status_of(post, now=run.now)
    if status.standing is Standing.LEFT_OUT:
        run.report.skip(label, status.remark)
        return
    _note(run, post, label, status.remark)
    try:
        (file_story if post.type == STORY else file_page)(run, post, status)
    except (ValidationError, DatabaseError, OSError) as problem:
        # One broken post must not keep thousands of others out.
        words = "; ".join(problem.messages) if isinstance(problem, ValidationError) else str(problem)
        run.report.skip(label, "could not be saved")
        run.report.remark(label, post.id, post.title, f"could not be saved: {words}")


def _note(run: Run, post: Post, label: str, remark: str) -> None:
    if remark:
        run.report.remark(label, post.id, post.title, remark)
    if post.is_sticky:
        run.report.remark(
            label, post.id, post.title, "sticky in WordPress: choose it among the editors' picks"
        )
    if post.comments:
        run.report.skip("comments", "readers' comments are not brought in", number=post.comments)


def _sum_up(run: Run) -> None:
    if unused := run.pictures.unused:
        run.report.skip(ImportedObject.Kind.PICTURE.label, "no story shows it", number=unused)
    for kind, number in sorted(run.index.records.items()):
        if kind not in (STORY, PAGE, REUSABLE, "attachment"):
            run.report.skip("other", f"WordPress's own type “{kind}”", number=number)
    if run.index.dropped_characters:
        run.report.say(f"{run.index.dropped_characters} control characters that XML forbids were left out")
    if run.report.missing_files:
        run.report.say("files are missing: hand in a copy of wp-content/uploads with --media and run again")
