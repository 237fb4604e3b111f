"""Who signed a post."""

from __future__ import annotations

from broadsheet.imports.filing.run import Run
from broadsheet.imports.models import ImportedObject
from broadsheet.imports.wordpress.index import guest_login
from broadsheet.imports.wordpress.records import Post
from broadsheet.news.models import Author, Byline, Story


def logins_of(post: Post) -> list[str]:
    """Its authors in order: those that the co-authors plugin names, else the account that wrote it."""
    guests = [guest_login(slug) for slug in post.slugs("author")]
    return list(dict.fromkeys(guests)) or [post.creator]


def sign(run: Run, story: Story, logins: list[str]) -> None:
    """Set the story's byline; an author who was deleted here does not come back by being named."""
    ids = [run.ledger.id_of(ImportedObject.Kind.AUTHOR, login) for login in logins]
    authors = Author.objects.in_bulk([pk for pk in ids if pk])
    wanted = list(dict.fromkeys(pk for pk in ids if pk in authors))
    here = {byline.author_id: byline for byline in story.bylines.all()}
    if list(here) == wanted:
        return
    story.bylines.set([_byline(here, pk, place) for place, pk in enumerate(wanted)])


def _byline(here: dict[int, Byline], author_id: int | None, place: int) -> Byline:
    byline = here.get(author_id or 0) or Byline(author_id=author_id)
    byline.sort_order = place
    return byline
