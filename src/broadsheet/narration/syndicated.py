"""What search engines and feed readers are told of a story's audio, its notice with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from broadsheet.narration.listening import Listening, captions_of, listening_for, listenings_of, sources_of
from broadsheet.news.models import Story
from broadsheet.syndication.additions import adds_data, adds_recordings
from broadsheet.syndication.addresses import address_of, public
from broadsheet.syndication.feeds.media import RecordedFile, Recording

# schema.org/IPTCDigitalSourceEnumeration
SYNTHETIC = "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
RECORDED = "https://schema.org/DigitalCaptureDigitalSource"


def audio_data(story: Story) -> dict[str, Any]:
    """For the story's `NewsArticle`: its `AudioObject`, or nothing."""
    listening = listening_for(story)
    return {"audio": _audio_object(listening, story)} if listening else {}


def recordings(stories: Sequence[Story]) -> dict[int, Recording]:
    """For the items of feeds: the files of each story's audio, the most widely known format first."""
    return {pk: recording_of(listening) for pk, listening in listenings_of(stories).items()}


def recording_of(listening: Listening) -> Recording:
    """An audio with whole addresses."""
    files = (RecordedFile(public(one.url), one.type, one.bytes) for one in reversed(sources_of(listening)))
    return Recording(tuple(files), listening.seconds, listening.language, listening.notice)


def _audio_object(listening: Listening, story: Story) -> dict[str, Any]:
    """As schema.org/AudioObject; `encoding` holds the same in other formats."""
    address = story.canonical_url or address_of(story)
    first, *others = recording_of(listening).files
    said: dict[str, Any] = {
        "@type": "AudioObject",
        "@id": f"{address}#audio",
        "name": listening.headline,
        **_file(first),
        "duration": f"PT{max(1, round(listening.seconds))}S",
        "inLanguage": listening.language,
        "uploadDate": _time(listening.made_at),
        "accessMode": "auditory",
        "isAccessibleForFree": True,
        "digitalSourceType": SYNTHETIC if listening.notice else RECORDED,
        "productionCompany": {"@id": f"{public('/')}#newsroom"},
        "encodesCreativeWork": {"@id": f"{address}#story"},
    }
    if others:
        said["encoding"] = [{"@type": "MediaObject", **_file(other)} for other in others]
    if captions_of(listening):
        said["caption"] = _captions(listening)
    return said | _how_it_was_made(listening)


def _file(file: RecordedFile) -> dict[str, str]:
    return {"contentUrl": file.url, "encodingFormat": file.type, "contentSize": str(file.bytes)}


def _captions(listening: Listening) -> dict[str, str]:
    return {
        "@type": "MediaObject",
        "contentUrl": public(captions_of(listening)),
        "encodingFormat": "text/vtt",
        "inLanguage": listening.language,
    }


def _how_it_was_made(listening: Listening) -> dict[str, str]:
    if not listening.notice:
        return {}
    return {"description": listening.notice, "creditText": f"{listening.provider}, {listening.voice}"}


def _time(moment: datetime) -> str:
    return timezone.localtime(moment).isoformat(timespec="seconds")


def connect() -> None:
    """Called once, when the app is ready."""
    adds_data(audio_data)
    adds_recordings(recordings)
