"""Tags, and categories beside a post's section → topics."""

from __future__ import annotations

from django.db import transaction

from broadsheet.imports.filing.redirects import redirect
from broadsheet.imports.filing.run import Run
from broadsheet.imports.filing.slugs import free_slug
from broadsheet.imports.ledger import Written
from broadsheet.imports.models import ImportedObject
from broadsheet.imports.wordpress import categories
from broadsheet.imports.wordpress.headlines import wanted_slug
from broadsheet.imports.wordpress.records import Term
from broadsheet.kit.excerpt import cut
from broadsheet.kit.html import plain
from broadsheet.news.models import Topic

KIND = ImportedObject.Kind.TOPIC
UNUSED_TAG = "a tag that no post in the export has"
UNUSED_CATEGORY = "a category that no post in the export has"


def file_topics(run: Run) -> None:
    """File every topic that some post needs; what no post has is counted as left out."""
    needed = categories.topics(run.index)
    for slug, term in needed.items():
        _file(run, slug, term)
    if unused := len(run.index.tags.keys() - needed.keys()):
        run.report.skip(KIND.label, UNUSED_TAG, number=unused)


def _file(run: Run, slug: str, term: Term) -> None:
    source = {"name": term.name, "description": term.description}
    verdict = run.ledger.judge(KIND, slug, source, as_it_is=_as_it_is)
    run.ledger.tell(verdict, KIND, slug, term.name)
    ours = verdict.ours
    if verdict.is_to_write and not run.is_rehearsal:
        with transaction.atomic():
            ours = _write(run, slug, term, source, ours)
    if ours or run.is_rehearsal:
        old = wanted_slug(slug, otherwise=term.name, last=slug)
        redirect(run, f"/tag/{old}/", link=(ours or Topic(slug=old[:120])).get_absolute_url())


def _write(run: Run, slug: str, term: Term, source: dict[str, str], ours: Topic | None) -> Topic:
    ours, is_adopted = (ours, False) if ours else _find_or_make(term)
    if not is_adopted:
        ours.name = cut(plain(term.name), length=120) or ours.slug
        ours.description = plain(term.description)
        ours.save()
    written = {"adopted": True} if is_adopted else _as_it_is(ours)
    run.ledger.remember(KIND, slug, source, ours=ours, written=written)
    return ours


def _find_or_make(term: Term) -> tuple[Topic, bool]:
    slug = wanted_slug(term.slug, otherwise=term.name, last="topic")
    here = Topic.objects.filter(slug=slug[:120], name__iexact=plain(term.name)).first()
    if here:
        return here, True
    return Topic(
        slug=free_slug(slug, is_taken=lambda one: Topic.objects.filter(slug=one).exists(), room=120)
    ), False


def _as_it_is(topic: Topic) -> Written:
    return {"name": topic.name, "slug": topic.slug, "description": topic.description}
