"""The program that runs Piper, in a process of its own: Piper is under the GPL, and nothing of Broadsheet is in here.

Started as `python speaker.py MODEL.onnx`. It says on its standard output that it is ready, then answers each line of
JSON on its standard input, `{"text", "speed", "speaker"}`, with one line of JSON: `{"rate", "bytes"}` and so many bytes
of sound after it (signed 16-bit little-endian samples, one channel), or `{"error", "again"}`.
"""

from __future__ import annotations

import importlib
import json
import os
import queue
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

IDLE = 600.0  # seconds without a request after which the memory goes back to a small machine
WATCH = 5.0  # seconds between looks at whether the parent is still there
GAP = 0.2  # seconds between two sentences of one request
BREATH = 160  # phonemes that are spoken in one go, about ten seconds
LOUDEST = 32_767
LONGEST_REASON = 200  # characters
KINDNESS = 10  # readers and editors go first
CORES = 2  # at most: a second one saves two fifths of the time, and the others are for readers


class UnableError(Exception):
    """Cannot speak with this model, today or tomorrow. The message is for an operator."""


def main() -> None:
    """Answer until nobody asks any more."""
    out = _stdout_to_ourselves()
    os.nice(KINDNESS)
    # Whoever stops a service tells all its processes at once: the worker may end its sentence, and then ends us.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    requests = _requests()
    try:
        voice = _load(Path(sys.argv[1]))
    except Exception as error:  # whatever a broken model does to the libraries, it is told in one line
        _answer(out, error=_reason(error), again=isinstance(error, MemoryError | OSError))
        return
    _answer(out, rate=voice.config.sample_rate)
    for request in _until_idle(requests):
        _speak(voice, request, out)


def _stdout_to_ourselves() -> BinaryIO:
    """Keep the real output for answers; what libraries print goes where errors go."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return out


def _requests() -> queue.Queue[bytes]:
    lines: queue.Queue[bytes] = queue.Queue()
    threading.Thread(target=_read, args=(lines,), daemon=True).start()
    return lines


def _read(lines: queue.Queue[bytes]) -> None:
    # Without a buffer: its lock, held by a thread that waits, would have Python abort at its end.
    stdin = os.fdopen(0, "rb", buffering=0)
    while line := stdin.readline():
        lines.put(line)
    # Whoever asked is gone: nobody wants the rest of the sentence.
    os._exit(0)


def _until_idle(lines: queue.Queue[bytes]) -> Iterator[dict[str, Any]]:
    # Not prctl's signal at the parent's death: it comes when the parent's *thread* ends, and threads come and go.
    parent, last = os.getppid(), time.monotonic()
    while os.getppid() == parent and time.monotonic() - last < IDLE:
        try:
            yield json.loads(lines.get(timeout=WATCH))
        except queue.Empty:
            continue
        last = time.monotonic()


def _load(model: Path) -> Any:
    try:
        onnxruntime, piper = importlib.import_module("onnxruntime"), importlib.import_module("piper")
    except ImportError as error:
        raise UnableError("Piper is not installed: pip install “broadsheet[narration]”.") from error
    config = json.loads(Path(f"{model}.json").read_text(encoding="utf-8"))
    options = onnxruntime.SessionOptions()
    # PiperVoice.load() would take every core, and keep one busy with waiting for another.
    options.intra_op_num_threads, options.inter_op_num_threads = min(CORES, _cores()), 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 4
    session = onnxruntime.InferenceSession(
        str(model), sess_options=options, providers=["CPUExecutionProvider"]
    )
    return piper.PiperVoice(config=piper.PiperConfig.from_dict(config), session=session)


def _cores() -> int:
    """How many this process may run on, where the system tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _speak(voice: Any, request: dict[str, Any], out: BinaryIO) -> None:
    try:
        samples = _samples(voice, request)
    except Exception as error:  # one sentence that cannot be said must not end the process
        _answer(out, error=_reason(error), again=True)
    else:
        _answer(out, samples, rate=voice.config.sample_rate, bytes=len(samples))


def _samples(voice: Any, request: dict[str, Any]) -> bytes:
    sentences = [
        _sentence(voice, phonemes, request) for phonemes in voice.phonemize(request["text"]) if phonemes
    ]
    return bytes(2 * round(GAP * voice.config.sample_rate)).join(sentences)


def _sentence(voice: Any, phonemes: list[str], request: dict[str, Any]) -> bytes:
    synthesis = importlib.import_module("piper").SynthesisConfig(
        speaker_id=request["speaker"], length_scale=voice.config.length_scale / request["speed"]
    )
    ids = [voice.phonemes_to_ids(part) for part in _parts(phonemes)]
    return b"".join(_pcm(voice.phoneme_ids_to_audio(part, synthesis)) for part in ids)


def _parts(phonemes: list[str]) -> Iterator[list[str]]:
    """A long sentence in breaths: what the model needs in memory grows with each, to 1.7 GB for a minute."""
    while len(phonemes) > BREATH:
        end = _breath(phonemes)
        yield phonemes[:end]
        phonemes = phonemes[end:]
    yield phonemes


def _breath(phonemes: list[str]) -> int:
    """Where the first breath ends: at its last comma, else between words, else anywhere."""
    for stops, least in ((",;:", BREATH // 3), (" ", 1)):
        found = [place for place in range(least, BREATH) if phonemes[place] in stops]
        if found:
            return found[-1] + 1
    return BREATH


def _pcm(audio: Any) -> bytes:
    # As loud as the model spoke: Piper's own way, each sentence to its peak, makes short ones shout.
    loud: bytes = (audio.clip(-1, 1) * LOUDEST).astype("<i2").tobytes()
    return loud


def _answer(out: BinaryIO, samples: bytes = b"", **header: Any) -> None:
    out.write(json.dumps(header).encode() + b"\n" + samples)
    out.flush()


def _reason(error: Exception) -> str:
    words = " ".join(str(error).split()) or type(error).__name__
    return words if isinstance(error, UnableError) else f"{type(error).__name__}: {words}"[:LONGEST_REASON]


if __name__ == "__main__":
    main()
