"""What every step of an import shares."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from broadsheet.imports.filing.links import Links
from broadsheet.imports.filing.pictures import Pictures
from broadsheet.imports.ledger import Ledger
from broadsheet.imports.report import Report
from broadsheet.imports.wordpress.index import Index
from broadsheet.news.models import FrontPage, Section


@dataclass
class Run:
    """One import under way."""

    index: Index
    ledger: Ledger
    report: Report
    front_page: FrontPage
    pictures: Pictures
    links: Links
    now: datetime = field(default_factory=timezone.now)
    sections: dict[str, Section] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)

    @property
    def is_rehearsal(self) -> bool:
        """Whether nothing may be written."""
        return self.ledger.is_rehearsal
