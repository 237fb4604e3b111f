"""A story's picture and its recording in a feed (Media RSS, rssboard.org/media-rss)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class RecordedFile:
    """One file of a recording, at its whole address."""

    url: str
    type: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Recording:
    """What can be listened to: the same in several files, the most widely known first.

    `about` says what listeners have to know of it; empty where there is nothing.
    """

    files: tuple[RecordedFile, ...]
    seconds: float
    language: str
    about: str = ""


def add_picture(handler: Any, picture: dict[str, str]) -> None:
    """The picture, with its credit and what it shows."""
    place = {key: picture[key] for key in ("url", "type", "fileSize", "width", "height")}
    handler.startElement("media:content", place | {"medium": "image"})
    for name, attributes in (("credit", {"role": "photographer"}), ("description", {"type": "plain"})):
        if picture[name]:
            handler.addQuickElement(f"media:{name}", picture[name], attributes)
    handler.endElement("media:content")


def add_recording(handler: Any, recording: Recording) -> None:
    """The files as a group: each holds the same, so that a reader takes one of them."""
    handler.startElement("media:group", {})
    for place, file in enumerate(recording.files):
        content = {
            "url": file.url,
            "type": file.type,
            "fileSize": str(file.bytes),
            "medium": "audio",
            "duration": str(max(1, round(recording.seconds))),
            "lang": recording.language,
            "isDefault": "false" if place else "true",
        }
        handler.addQuickElement("media:content", None, content)
    if recording.about:
        handler.addQuickElement("media:description", recording.about, {"type": "plain"})
    handler.endElement("media:group")
