"""Sentences follow each other with exactly the pauses that were asked for."""

from __future__ import annotations

import pytest

from broadsheet.narration.audio.joining import MARGIN, join, trimmed
from broadsheet.narration.sound import Sound, SoundError, silence
from tests.narration.audio.sounds import RATE, steady


def test_the_times_of_the_pieces_are_theirs_in_the_whole() -> None:
    whole, times = join([(steady(1.0), 0.4), (steady(0.5), 0.7)])
    assert times == [(0.0, 1.0), pytest.approx((1.4, 1.9))]
    assert whole.seconds == pytest.approx(2.6)
    assert whole.samples[: 2 * RATE] == steady(1.0).samples
    assert not any(whole.samples[2 * RATE : 2 * round(1.4 * RATE)])


@pytest.mark.parametrize("hiss", [0, 60])
def test_quiet_at_the_ends_of_a_piece_adds_nothing_to_a_pause(hiss: int) -> None:
    quiet = steady(3.0, loud=hiss)
    piece = Sound(quiet.samples + steady(1.0).samples + quiet.samples, RATE)
    whole, times = join([(piece, 0.5), (piece, 0.0)])
    assert whole.seconds == pytest.approx(2 + 0.5 + 4 * MARGIN, abs=0.05)
    assert times[1][0] - times[0][1] == pytest.approx(0.5, abs=0.001)


def test_quiet_within_a_piece_stays() -> None:
    piece = Sound(steady(0.5).samples + silence(1.0, RATE).samples + steady(0.5).samples, RATE)
    assert trimmed(piece) == piece


def test_soft_sounds_at_the_ends_are_left() -> None:
    soft = Sound(steady(0.3, loud=200).samples + steady(0.5).samples, RATE)
    assert trimmed(soft) == soft


def test_a_piece_of_silence_takes_no_time() -> None:
    whole, times = join([(silence(5.0, RATE), 0.2), (steady(1.0), 0.0), (Sound(b"", RATE), 0.0)])
    assert times == [(0.0, pytest.approx(0.0, abs=2 * MARGIN)), *times[1:]]
    assert whole.seconds < 1.2 + 3 * MARGIN


def test_pieces_of_different_rates_are_brought_to_one() -> None:
    whole, times = join([(steady(1.0, rate=16_000), 0.1), (steady(1.0, rate=24_000), 0.1)])
    assert whole.rate == 24_000
    assert [end - start for start, end in times] == pytest.approx([1.0, 1.0], abs=0.01)


def test_nothing_cannot_be_joined() -> None:
    with pytest.raises(SoundError, match="nothing to join"):
        join([])
