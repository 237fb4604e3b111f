"""The first reading of an export, which tells whether it is whole and what is in it.

Nothing is written before the whole file was read once. The index holds only what later records need of
earlier or later ones (attachments, terms, where each page stands), never the text of posts.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

from broadsheet.imports.errors import ExportError
from broadsheet.imports.wordpress.addresses import file_key, path_of, same_path
from broadsheet.imports.wordpress.reader import Progress, read_records
from broadsheet.imports.wordpress.records import Attachment, Author, Heading, Post, Term, to_int

PUBLISHED = "publish"
GONE = {"trash", "auto-draft", "inherit"}
STORY = "post"
PAGE = "page"
REUSABLE = "wp_block"
DEEPEST_PAGE = 8
PRIMARY = "_yoast_wpseo_primary_category"


@dataclass(frozen=True, slots=True)
class Signpost:
    """Where a post or page stood in WordPress."""

    type: str
    path: str
    parent: int


@dataclass(frozen=True, slots=True)
class CategoryFiling:
    """A combination of categories that at least one post has."""

    categories: tuple[str, ...]
    primary: int


@dataclass
class Index:
    """What the whole export holds, at a glance."""

    headings: dict[str, str] = field(default_factory=dict)
    authors: dict[str, Author] = field(default_factory=dict)
    categories: dict[str, Term] = field(default_factory=dict)
    tags: dict[str, Term] = field(default_factory=dict)
    attachments: dict[int, Attachment] = field(default_factory=dict)
    uploads: dict[int, list[int]] = field(default_factory=dict)
    files: dict[str, int] = field(default_factory=dict)
    signposts: dict[int, Signpost] = field(default_factory=dict)
    paths: set[str] = field(default_factory=set)
    reusable: dict[int, str] = field(default_factory=dict)
    filings: set[CategoryFiling] = field(default_factory=set)
    used_tags: set[str] = field(default_factory=set)
    dropped_characters: int = 0
    records: Counter[str] = field(default_factory=Counter)

    @property
    def site(self) -> str:
        """The address of the blog: together with a foreign id it names a thing for good."""
        return site_of(self.headings)

    def children(self, post: int) -> list[Attachment]:
        """The files uploaded to a post, in the order that WordPress's gallery shows them."""
        found = [self.attachments[key] for key in self.uploads.get(post, ())]
        return sorted(found, key=lambda attachment: (attachment.order, attachment.id))

    def knows(self, path: str) -> bool:
        """Whether a published post or page of this export stood at the path."""
        return same_path(path) in self.paths

    def top_slugs(self) -> frozenset[str]:
        """Slugs of posts and pages directly below the blog's front page: they keep their addresses."""
        return frozenset(path.strip("/") for path in self.paths if path.count("/") == 1)

    def level(self, page: int) -> int:
        """How many pages stood above a page; a loop, or a parent that is missing, ends the count."""
        above: set[int] = set()
        while (sign := self.signposts.get(page)) and sign.parent in self.signposts and page not in above:
            above.add(page)
            page = sign.parent
        return min(len(above), DEEPEST_PAGE)


def build_index(*exports: Path, progress: Progress | None = None) -> Index:
    """Read an archive once, whole. Raises ExportError unless each of its files is complete and sound."""
    index = Index()
    before = 0
    for export in exports:

        def tell(position: int, before: int = before) -> None:
            if progress:
                progress(before + position)

        _read(index, export, tell)
        before += export.stat().st_size
    _complete_terms(index)
    return index


def _read(index: Index, export: Path, progress: Progress) -> None:
    headings: dict[str, str] = {}

    def note_dropped(count: int) -> None:
        index.dropped_characters += count

    for record in read_records(export, progress=progress, on_dropped=note_dropped):
        if isinstance(record, Heading):
            headings.setdefault(record.name, record.text)
        else:
            _note(index, record)
    if "wp:wxr_version" not in headings:
        raise ExportError(f"{export}: it is RSS, but no WordPress export (it names no wp:wxr_version)")
    if index.headings and site_of(headings) != index.site:
        raise ExportError(
            f"{export}: it is of another blog ({site_of(headings)}): import each blog by itself"
        )
    index.headings |= headings


def site_of(headings: dict[str, str]) -> str:
    """The address of the blog that an export is of."""
    return headings.get("wp:base_blog_url") or headings.get("link", "")


def _note(index: Index, record: Author | Term | Attachment | Post) -> None:
    match record:
        case Author(login=login):
            index.authors.setdefault(login, record)
        case Term(kind="category", slug=slug):
            index.categories[slug] = record
        case Term(slug=slug):
            index.tags[slug] = record
        case Attachment():
            _note_attachment(index, record)
        case Post():
            _note_post(index, record)


def _note_attachment(index: Index, attachment: Attachment) -> None:
    index.records["attachment"] += 1
    index.attachments[attachment.id] = attachment
    index.uploads.setdefault(attachment.parent, []).append(attachment.id)
    index.files.setdefault(file_key(attachment.url), attachment.id)


def _note_post(index: Index, post: Post) -> None:
    index.records[post.type] += 1
    if post.type == REUSABLE:
        index.reusable[post.id] = post.content
    if post.type not in (STORY, PAGE) or post.status in GONE:
        return
    path = path_of(post.link)
    index.signposts[post.id] = Signpost(post.type, path, post.parent)
    if post.status == PUBLISHED:
        index.paths.add(same_path(path))
    if post.creator not in index.authors:
        index.authors.setdefault(post.creator, Author(login=post.creator, name=post.creator))
    if post.type == STORY:
        _note_filings(index, post)


def _note_filings(index: Index, post: Post) -> None:
    index.filings.add(CategoryFiling(post.slugs("category"), to_int(post.meta.get(PRIMARY, ""))))
    for filing in post.filings:
        if filing.kind == "post_tag":
            index.used_tags.add(filing.slug)
            index.tags.setdefault(filing.slug, Term("post_tag", filing.slug, filing.name))
        elif filing.kind == "category":
            index.categories.setdefault(filing.slug, Term("category", filing.slug, filing.name))
        elif filing.kind == "author":
            _note_guest(index, filing.slug, filing.name)


def _note_guest(index: Index, slug: str, name: str) -> None:
    login = guest_login(slug)
    index.authors.setdefault(login, Author(login=login, name=name))


def guest_login(slug: str) -> str:
    """The Co-Authors Plus plugin writes a further author as a filing `cap-<login>`."""
    return slug.removeprefix("cap-")


def _complete_terms(index: Index) -> None:
    """Forget parents that the export does not hold, so that every chain of categories ends."""
    for slug, term in index.categories.items():
        if term.parent and term.parent not in index.categories:
            index.categories[slug] = replace(term, parent="")
