"""What of the demo paper has been made so far, by slug."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.auth.models import User

from broadsheet.news.models import Author, Section, Story, Topic
from broadsheet.wire.models import Series


@dataclass(slots=True)
class Made:
    """Everything is dated back from `now`; pictures are known by their numbers."""

    now: datetime
    pictures: dict[str, int]
    sections: dict[str, Section]
    authors: dict[str, Author]
    topics: dict[str, Topic]
    staff: dict[str, User]
    stories: dict[str, Story] = field(default_factory=dict)
    series: dict[str, Series] = field(default_factory=dict)
