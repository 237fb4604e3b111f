"""What WordPress's status of a post means for the paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from broadsheet.imports.wordpress.index import GONE, PUBLISHED
from broadsheet.imports.wordpress.records import Post

UNFINISHED = {"draft", "pending"}


class Standing(StrEnum):
    """How a post stands in the paper."""

    LIVE = "live"
    DRAFT = "draft"
    SCHEDULED = "scheduled"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Status:
    """A standing, and what the operator should know of how it came about."""

    standing: Standing
    remark: str = ""


def status_of(post: Post, *, now: datetime) -> Status:
    """How a post stands. What WordPress kept from readers never becomes public by being imported."""
    if post.status in GONE:
        return Status(Standing.LEFT_OUT, f"in WordPress's state “{post.status}”")
    if post.has_password:
        return Status(Standing.DRAFT, "protected by a password in WordPress: kept as a draft")
    if post.status == PUBLISHED:
        return Status(Standing.LIVE)
    if post.status == "future":
        return _scheduled(post, now)
    if post.status in UNFINISHED:
        return Status(Standing.DRAFT, "waiting for review in WordPress" if post.status == "pending" else "")
    return Status(Standing.DRAFT, f"{post.status or 'without a status'} in WordPress: kept as a draft")


def _scheduled(post: Post, now: datetime) -> Status:
    if post.published_at and post.published_at > now:
        return Status(Standing.SCHEDULED)
    return Status(Standing.DRAFT, "its scheduled time has passed: kept as a draft, publish it by hand")
