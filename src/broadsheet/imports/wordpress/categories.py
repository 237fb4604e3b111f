"""Which of a post's categories becomes its section, and which sections that takes.

The paper nests sections once and files a story in one; WordPress nests without end and files in many. A post
goes to the category that an SEO plugin calls its primary one, else to its deepest, else to the first named;
WordPress's default category counts only where there is no other. What lies deeper than two levels moves up
under its topmost category. The other categories of a post become topics.
"""

from __future__ import annotations

from collections.abc import Iterator

from broadsheet.imports.wordpress.index import PRIMARY, CategoryFiling, Index
from broadsheet.imports.wordpress.records import Post, Term, to_int

# Where posts go that have no category at all and whose blog has no default one.
NOWHERE = "uncategorized"


def home_of(index: Index, post: Post) -> str:
    """The slug of the category that becomes a post's section."""
    return choose_home(index, CategoryFiling(post.slugs("category"), to_int(post.meta.get(PRIMARY, ""))))


def choose_home(index: Index, filing: CategoryFiling) -> str:
    """The slug of the category that becomes the section of posts filed like this."""
    candidates = [slug for slug in filing.categories if slug in index.categories]
    primary = [slug for slug in candidates if filing.primary and index.categories[slug].id == filing.primary]
    chosen = [slug for slug in candidates if not is_default(index.categories[slug])]
    if primary or chosen:
        return primary[0] if primary else max(chosen, key=lambda slug: len(chain(index, slug)))
    return candidates[0] if candidates else default_slug(index)


def is_default(term: Term) -> bool:
    """Whether this is where WordPress puts posts that nobody filed."""
    return term.id == 1 or term.slug in ("uncategorized", "uncategorised")


def default_slug(index: Index) -> str:
    """The slug of the blog's default category, or a made-up one."""
    return next((slug for slug, term in index.categories.items() if is_default(term)), NOWHERE)


def chain(index: Index, slug: str) -> list[str]:
    """A category and those above it, topmost first; a loop is cut where it closes."""
    found: list[str] = []
    while slug and slug in index.categories and slug not in found:
        found.insert(0, slug)
        slug = index.categories[slug].parent
    return found


def parent_of(index: Index, slug: str) -> str:
    """The category above, once nesting is brought to two levels; empty at the top."""
    above = chain(index, slug)[:-1]
    return above[0] if above else ""


def sections(index: Index) -> list[str]:
    """The categories that become sections, those on top before those inside."""
    homes = {choose_home(index, filing) for filing in index.filings}
    homes |= {parent for slug in homes if (parent := parent_of(index, slug))}
    ordered = [slug for slug in index.categories if slug in homes] + sorted(homes - index.categories.keys())
    return sorted(ordered, key=lambda slug: bool(parent_of(index, slug)))


def topics_of(index: Index, post: Post) -> Iterator[str]:
    """The slugs of a post's topics: its tags, and the categories that are not its section nor above it."""
    yield from post.slugs("post_tag")
    above = set(chain(index, home_of(index, post)))
    for slug in post.slugs("category"):
        if slug in index.categories and slug not in above and not is_default(index.categories[slug]):
            yield slug


def topics(index: Index) -> dict[str, Term]:
    """Every topic that some post needs, by slug. A tag and a category of one slug are one topic."""
    found = {slug: index.tags[slug] for slug in sorted(index.used_tags)}
    for filing in index.filings:
        above = set(chain(index, choose_home(index, filing)))
        for slug in filing.categories:
            if slug in index.categories and slug not in above and not is_default(index.categories[slug]):
                found.setdefault(slug, index.categories[slug])
    return found
