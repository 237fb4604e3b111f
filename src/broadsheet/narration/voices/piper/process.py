"""Piper's process, from the newsroom's side: started when it is needed, kept warm, ended when it fails."""

from __future__ import annotations

import json
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import IO, Any, cast

from broadsheet.narration.sound import Sound
from broadsheet.narration.voices.contract import VoiceError
from broadsheet.narration.voices.piper.pipe import BrokenAnswerError, Pipe

LONGEST_REASON = 250  # characters
DYING = 5.0  # seconds in which a killed process is gone


class SpeakerProcess:
    """One program that answers one request at a time; after a failure the next request starts it anew."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = tuple(command)
        self._turn = threading.Lock()
        self._running: _Running | None = None

    @property
    def pid(self) -> int | None:
        """Of the process, while it runs."""
        running = self._running
        return running.process.pid if running and running.is_alive() else None

    def ask(self, request: Mapping[str, Any], *, within: float) -> Sound:
        """The answer, after at most so many seconds. Raises `VoiceError`."""
        until = time.monotonic() + within
        if not self._turn.acquire(timeout=within):
            raise VoiceError("Piper is busy with other sentences.")
        try:
            return self._answer(request, until)
        except BrokenAnswerError as error:
            reason = self._running.ending() if self._running else ""
            raise VoiceError(f"Piper {error}{reason}.") from error
        finally:
            self._turn.release()

    def close(self) -> None:
        """End the process, whatever it is doing."""
        if running := self._running:
            running.kill()
            # Whoever is reading from it sees its end, and lets go of it first.
            with self._turn:
                running.end()

    def _answer(self, request: Mapping[str, Any], until: float) -> Sound:
        running = self._started(until)
        try:
            running.write(request)
            header = running.pipe.header(until)
            if "error" not in header:
                return Sound(running.pipe.samples(header.get("bytes"), until), _rate(header))
        except BrokenAnswerError:
            running.end()
            raise
        raise _told("could not say it", header)

    def _started(self, until: float) -> _Running:
        if self._running and self._running.is_alive():
            return self._running
        if self._running:
            self._running.end()
        self._running = running = _Running(self._command)
        try:
            header = running.pipe.header(until)
        except BrokenAnswerError:
            running.end()
            raise
        if "error" in header:
            running.end()
            raise _told("could not start", header)
        return running


class _Running:
    """A program that was started, and the thread that waits for its end, so that the system can forget it."""

    def __init__(self, command: Sequence[str]) -> None:
        try:
            # In a session of its own: whoever stops the worker from the keyboard does not cut a sentence.
            self.process = subprocess.Popen(  # noqa: S603 - our own program
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError as error:
            raise VoiceError(f"Piper could not be started: {error.strerror or error}.") from error
        self._stdin = cast(IO[bytes], self.process.stdin)
        self._stdout = cast(IO[bytes], self.process.stdout)
        self.pipe = Pipe(self._stdout.fileno())
        self._waiting = threading.Thread(target=self.process.wait, name="piper's end", daemon=True)
        self._waiting.start()

    def is_alive(self) -> bool:
        return self._waiting.is_alive()

    def write(self, request: Mapping[str, Any]) -> None:
        try:
            self._stdin.write(json.dumps(request).encode() + b"\n")
            self._stdin.flush()
        except OSError as error:
            raise BrokenAnswerError("ended before it was asked") from error

    def kill(self) -> None:
        """End it now. Any thread may."""
        self.process.kill()

    def end(self) -> None:
        """Kill it, wait until it is gone, and let go of its pipes. May be called twice, by whose turn it is."""
        self.process.kill()
        self._waiting.join(DYING)
        with suppress(OSError):
            self._stdin.close()
        self._stdout.close()

    def ending(self) -> str:
        """By what it ended, for those who look for the reason."""
        code = self.process.returncode
        return f" (signal {-code})" if code is not None and code < 0 else ""


def _told(what: str, header: Mapping[str, Any]) -> VoiceError:
    reason = " ".join(str(header["error"]).split())[:LONGEST_REASON]
    return VoiceError(f"Piper {what}: {reason}", again=bool(header.get("again", True)))


def _rate(header: Mapping[str, Any]) -> int:
    rate = header.get("rate")
    if not isinstance(rate, int) or rate <= 0:
        raise BrokenAnswerError("announced sound of a speed that cannot be")
    return rate
