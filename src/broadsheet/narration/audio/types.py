"""The media types of our files, for machines whose lists lack them: in development, Django asks the machine."""

from __future__ import annotations

import mimetypes

TYPES = {".m4a": "audio/mp4", ".opus": "audio/ogg", ".vtt": "text/vtt"}


def make_known() -> None:
    """Tell this process."""
    for ending, type_ in TYPES.items():
        mimetypes.add_type(type_, ending)
