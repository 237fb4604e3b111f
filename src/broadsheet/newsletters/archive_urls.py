"""Addresses of editions that were sent, below `/newsletters/`."""

from __future__ import annotations

from django.urls import URLPattern, re_path

from broadsheet.newsletters.views import archive

# As a section's: words in any script.
_NEWSLETTER = r"^(?P<newsletter>[-\w]{1,80})/"

urlpatterns: list[URLPattern] = [
    re_path(rf"{_NEWSLETTER}feed\.xml$", archive.feed, name="feed"),
    re_path(rf"{_NEWSLETTER}(?P<slug>[-\w]{{1,120}})/$", archive.edition, name="edition"),
]
