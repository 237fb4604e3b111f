"""Sound to the files that listeners get."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import av
from av.audio import AudioStream
from av.container import OutputContainer

from broadsheet.narration.audio.filters import frames_of
from broadsheet.narration.audio.languages import in_three_letters
from broadsheet.narration.sound import Sound, SoundError


@dataclass(frozen=True, slots=True)
class Tags:
    """What a player shows of a file. `date` as YYYY-MM-DD; `language` as the paper writes it."""

    title: str
    artist: str
    album: str
    date: str
    comment: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class _Making:
    ending: str
    type: str
    container: str
    container_options: dict[str, str]
    codec: str
    rates: tuple[int, ...]  # the first that loses nothing is taken
    bits: int  # a second
    codec_options: dict[str, str]


class Form(Enum):
    """The forms of audio that a story has: AAC, which everything plays, and Opus, half as large."""

    # The quick way to encode AAC takes a third of the time, and speech at 64 kbit/s is nearer to the original by it.
    M4A = _Making(
        "m4a",
        "audio/mp4",
        "ipod",  # the brand M4A, which podcast players take for audio
        {"movflags": "+faststart", "fflags": "+bitexact"},  # the same sound makes the same file
        "aac",
        (44_100,),
        64_000,
        {"aac_coder": "fast"},
    )
    # At 32 kbit/s speech gains nothing by more effort, which would take twice the time.
    OPUS = _Making(
        "opus",
        "audio/ogg; codecs=opus",
        "ogg",
        {"fflags": "+bitexact"},
        "libopus",
        (24_000, 48_000),  # players take it for 48,000 either way
        32_000,
        {"application": "voip", "compression_level": "0"},
    )

    @property
    def ending(self) -> str:
        """What names of such files end with, without its dot."""
        return self.value.ending

    @property
    def type(self) -> str:
        """The media type, with its codec where a browser needs it to choose."""
        return self.value.type


def encode(sound: Sound, path: Path, *, form: Form, tags: Tags) -> None:
    """Write the sound to `path`, whole; when that fails, `SoundError`, and there is no file."""
    try:
        with _written(path, form) as file:
            stream = _stream(file, sound.rate, form, tags)
            for frame in (*frames_of(sound), None):
                file.mux(stream.encode(frame))
    except (OSError, av.error.FFmpegError) as error:
        path.unlink(missing_ok=True)
        raise SoundError(_why_not(error, path)) from error


def _written(path: Path, form: Form) -> OutputContainer:
    making = form.value
    # A name is a name, even where it looks like an address.
    return av.open(f"file:{path}", "w", format=making.container, options=making.container_options)


def _stream(file: OutputContainer, rate: int, form: Form, tags: Tags) -> AudioStream:
    making = form.value
    rate = next((enough for enough in making.rates if enough >= rate), making.rates[-1])
    stream = file.add_stream(making.codec, rate=rate, options=making.codec_options, layout="mono")
    assert isinstance(stream, AudioStream)  # noqa: S101  # as its codec is
    stream.bit_rate = making.bits
    for name, words in _named(tags, form):
        # Ogg keeps its comments with the stream, MP4 with the file; its stream only has a language.
        (stream if form is Form.OPUS else file).metadata[name] = words
    if form is Form.M4A:
        stream.metadata["language"] = in_three_letters(tags.language)
    return stream


def _named(tags: Tags, form: Form) -> Iterator[tuple[str, str]]:
    for name in ("title", "artist", "album", "date", "comment"):
        if words := getattr(tags, name):
            yield name, words
    if form is Form.OPUS:
        yield "language", tags.language


def _why_not(error: OSError | av.error.FFmpegError, path: Path) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk is full, so that no audio can be written to {path.parent}: make room on it."
    return f"The audio cannot be written to {path.parent}: {error.strerror}."
