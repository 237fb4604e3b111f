"""Whatever a person uploads or a speech server returns becomes plain sound, or one line that says why not."""

from __future__ import annotations

import io
import random
import struct
import wave
from contextlib import suppress
from pathlib import Path

import av
import pytest
from av.audio import AudioStream

from broadsheet.narration.audio.decoding import decode
from broadsheet.narration.audio.filters import frames_of
from broadsheet.narration.audio.flac import pack
from broadsheet.narration.sound import Sound, SoundError, silence
from tests.narration.audio.sounds import RATE, speech

SECONDS = 2.0
FORMS = {
    "mp3": ("mp3", "libmp3lame", RATE),
    "m4a": ("ipod", "aac", 44_100),
    "aac": ("adts", "aac", 44_100),
    "opus": ("ogg", "libopus", 48_000),
    "flac": ("flac", "flac", 96_000),
    "webm": ("webm", "libopus", 48_000),
    "alac": ("ipod", "alac", 44_100),
    "aiff": ("aiff", "pcm_s16be", RATE),
}


def wav(sound: Sound, *, channels: int = 1) -> bytes:
    whole = io.BytesIO()
    with wave.open(whole, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(sound.rate)
        file.writeframes(sound.samples)
    return whole.getvalue()


def made(form: str, sound: Sound | None = None) -> bytes:
    container, codec, rate = FORMS[form]
    whole = io.BytesIO()
    with av.open(whole, "w", format=container) as file:
        stream = file.add_stream(codec, rate=rate, layout="stereo")
        assert isinstance(stream, AudioStream)
        for frame in (*frames_of(sound or speech(SECONDS)), None):
            file.mux(stream.encode(frame))
    return whole.getvalue()


@pytest.mark.parametrize("form", FORMS)
def test_a_file_of_any_usual_kind_is_read(form: str) -> None:
    sound = decode(made(form))
    assert sound.rate == min(FORMS[form][2], 48_000)
    assert sound.seconds == pytest.approx(SECONDS, abs=0.12)
    assert max(memoryview(sound.samples).cast("h")) > 1_000


def test_samples_that_are_plain_already_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_bytes(wav(speech()))
    assert decode(wav(speech())) == decode(tmp_path / "a.wav") == speech()
    with (tmp_path / "a.wav").open("rb") as file:
        assert decode(file) == speech()


def test_two_channels_become_one() -> None:
    left_and_right = b"".join(s.to_bytes(2, "little") * 2 for s in range(0, 20_000, 2))
    assert decode(wav(Sound(left_and_right, RATE), channels=2)).count == 10_000


@pytest.mark.parametrize("unknown", [0xFFFFFFFF, 0x7FFFFFFF, 0])
def test_a_wav_that_was_written_as_it_was_spoken_is_read_to_its_end(unknown: int) -> None:
    data = wav(speech())
    size = struct.pack("<I", unknown)
    assert decode(data[:4] + size + data[8:40] + size + data[44:]) == speech()


@pytest.mark.parametrize("form", ["wav", "m4a", "flac"])
@pytest.mark.parametrize("part", [0.3, 0.7])
def test_a_file_that_breaks_off_is_told_from_a_whole_one(form: str, part: float) -> None:
    data = wav(speech()) if form == "wav" else made(form)
    with pytest.raises(SoundError):
        decode(data[: round(part * len(data))])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"The mole may go.\n" * 500,
        b"<!doctype html><title>Sorry</title>" * 50,
        b'{"error": {"message": "no such voice"}}',
        bytes(50_000),
        random.Random(1).randbytes(50_000),  # noqa: S311  # guards nothing
        b"%PDF-1.7\n" + bytes(2_000),
        b"\x89PNG\r\n\x1a\n" + bytes(2_000),
    ],
    ids=["empty", "text", "html", "json", "zeros", "noise", "pdf", "png"],
)
def test_what_is_no_sound_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(SoundError) as told:
        decode(data)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    "playlist",
    [
        "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile://{file}\n#EXT-X-ENDLIST\n",
        "ffconcat version 1.0\nfile {file}\n",
        '<?xml version="1.0"?><MPD><BaseURL>file://{file}</BaseURL></MPD>',
    ],
)
def test_a_playlist_leads_to_no_other_file(tmp_path: Path, playlist: str) -> None:
    (tmp_path / "secret.wav").write_bytes(wav(speech()))
    with pytest.raises(SoundError):
        decode(playlist.format(file=tmp_path / "secret.wav").encode())


def test_a_film_without_sound_is_refused() -> None:
    whole = io.BytesIO()
    with av.open(whole, "w", format="mp4") as file:
        stream = file.add_stream("mpeg4", rate=5)
        stream.width = stream.height = 32
        stream.pix_fmt = "yuv420p"
        for frame in (av.VideoFrame(32, 32, "yuv420p"), None):
            file.mux(stream.encode(frame))
    with pytest.raises(SoundError, match="There is no sound in this file"):
        decode(whole.getvalue())


@pytest.mark.parametrize("form", ["wav", "flac", "aac"])
def test_what_is_longer_than_it_may_be_is_refused(form: str) -> None:
    quiet = silence(62, 8_000)  # a few hundred bytes of FLAC
    data = {"wav": wav, "flac": pack}.get(form, lambda sound: made(form, sound))(quiet)
    with pytest.raises(SoundError, match="longer than 1 minutes"):
        decode(data, longest=60)


def test_damaged_files_neither_crash_nor_hang() -> None:
    dice = random.Random(6)  # noqa: S311  # guards nothing
    short = Sound(speech().samples[:RATE], RATE)
    told = []
    for whole in (wav(short), pack(short), *(made(form, short) for form in ("mp3", "m4a", "opus", "aac"))):
        for _ in range(12):
            data = bytearray(whole)
            for _ in range(dice.choice([1, 5, 40])):
                data[dice.randrange(min(len(data), dice.choice([64, 1_000, len(data)])))] = dice.randrange(
                    256
                )
            with suppress(SoundError):
                told.append(decode(bytes(data), longest=60).seconds)
    assert 0 < len(told) < 72
    assert max(told) <= 60
