"""One XML element of an export → one record."""

from __future__ import annotations

from functools import lru_cache
from xml.etree.ElementTree import Element

from broadsheet.imports.wordpress.dates import read_date
from broadsheet.imports.wordpress.records import (
    Attachment,
    Author,
    Filing,
    Heading,
    Post,
    Record,
    Term,
    to_int,
)

PREFIXES = {
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
}
META_KEPT = {
    "_thumbnail_id",
    "_wp_attachment_image_alt",
    "_wp_attached_file",
    "_yoast_wpseo_primary_category",
    "_yoast_wpseo_title",
    "_yoast_wpseo_metadesc",
    "_yoast_wpseo_canonical",
}


@lru_cache(maxsize=512)
def short(tag: str) -> str:
    """`{https://wordpress.org/export/1.2/}post_id` → `wp:post_id`, whichever version of the format it is."""
    space, _, name = tag.rpartition("}")
    space = space.lstrip("{")
    if "wordpress.org/export/" in space:
        return ("excerpt:" if space.rstrip("/").endswith("excerpt") else "wp:") + name
    return PREFIXES.get(space, f"{space}:" if space else "") + name


def to_record(element: Element) -> Record:
    """Read a child of the channel."""
    name = short(element.tag)
    if name == "item":
        return _item(element)
    if name == "wp:author":
        return _author(_fields(element))
    if name == "wp:category":
        return _term("category", _fields(element), slug="wp:category_nicename", name="wp:cat_name")
    if name == "wp:tag":
        return _term("post_tag", _fields(element), slug="wp:tag_slug", name="wp:tag_name")
    return Heading(name, (element.text or "").strip())


def _fields(element: Element) -> dict[str, str]:
    return {short(child.tag): child.text or "" for child in element}


def _author(fields: dict[str, str]) -> Author:
    login = fields.get("wp:author_login", "").strip()
    parts = (fields.get(f"wp:author_{part}_name", "").strip() for part in ("first", "last"))
    name = fields.get("wp:author_display_name", "").strip() or " ".join(filter(None, parts))
    return Author(login=login, name=name or login)


def _term(kind: str, fields: dict[str, str], *, slug: str, name: str) -> Term:
    title = fields.get(name, "").strip()
    return Term(
        kind=kind,
        slug=fields.get(slug, "").strip() or title,
        name=title or fields.get(slug, "").strip(),
        id=to_int(fields.get("wp:term_id", "")),
        parent=fields.get("wp:category_parent", "").strip(),
        description=fields.get("wp:category_description", "") or fields.get("wp:tag_description", ""),
    )


def _item(element: Element) -> Attachment | Post:
    fields = _fields(element)
    meta = _meta(element)
    if fields.get("wp:post_type", "").strip() == "attachment":
        return _attachment(fields, meta)
    return Post(
        id=to_int(fields.get("wp:post_id", "")),
        type=fields.get("wp:post_type", "").strip(),
        status=fields.get("wp:status", "").strip(),
        title=fields.get("title", "").strip(),
        link=fields.get("link", "").strip(),
        slug=fields.get("wp:post_name", "").strip(),
        creator=fields.get("dc:creator", "").strip(" \t\r\n<>"),
        content=fields.get("content:encoded", ""),
        excerpt=fields.get("excerpt:encoded", "").strip(),
        published_at=read_date(
            gmt=fields.get("wp:post_date_gmt", ""),
            local=fields.get("wp:post_date", ""),
            rfc822=fields.get("pubDate", ""),
        ),
        modified_at=read_date(
            gmt=fields.get("wp:post_modified_gmt", ""), local=fields.get("wp:post_modified", ""), rfc822=""
        ),
        parent=to_int(fields.get("wp:post_parent", "")),
        order=to_int(fields.get("wp:menu_order", "")),
        is_sticky=fields.get("wp:is_sticky", "").strip() == "1",
        has_password=bool(fields.get("wp:post_password", "").strip()),
        comments=sum(1 for child in element if short(child.tag) == "wp:comment"),
        filings=_filings(element),
        meta=meta,
    )


def _attachment(fields: dict[str, str], meta: dict[str, str]) -> Attachment:
    return Attachment(
        id=to_int(fields.get("wp:post_id", "")),
        parent=to_int(fields.get("wp:post_parent", "")),
        url=fields.get("wp:attachment_url", "").strip() or fields.get("guid", "").strip(),
        file=meta.get("_wp_attached_file", "").strip(),
        title=fields.get("title", "").strip(),
        alt=meta.get("_wp_attachment_image_alt", "").strip(),
        caption=fields.get("excerpt:encoded", "").strip(),
        order=to_int(fields.get("wp:menu_order", "")),
        link=fields.get("link", "").strip(),
    )


def _meta(element: Element) -> dict[str, str]:
    pairs = (_fields(child) for child in element if short(child.tag) == "wp:postmeta")
    meta = {pair.get("wp:meta_key", "").strip(): pair.get("wp:meta_value", "").strip() for pair in pairs}
    return {key: value for key, value in meta.items() if key in META_KEPT}


def _filings(element: Element) -> tuple[Filing, ...]:
    filings = (_filing(child) for child in element if child.tag == "category")
    return tuple(dict.fromkeys(filing for filing in filings if filing.slug))


def _filing(element: Element) -> Filing:
    slug, name = element.get("nicename", ""), (element.text or "").strip()
    return Filing(element.get("domain", "category"), slug or name, name or slug)
