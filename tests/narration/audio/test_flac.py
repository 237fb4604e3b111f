"""The sound of a sentence comes out of the cache as it went in."""

from __future__ import annotations

import pytest

from broadsheet.narration.audio.flac import pack, unpack
from broadsheet.narration.sound import Sound, SoundError, silence
from tests.narration.audio.sounds import RATE, speech, steady


@pytest.mark.parametrize(
    "sound",
    [
        *(speech(), silence(1.0, RATE), steady(12.0, rate=16_000, loud=32_767)),
        *(Sound(speech().samples[:2], RATE), Sound(speech().samples[:9_998], 48_000)),
    ],
)
def test_nothing_is_lost(sound: Sound) -> None:
    assert unpack(pack(sound)) == sound


def test_it_takes_less_room() -> None:
    assert len(pack(speech())) < 0.8 * len(speech().samples)


def test_no_sound_at_all_is_not_kept() -> None:
    with pytest.raises(SoundError, match="no sound to keep"):
        pack(Sound(b"", RATE))


@pytest.mark.parametrize("length", [0, 4, 100, 9_000])
def test_a_file_that_breaks_off_is_not_used(length: int) -> None:
    with pytest.raises(SoundError):
        unpack(pack(speech())[:length])


@pytest.mark.parametrize("data", [b"nonsense" * 1000, b"RIFF____WAVEfmt ", b"fLaC" + bytes(500)])
def test_what_is_no_flac_is_not_used(data: bytes) -> None:
    with pytest.raises(SoundError):
        unpack(data)
