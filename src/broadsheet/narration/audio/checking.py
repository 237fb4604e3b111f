"""The last look at a file before listeners get it."""

from __future__ import annotations

from pathlib import Path

from broadsheet.narration.audio.decoding import opened
from broadsheet.narration.sound import SoundError

OFF = 0.2  # seconds


def check(path: Path, *, seconds: float) -> None:
    """Raise `SoundError` unless the file can be decoded to its end and is as long as it has to be."""
    try:
        there = _seconds(path)
    except OSError as error:
        raise SoundError(f"The audio that was made cannot be read: {error.strerror}.") from error
    if abs(there - seconds) > OFF:
        raise SoundError(
            f"The audio that was made lasts {there:.1f} seconds and not {seconds:.1f}: voice it again."
        )


def _seconds(path: Path) -> float:
    # Frames are counted and thrown away: nothing else is to be known of the sound.
    with path.open("rb") as file, opened(file) as (container, stream):
        return sum(frame.samples for frame in container.decode(stream)) / stream.rate
