"""A speech server of the tests' own: answers with tones, or in the ways in which servers fail."""

from __future__ import annotations

import json
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from broadsheet.narration.spoken import plainly
from broadsheet.narration.voices.memory import MemoryVoice
from broadsheet.narration.voices.openai.voice import OpenAiVoice, Service

KEY = "sk-nobody-may-see-this"
Behaviour = Callable[["Talk"], None]


class Talk(BaseHTTPRequestHandler):
    """One request. What the server's `behaviours` hold is done first, one a request; after them it speaks."""

    server: SpeechServer
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        self.asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, dict(self.headers), self.asked))
        behaviours = self.server.behaviours
        (behaviours.pop(0) if behaviours else speak)(self)

    def answer(self, body: bytes, *, status: int = 200, length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def tones(self) -> bytes:
        return MemoryVoice().speak(plainly(self.asked["input"])).samples

    def log_message(self, *args: object) -> None:
        """Tests print nothing."""


class SpeechServer(ThreadingHTTPServer):
    """Listens on a port of its own. `asked` keeps paths, headers and bodies."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Talk)
        self.asked: list[tuple[str, dict[str, str], dict[str, str]]] = []
        self.behaviours: list[Behaviour] = []
        self.ended = threading.Event()

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever asked went away, as some are meant to."""

    def voice(self, *, form: str = "wav", key: str = KEY, patience: float = 10.0) -> OpenAiVoice:
        service = Service(f"http://127.0.0.1:{self.server_port}/v1", "tts-1", "alloy", form)
        return OpenAiVoice(service, language="en", key=key, patience=patience)


@contextmanager
def speech_server(context: ssl.SSLContext | None = None) -> Iterator[SpeechServer]:
    with SpeechServer() as server:
        if context:
            server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield server
        finally:
            server.ended.set()
            server.shutdown()
            thread.join()


def wav(samples: bytes, *, length: int | None = None) -> bytes:
    """A WAV file of one channel at 22,050 Hz, whose head claims `length` bytes of sound."""
    length = len(samples) if length is None else length
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, 22_050, 44_100, 2, 16)
    whole = min(length + 36, 0xFFFF_FFFF)
    return (
        struct.pack("<4sI4s", b"RIFF", whole, b"WAVE") + form + struct.pack("<4sI", b"data", length) + samples
    )


def speak(talk: Talk) -> None:
    talk.answer(talk.tones() if talk.asked["response_format"] == "pcm" else wav(talk.tones()))


def speak_before_the_length_is_known(talk: Talk) -> None:
    """As real servers do: chunked, with a length that cannot be."""
    body = wav(talk.tones(), length=0xFFFF_FFFF)
    talk.send_response(200)
    talk.send_header("Transfer-Encoding", "chunked")
    talk.end_headers()
    talk.wfile.write(b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body))


def refuse(status: int, words: str = "") -> Behaviour:
    return lambda talk: talk.answer(json.dumps({"error": {"message": words}}).encode(), status=status)


def say(body: bytes) -> Behaviour:
    return lambda talk: talk.answer(body)


def be_silent(talk: Talk) -> None:
    talk.answer(wav(bytes(22_050)))


def hang(talk: Talk) -> None:
    talk.server.ended.wait(10)


def drip(talk: Talk) -> None:
    """A byte now and then, for ever, so that no single wait is long."""
    talk.send_response(200)
    talk.send_header("Content-Length", "100000")
    talk.end_headers()
    while not talk.server.ended.wait(0.05):
        talk.wfile.write(b"R")


def drip_headers(talk: Talk) -> None:
    talk.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not talk.server.ended.wait(0.05):
        talk.wfile.write(b"x")


def break_off(talk: Talk) -> None:
    body = wav(talk.tones())
    talk.answer(body[: len(body) // 2], length=len(body))
    talk.close_connection = True


def break_off_unnoticed(talk: Talk) -> None:
    """Only the file's own head tells that something is missing."""
    talk.answer(wav(talk.tones()[:20_000], length=200_000))


def send_for_ever(talk: Talk) -> None:
    talk.send_response(200)
    talk.send_header("Connection", "close")
    talk.end_headers()
    while not talk.server.ended.is_set():
        talk.wfile.write(bytes(65_536))


def hang_up(talk: Talk) -> None:
    talk.close_connection = True
