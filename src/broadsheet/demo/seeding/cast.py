"""The demo paper's authors, topics, sections and staff."""

from __future__ import annotations

import json
import secrets
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.utils.html import format_html
from wagtail.models import Page

from broadsheet.news.models import Author, AuthorLink, FrontPage, Section, Topic

STAFF_FILE = "demo-staff.json"
# Words that are easy to read aloud and to type: the demo listens on this machine alone.
_WORDS = (
    "anchor",
    "beacon",
    "capstan",
    "dinghy",
    "ebb",
    "fathom",
    "gale",
    "hawser",
    "jetty",
    "keel",
    "lantern",
)


def make_sections(front: FrontPage, rows: list[dict[str, Any]]) -> dict[str, Section]:
    """Sections by slug; one with a `parent` stands inside it."""
    made: dict[str, Section] = {}
    for row in rows:
        parent: Page = made[row["parent"]] if "parent" in row else front
        section = Section(title=row["name"], slug=row["slug"], description=row["description"])
        made[row["slug"]] = parent.add_child(instance=section)
        section.save_revision().publish()
    return made


def make_topics(rows: list[dict[str, str]]) -> dict[str, Topic]:
    """Topics by slug."""
    return {row["slug"]: Topic.objects.create(**row) for row in rows}


def make_authors(rows: list[dict[str, Any]], pictures: dict[str, int]) -> dict[str, Author]:
    """Authors by slug, with portraits where they were drawn."""
    return {row["slug"]: _author(row, pictures) for row in rows}


def _author(row: dict[str, Any], pictures: dict[str, int]) -> Author:
    author = Author(
        name=row["name"],
        slug=row["slug"],
        role=row["role"],
        email=row["email"],
        biography=format_html("<p>{}</p>", row["biography"]),
        portrait_id=pictures.get(f"portrait-{row['slug']}"),
    )
    author.links = [AuthorLink(**link) for link in row.get("links", [])]
    author.save()
    return author


def make_staff(rows: list[dict[str, str]], authors: dict[str, Author]) -> dict[str, User]:
    """Staff by user name, with new passwords that are kept in the newsroom's folder for `demo` to print."""
    made, cards = {}, []
    for row in rows:
        password = "-".join(secrets.choice(_WORDS) for _ in range(3)) + f"-{secrets.randbelow(90) + 10}"
        first, _, last = row["name"].partition(" ")
        user = User.objects.create_user(row["username"], password=password, first_name=first, last_name=last)
        user.groups.add(Group.objects.get(name=row["group"]))
        Author.objects.filter(slug=row.get("author", "")).update(user=user)
        made[row["username"]] = user
        cards.append({**{key: row[key] for key in ("username", "name", "group")}, "password": password})
    file = settings.HOME / STAFF_FILE
    file.touch(mode=0o600)
    file.write_text(json.dumps(cards, indent=2))
    return made
