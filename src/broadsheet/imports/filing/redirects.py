"""Old addresses lead to the new pages, for good."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from broadsheet.imports.filing.publishing import path_of
from broadsheet.imports.report import Outcome
from broadsheet.imports.wordpress.addresses import same_path

if TYPE_CHECKING:
    from broadsheet.imports.filing.run import Run

KIND = "redirects"
LONGEST = 255


def redirect(run: Run, old: str, *, page: Page | None = None, link: str = "") -> None:
    """Lead the decoded path `old` to a page or a link of ours; a rehearsal only counts.

    Does nothing where the address stays the same, nor where somebody has already said where the old one
    leads.
    """
    new = path_of(page, run.front_page) if page else link
    if not old.strip("/") or same_path(old) == same_path(new):
        return
    stored = Redirect.normalise_path(quote(old))
    if len(stored) > LONGEST:
        run.report.skip(KIND, f"an address of more than {LONGEST} characters")
        run.report.remark(KIND, old, new, "the old address is too long to be redirected")
        return
    if Redirect.objects.filter(old_path=stored).exists():
        run.report.count(KIND, Outcome.UNCHANGED)
        return
    if not run.is_rehearsal:
        Redirect.objects.create(old_path=stored, redirect_page=page, redirect_link="" if page else link)
    run.report.count(KIND, Outcome.CREATED)
