"""What listeners get: whole files with their tags, as loud as the sound that they were made of."""

from __future__ import annotations

import io
from pathlib import Path

import av
import pytest

from broadsheet.narration.audio.checking import check
from broadsheet.narration.audio.decoding import decode
from broadsheet.narration.audio.encoding import Form, Tags, encode
from broadsheet.narration.audio.files import make_files
from broadsheet.narration.audio.loudness import level, measure
from broadsheet.narration.sound import SoundError, silence
from tests.narration.audio.sounds import RATE, speech

TAGS = Tags(
    title="“Fähre” & moles",
    artist="Ada Marsh",
    album="The Harbour Ledger",
    date="2026-11-29",
    comment="This audio is created with AI assistance",
    language="en-GB",
)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[Form, Path]:
    """Levelled speech in every form."""
    return make_files(level(speech(8.0))[0], tmp_path_factory.mktemp("audio"), tags=TAGS)


@pytest.mark.parametrize("form", Form)
def test_a_listener_hears_it_as_loud_as_it_should_be_and_nothing_clips(
    files: dict[Form, Path], form: Form
) -> None:
    heard = decode(files[form])
    assert heard.seconds == pytest.approx(8.0, abs=0.1)
    assert measure(heard).lufs == pytest.approx(-16, abs=1)
    assert measure(heard).peak < 0
    samples = memoryview(heard.samples).cast("h")
    assert max(samples) < 32_767
    assert min(samples) > -32_768


@pytest.mark.parametrize("form", Form)
def test_the_tags_can_be_read(files: dict[Form, Path], form: Form) -> None:
    with av.open(str(files[form])) as file:
        read = file.metadata | file.streams.audio[0].metadata
    language = "eng" if form is Form.M4A else "en-GB"
    assert {name: read[name] for name in ("title", "artist", "album", "date", "comment", "language")} == {
        "title": TAGS.title,
        "artist": TAGS.artist,
        "album": TAGS.album,
        "date": TAGS.date,
        "comment": TAGS.comment,
        "language": language,
    }


def test_a_player_can_begin_with_the_first_bytes_of_an_m4a(files: dict[Form, Path]) -> None:
    data = files[Form.M4A].read_bytes()
    assert data[4:12] == b"ftypM4A "
    assert data.index(b"moov") < data.index(b"mdat")


def test_an_opus_file_is_one_for_any_player(files: dict[Form, Path]) -> None:
    data = files[Form.OPUS].read_bytes()
    assert (data[:4], data[28:36]) == (b"OggS", b"OpusHead")
    assert decode(files[Form.OPUS]).rate == 48_000


@pytest.mark.parametrize(("form", "bits"), [(Form.M4A, 64_000), (Form.OPUS, 32_000)])
def test_it_is_as_small_as_it_should_be(files: dict[Form, Path], form: Form, bits: int) -> None:
    assert files[form].stat().st_size * 8 / 8.0 < 1.25 * bits


@pytest.mark.parametrize("form", Form)
def test_the_same_sound_makes_the_same_file(tmp_path: Path, form: Form) -> None:
    for name in ("one", "two"):
        encode(speech(), tmp_path / name, form=form, tags=TAGS)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("form", Form)
def test_a_full_disk_is_named_and_nothing_is_left(tmp_path: Path, form: Form) -> None:
    path = tmp_path / "audio"
    path.symlink_to("/dev/full")
    with pytest.raises(SoundError, match=f"disk is full.*{tmp_path.name}"):
        encode(speech(), path, form=form, tags=TAGS)
    assert not path.is_symlink()


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(SoundError, match=r"cannot be written to .*gone: No such file"):
        encode(speech(), tmp_path / "gone/audio.m4a", form=Form.M4A, tags=TAGS)


@pytest.mark.parametrize("form", Form)
def test_a_file_that_breaks_off_or_is_of_another_length_passes_no_check(
    files: dict[Form, Path], tmp_path: Path, form: Form
) -> None:
    check(files[form], seconds=8.0)
    with pytest.raises(SoundError, match=r"lasts 8\.0 seconds and not 9\.0"):
        check(files[form], seconds=9.0)
    part = tmp_path / "part"
    data = files[form].read_bytes()
    for length in (0, 100, len(data) // 2, len(data) - 3_000):
        part.write_bytes(data[:length])
        with pytest.raises(SoundError):
            check(part, seconds=8.0)


def test_a_file_that_is_gone_passes_no_check(tmp_path: Path) -> None:
    with pytest.raises(SoundError, match="cannot be read: No such file"):
        check(tmp_path / "gone", seconds=1)


def test_tags_that_are_empty_are_left_out(tmp_path: Path) -> None:
    tags = Tags(title="Moles", artist="", album="", date="", comment="", language="xx")
    encode(silence(0.5, RATE), tmp_path / "a.m4a", form=Form.M4A, tags=tags)
    with av.open(io.BytesIO((tmp_path / "a.m4a").read_bytes())) as file:
        assert "comment" not in file.metadata
        assert file.streams.audio[0].metadata["language"] == "und"
