"""Categories → sections."""

from __future__ import annotations

from django.db import transaction

from broadsheet.imports.filing import publishing
from broadsheet.imports.filing.redirects import redirect
from broadsheet.imports.filing.run import Run
from broadsheet.imports.filing.slugs import free_page_slug
from broadsheet.imports.models import ImportedObject
from broadsheet.imports.wordpress import categories
from broadsheet.imports.wordpress.headlines import wanted_slug
from broadsheet.imports.wordpress.records import Term
from broadsheet.imports.wordpress.status import Standing
from broadsheet.kit.excerpt import cut
from broadsheet.kit.html import plain
from broadsheet.news.models import Section, Topic

KIND = ImportedObject.Kind.SECTION
UNFILED = Term("category", categories.NOWHERE, "Uncategorised")


def file_sections(run: Run) -> None:
    """File the categories that posts live in, outer ones first; say what became of the others."""
    needed = categories.sections(run.index)
    for slug in needed:
        _file(run, slug, run.index.categories.get(slug, UNFILED))
    topics = categories.topics(run.index)
    others = run.index.categories.keys() - set(needed)
    for slug in sorted(others & topics.keys()):
        _redirect_to_topic(run, slug)
    if beside := len(others & topics.keys()):
        run.report.skip(KIND.label, "became a topic: no post lives in it first", number=beside)
    if unused := len(others - topics.keys()):
        run.report.skip(KIND.label, "a category that no post in the export has", number=unused)


def _file(run: Run, slug: str, term: Term) -> None:
    source = {
        "name": term.name,
        "description": term.description,
        "parent": categories.parent_of(run.index, slug),
    }
    verdict = run.ledger.judge(KIND, slug, source, as_it_is=publishing.as_it_is)
    run.ledger.tell(verdict, KIND, slug, term.name)
    section = verdict.ours
    if verdict.is_to_write and not run.is_rehearsal:
        with transaction.atomic():
            section, is_adopted = _write(run, slug, term, section)
            written = {"adopted": True} if is_adopted else publishing.as_it_is(section)
            run.ledger.remember(KIND, slug, source, ours=section, written=written)
    if section:
        run.sections[slug] = section
    if section or run.is_rehearsal:
        _redirect(run, slug, section)


def _write(run: Run, slug: str, term: Term, ours: Section | None) -> tuple[Section, bool]:
    parent = run.sections.get(categories.parent_of(run.index, slug), run.front_page)
    name = cut(plain(term.name), length=255) or slug
    here = None if ours else Section.objects.child_of(parent).filter(title__iexact=name).first()
    if here:
        return here, True
    section = ours or Section(slug=_free_slug(run, term, parent))
    section.title = name
    section.description = cut(plain(term.description), length=300)
    publishing.publish(section, parent=parent, standing=Standing.LIVE)
    return section, False


def _free_slug(run: Run, term: Term, parent: Section) -> str:
    wanted = wanted_slug(term.slug, otherwise=term.name, last="section")
    is_top = parent.pk == run.front_page.pk
    return free_page_slug(wanted, parent=parent, is_top=is_top, kept=run.index.top_slugs())


def _redirect(run: Run, slug: str, section: Section | None) -> None:
    new = publishing.path_of(section, run.front_page) if section else expected_path(run, slug)
    for path in _old_paths(run, slug):
        redirect(run, path, page=section, link=new)
        redirect(run, f"{path}feed/", link=f"{new}feed.xml")


def _redirect_to_topic(run: Run, slug: str) -> None:
    number = run.ledger.id_of(ImportedObject.Kind.TOPIC, slug)
    topic = Topic.objects.filter(pk=number).first() if number else Topic(slug=_readable(slug))
    if topic:
        for path in _old_paths(run, slug):
            redirect(run, path, link=topic.get_absolute_url())


def expected_path(run: Run, slug: str) -> str:
    """Where a section will stand that a rehearsal does not make."""
    parts = [_readable(part) for part in (categories.parent_of(run.index, slug), slug) if part]
    return f"/{'/'.join(parts)}/"


def _old_paths(run: Run, slug: str) -> list[str]:
    """Where WordPress showed a category: below those above it, and (as it also answered) alone."""
    parts = [_readable(part) for part in categories.chain(run.index, slug) or [slug]]
    return list(dict.fromkeys([f"/category/{'/'.join(parts)}/", f"/category/{parts[-1]}/"]))


def _readable(slug: str) -> str:
    return wanted_slug(slug, otherwise=slug, last=slug)
