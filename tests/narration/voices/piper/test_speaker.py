"""The program that runs Piper."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from broadsheet.narration.spoken import plainly
from broadsheet.narration.voices.contract import VoiceError
from broadsheet.narration.voices.piper import speaker
from broadsheet.narration.voices.piper.models import Model, installed_models
from broadsheet.narration.voices.piper.voice import SPEAKER, PiperVoice
from tests.narration.voices.ways import piper

LONG = plainly("The harbour council voted to rebuild the old fish market. " * 16)


@pytest.fixture(scope="module")
def voice() -> Iterator[PiperVoice]:
    with piper() as found:
        yield found


def test_piper_killed_in_the_middle_of_a_sentence_speaks_the_next(voice: PiperVoice) -> None:
    voice.speak(plainly("Good morning."))
    killed = voice.process.pid
    threading.Timer(0.3, os.kill, (killed, signal.SIGKILL)).start()
    with pytest.raises(VoiceError, match="signal 9") as failed:
        voice.speak(LONG)
    assert failed.value.again
    assert voice.speak(plainly("Good morning.")).seconds > 0.3
    assert voice.process.pid != killed


def test_piper_does_not_end_a_sentence_for_which_nobody_waits(voice: PiperVoice) -> None:
    command = [sys.executable, "-P", str(SPEAKER), str(installed_models()[0].path)]
    with subprocess.Popen(  # noqa: S603 - our own program
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert json.loads(process.stdout.readline()) == {"rate": 22_050}
        process.stdin.write(json.dumps({"text": LONG.words, "speed": 1, "speaker": None}).encode() + b"\n")
        process.stdin.close()
        assert process.stdout.read() == b""
    assert process.returncode == 0


def test_a_program_that_has_nothing_more_to_do_ends_in_peace(voice: PiperVoice, tmp_path: Path) -> None:
    command = [sys.executable, "-P", str(SPEAKER), str(tmp_path / "none.onnx")]
    with subprocess.Popen(  # noqa: S603 - our own program
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert "No such file" in json.loads(process.stdout.readline())["error"]
        assert process.stderr.read() == b""
        assert process.wait(10) == 0


def test_a_broken_model_is_named_in_one_line(voice: PiperVoice, tmp_path: Path) -> None:
    path = tmp_path / "broken.onnx"
    path.write_bytes(b"not a model")
    config = Path(f"{installed_models()[0].path}.json").read_text()
    path.with_name("broken.onnx.json").write_text(config)
    broken = PiperVoice(Model(path, "en", {}, frozenset()))
    with pytest.raises(VoiceError, match="Piper could not start: ") as failed:
        broken.speak(plainly("Good morning."))
    assert not failed.value.again
    assert "\n" not in str(failed.value)
    assert broken.process.pid is None


def test_nothing_of_broadsheet_is_in_pipers_process_and_nothing_of_piper_in_ours() -> None:
    assert "broadsheet." not in SPEAKER.read_text()
    code = "import sys; import broadsheet.narration.voices.piper.voice as v; print('piper' in sys.modules)"
    told = subprocess.check_output([sys.executable, "-c", code], text=True)  # noqa: S603 - our own program
    assert told.strip() == "False"


def test_a_long_sentence_is_said_in_breaths_that_end_at_commas() -> None:
    phonemes = list("abcd efgh, " * 60)
    parts = list(speaker._parts(phonemes))
    assert [sign for part in parts for sign in part] == phonemes
    assert all(len(part) <= speaker.BREATH for part in parts)
    assert all(part[-1] == "," for part in parts[:-1])


@pytest.mark.parametrize("sign", ["ab ", "a"])
def test_one_without_commas_in_breaths_that_end_anywhere(sign: str) -> None:
    parts = list(speaker._parts(list(sign * 500)))
    assert "".join(map("".join, parts)) == sign * 500
    assert all(0 < len(part) <= speaker.BREATH for part in parts)


def test_piper_rests_when_nobody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speaker, "IDLE", 0.1)
    monkeypatch.setattr(speaker, "WATCH", 0.02)
    lines: queue.Queue[bytes] = queue.Queue()
    lines.put(b'{"text": "one"}')
    started = time.monotonic()
    assert list(speaker._until_idle(lines)) == [{"text": "one"}]
    assert 0.1 <= time.monotonic() - started < 5


@pytest.mark.parametrize(("cores", "taken"), [(64, 2), (1, 1)])
def test_piper_takes_two_cores_at_most_and_leaves_none_waiting(
    cores: int, taken: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(cores)), raising=False)
    options = speaker._load(installed_models()[0].path).session.get_session_options()
    assert (options.intra_op_num_threads, options.inter_op_num_threads) == (taken, 1)
    assert options.get_session_config_entry("session.intra_op.allow_spinning") == "0"
