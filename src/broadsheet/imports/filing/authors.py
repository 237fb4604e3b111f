"""WordPress accounts and guest authors → authors."""

from __future__ import annotations

from django.db import transaction

from broadsheet.imports.filing.redirects import redirect
from broadsheet.imports.filing.run import Run
from broadsheet.imports.filing.slugs import free_slug
from broadsheet.imports.ledger import Written
from broadsheet.imports.models import ImportedObject
from broadsheet.imports.wordpress import records
from broadsheet.imports.wordpress.headlines import wanted_slug
from broadsheet.kit.excerpt import cut
from broadsheet.news.models import Author

KIND = ImportedObject.Kind.AUTHOR


def file_authors(run: Run) -> None:
    """File everyone who signed something, and everyone whom the export names."""
    for author in run.index.authors.values():
        _file(run, author)


def _file(run: Run, author: records.Author) -> None:
    source = {"login": author.login, "name": author.name}
    verdict = run.ledger.judge(KIND, author.login, source, as_it_is=_as_it_is)
    run.ledger.tell(verdict, KIND, author.login, author.name)
    ours = verdict.ours
    if verdict.is_to_write and not run.is_rehearsal:
        with transaction.atomic():
            ours = _write(run, author, source, ours)
    slug = _slug(author)
    if ours or run.is_rehearsal:
        redirect(run, f"/author/{slug}/", link=(ours or Author(slug=slug)).get_absolute_url())


def _write(run: Run, author: records.Author, source: dict[str, str], ours: Author | None) -> Author:
    ours, is_adopted = (ours, False) if ours else _find_or_make(author)
    if not is_adopted:
        ours.name = cut(author.name, length=120) or author.login or "Unnamed"
        ours.save()
    written = {"adopted": True} if is_adopted else _as_it_is(ours)
    run.ledger.remember(KIND, author.login, source, ours=ours, written=written)
    return ours


def _find_or_make(author: records.Author) -> tuple[Author, bool]:
    """An author of that address who is here already, else a new one."""
    slug = _slug(author)
    here = Author.objects.filter(slug=slug, name=author.name).first()
    if here:
        return here, True
    is_taken = Author.objects.filter
    return Author(slug=free_slug(slug, is_taken=lambda one: is_taken(slug=one).exists(), room=120)), False


def _slug(author: records.Author) -> str:
    return wanted_slug(author.login.replace(".", "-").replace("@", ""), otherwise=author.name, last="author")


def _as_it_is(author: Author) -> Written:
    return {"name": author.name, "slug": author.slug}
