"""Any audio file to plain sound: what a person uploads, and what a speech server returns.

Both are the work of strangers. FFmpeg is told what to expect, since it also reads playlists that lead to other files,
and no more is taken out of a file than a recording can be long.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import SEEK_END, BytesIO
from pathlib import Path
from typing import BinaryIO

import av
from av import AudioFrame, AudioResampler
from av.audio import AudioStream
from av.container import InputContainer

from broadsheet.narration.audio.filters import sound_of
from broadsheet.narration.sound import Sound, SoundError

LONGEST = 3 * 3600.0  # seconds
HIGHEST_RATE, LOWEST_RATE = 48_000, 4_000
MOST_CHANNELS = 8
FILES = "wav,w64,aiff,mp3,aac,flac,ogg,mov,matroska"
CODECS = (
    "mp3,aac,alac,flac,opus,libopus,vorbis,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_s32be,pcm_f32le,\
pcm_f32be,pcm_u8,pcm_alaw,pcm_mulaw"
)
# Their heads say how long the sound is, so that what is missing is missed.
SURE = {"wav", "flac", "mov,mp4,m4a,3gp,3g2,mj2"}
SLACK = 0.5  # seconds that a head may promise too much
ENDLESS = 0x7FFF_0000  # bytes, or more: whoever wrote this into a WAV's head did not know its length yet

BROKEN = "The sound file is broken: export it anew, and try again."
NO_SOUND = "This is no sound file that can be read: give an MP3, M4A, WAV, FLAC, Ogg or Opus file."
CUT_OFF = "The sound file breaks off before its end: upload it again."


def decode(data: bytes | Path | BinaryIO, *, longest: float = LONGEST, only: str = FILES) -> Sound:
    """The sound in a file of one of the kinds in `only`: one channel, at its own rate up to 48,000.

    Raises `SoundError` for everything that is no sound, is not whole, or lasts longer than `longest` seconds.
    """
    if isinstance(data, Path):
        with data.open("rb") as file:
            return _decode(file, longest, only)
    return _decode(BytesIO(data) if isinstance(data, bytes) else data, longest, only)


@contextmanager
def opened(file: BinaryIO, *, only: str = FILES) -> Iterator[tuple[InputContainer, AudioStream]]:
    """A file of one of the kinds in `only`, and its sound; whatever FFmpeg has to say of it is a `SoundError`."""
    options = {"format_whitelist": only, "codec_whitelist": CODECS, "protocol_whitelist": "none"}
    known = False
    try:
        with av.open(file, "r", options=options, metadata_errors="replace") as container:
            if not container.streams.audio:
                raise SoundError("There is no sound in this file.")
            known = True
            yield container, container.streams.audio[0]
    except (av.error.FFmpegError, ValueError) as error:
        raise SoundError(BROKEN if known else NO_SOUND) from error


def _decode(file: BinaryIO, longest: float, only: str) -> Sound:
    if _is_cut_wav(file):
        raise SoundError(CUT_OFF)
    with opened(file, only=only) as (container, stream):
        return _sound_in(container, stream, longest)


def _is_cut_wav(file: BinaryIO) -> bool:
    """Whether a WAV's head promises more than there is, which FFmpeg overlooks."""
    head = file.read(8)
    length = file.seek(0, SEEK_END)
    file.seek(0)
    promised = int.from_bytes(head[4:], "little")
    return head[:4] == b"RIFF" and promised < ENDLESS and promised + len(head) > length + 1


def _sound_in(container: InputContainer, stream: AudioStream, longest: float) -> Sound:
    rate = min(stream.rate or 0, HIGHEST_RATE)
    if rate < LOWEST_RATE or not 1 <= stream.channels <= MOST_CHANNELS:
        raise SoundError(BROKEN)
    promised = _promised(container, stream)
    if promised > longest:
        raise _too_long(longest)
    sound = sound_of(_plain(container, stream, rate, longest), rate)
    if not sound.count:
        raise SoundError("There is no sound in this file.")
    if sound.seconds < promised - SLACK:
        raise SoundError(CUT_OFF)
    return sound


def _promised(container: InputContainer, stream: AudioStream) -> float:
    """The seconds that the file's head tells, if it can be believed."""
    if container.format.name not in SURE or stream.duration is None or stream.time_base is None:
        return 0.0
    return float(stream.duration * stream.time_base)


def _plain(container: InputContainer, stream: AudioStream, rate: int, longest: float) -> Iterator[AudioFrame]:
    resampler = AudioResampler(format="s16", layout="mono", rate=rate)
    count = 0
    for frame in _with_end(container.decode(stream)):
        for plain in resampler.resample(frame):
            count += plain.samples
            if count > longest * rate:
                raise _too_long(longest)
            yield plain


def _with_end(frames: Iterator[AudioFrame]) -> Iterator[AudioFrame | None]:
    """All frames, and then the word that no more come, upon which a resampler gives what it holds back."""
    yield from frames
    yield None


def _too_long(longest: float) -> SoundError:
    return SoundError(f"The sound is longer than {longest / 60:.0f} minutes: cut it, and try again.")
