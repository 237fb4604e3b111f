"""Sound as it comes from a voice: plain samples."""

from __future__ import annotations

from dataclasses import dataclass

WIDTH = 2  # bytes a sample


@dataclass(frozen=True, slots=True)
class Sound:
    """One channel of signed 16-bit little-endian samples, `rate` of them a second."""

    samples: bytes
    rate: int

    @property
    def count(self) -> int:
        """How many samples there are."""
        return len(self.samples) // WIDTH

    @property
    def seconds(self) -> float:
        return self.count / self.rate


def silence(seconds: float, rate: int) -> Sound:
    """Nothing to be heard, for that long."""
    return Sound(bytes(WIDTH * round(seconds * rate)), rate)


class SoundError(Exception):
    """Sound that cannot be read, made or kept. The message is one line for an editor."""
