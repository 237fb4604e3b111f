"""WordPress's pages → plain pages, nested as they were, so that most keep their addresses."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from broadsheet.imports.filing import metadata, publishing
from broadsheet.imports.filing.bodies import body_of, excerpt_of, opening_of
from broadsheet.imports.filing.redirects import redirect
from broadsheet.imports.filing.run import Run
from broadsheet.imports.filing.slugs import free_page_slug
from broadsheet.imports.models import ImportedObject
from broadsheet.imports.wordpress.addresses import path_of
from broadsheet.imports.wordpress.headlines import headline, wanted_slug
from broadsheet.imports.wordpress.records import Post
from broadsheet.imports.wordpress.status import Standing, Status
from broadsheet.pages.models import InformationPage
from broadsheet.pages.reserved import is_reserved

KIND = ImportedObject.Kind.PAGE


def file_page(run: Run, post: Post, status: Status) -> None:
    """File one page, in a transaction of its own. The page above it must have been filed before."""
    body = body_of(run, post, kind=KIND.label)
    title = headline(post, opening=opening_of(body))
    source = {
        "title": title,
        "body": body,
        "standing": status.standing,
        "meta": _meta(post),
        "parent": post.parent,
    }
    verdict = run.ledger.judge(KIND, post.id, source, as_it_is=publishing.as_it_is)
    page = verdict.ours
    with transaction.atomic():
        if verdict.is_to_write and not run.is_rehearsal:
            page = _write(run, post, source, page)
            run.ledger.remember(KIND, post.id, source, ours=page, written=publishing.as_it_is(page))
        if status.standing is not Standing.DRAFT and (page or run.is_rehearsal):
            new = publishing.path_of(page, run.front_page) if page else _expected_path(run, post, title)
            _redirect(run, post, page, new)
    run.ledger.tell(verdict, KIND, post.id, title)


def _expected_path(run: Run, post: Post, title: str) -> str:
    wanted = _wanted_slug(post, title)
    if above := run.index.signposts.get(post.parent):
        return f"{above.path}{wanted}/"
    return f"/{free_page_slug(wanted, parent=run.front_page, is_top=True)}/"


def _redirect(run: Run, post: Post, page: InformationPage | None, new: str) -> None:
    old = path_of(post.link)
    if is_reserved(old.strip("/")):
        run.report.remark(
            KIND.label, post.id, post.title, f"{old} is the paper's own address: it stands at {new}"
        )
    else:
        redirect(run, old, page=page, link=new)


def _wanted_slug(post: Post, title: str) -> str:
    return wanted_slug(post.slug, otherwise=title, last=f"page-{post.id}")


def _write(run: Run, post: Post, source: dict[str, Any], page: InformationPage | None) -> InformationPage:
    parent = _parent(run, post)
    if page is None:
        wanted = _wanted_slug(post, source["title"])
        is_top = parent.pk == run.front_page.pk
        page = InformationPage(slug=free_page_slug(wanted, parent=parent, is_top=is_top))
    page.title = source["title"]
    page.body = source["body"]
    for name, value in source["meta"].items():
        setattr(page, name, value)
    publishing.publish(
        page, parent=parent, standing=source["standing"], first=post.published_at, last=post.modified_at
    )
    return page


def _parent(run: Run, post: Post) -> Any:
    number = run.ledger.id_of(KIND, post.parent) if post.parent else None
    return InformationPage.objects.filter(pk=number).first() or run.front_page


def _meta(post: Post) -> dict[str, str]:
    """A page has no standfirst: its excerpt describes it to search engines."""
    meta = metadata.of_page(post)
    return {**meta, "search_description": meta["search_description"] or excerpt_of(post)}
