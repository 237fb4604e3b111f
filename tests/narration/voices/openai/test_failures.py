"""A speech server may do what it likes: there is one line without secrets, and the next sentence is said."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterator

import pytest

from broadsheet.narration.spoken import Run, Spoken, plainly
from broadsheet.narration.voices.checking import Checked
from broadsheet.narration.voices.contract import VoiceError
from broadsheet.narration.voices.openai import asking
from broadsheet.narration.voices.openai.voice import OpenAiVoice, Service
from tests.delivery.transports.ways import CERTIFICATE
from tests.narration.voices import speech_server as does
from tests.narration.voices.speech_server import KEY, Behaviour, SpeechServer, speech_server

SENTENCE = plainly("The harbour council voted.")


@pytest.fixture(scope="module")
def running() -> Iterator[SpeechServer]:
    with speech_server() as server:
        yield server


@pytest.fixture
def server(running: SpeechServer) -> SpeechServer:
    running.asked.clear()
    running.behaviours.clear()
    return running


def failure(voice: OpenAiVoice) -> VoiceError:
    with pytest.raises(VoiceError) as failed:
        Checked(voice).speak(SENTENCE)
    words = str(failed.value)
    assert "\n" not in words
    assert len(words) < 300
    assert KEY not in words
    assert KEY[3:] not in words
    return failed.value


PASSING = {
    "429": (does.refuse(429), "has too much to do (429)"),
    "500": (does.refuse(500, "Traceback"), "is not well (500)"),
    "503": (does.refuse(503), "is not well (503)"),
    "JSON": (does.say(b'{"audio": null}'), "returned something that is no whole sound"),
    "a page": (does.say(b"<html>" * 999), "returned something that is no whole sound"),
    "nothing": (does.say(b""), "returned something that is no whole sound"),
    "silence": (does.be_silent, "returned silence"),
    "half": (does.break_off, "broke off its answer (IncompleteRead)"),
    "half of a file": (does.break_off_unnoticed, "returned something that is no whole sound"),
    "too much": (does.send_for_ever, "sends more than 0 MB for one sentence"),
    "hanging up": (does.hang_up, "broke off its answer|cannot be reached"),
}
LASTING = {
    "400": (
        does.refuse(400, f"Bad\nvoice for {KEY}, or key sk-else"),
        "(400): check the model and the voice",
    ),
    "401": (does.refuse(401, f"Wrong key {KEY}"), "does not accept the key: check BROADSHEET_SPEECH_KEY."),
    "403": (does.refuse(403), "does not accept the key: check BROADSHEET_SPEECH_KEY."),
    "404": (does.refuse(404), "no such address, model or voice (404)"),
    "302": (does.refuse(302), "answers from another address (302)"),
}


@pytest.mark.parametrize("name", PASSING)
def test_what_may_pass_is_tried_again(
    name: str, server: SpeechServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "MOST", 500_000)
    behaviour, words = PASSING[name]
    server.behaviours.append(behaviour)
    error = failure(server.voice())
    assert error.again
    assert any(part in str(error) for part in words.split("|"))
    assert Checked(server.voice()).speak(SENTENCE).seconds > 0.5


@pytest.mark.parametrize("name", LASTING)
def test_what_lasts_is_not_and_names_what_to_do(name: str, server: SpeechServer) -> None:
    behaviour, words = LASTING[name]
    server.behaviours.append(behaviour)
    error = failure(server.voice())
    assert not error.again
    assert words in str(error)
    assert Checked(server.voice()).speak(SENTENCE).seconds > 0.5


@pytest.mark.parametrize("behaviour", [does.hang, does.drip, does.drip_headers])
def test_who_does_not_come_to_an_end_is_cut_off(behaviour: Behaviour, server: SpeechServer) -> None:
    server.behaviours.append(behaviour)
    started = time.monotonic()
    assert "did not answer in time" in str(failure(server.voice(patience=0.3)))
    assert time.monotonic() - started < 5
    assert Checked(server.voice()).speak(SENTENCE).seconds > 0.5


def test_a_server_that_wants_a_key_where_there_is_none(server: SpeechServer) -> None:
    server.behaviours.append(does.refuse(401))
    assert "wants a key: set BROADSHEET_SPEECH_KEY." in str(failure(server.voice(key="")))
    assert "Authorization" not in server.asked[0][1]


def test_a_server_that_is_not_there() -> None:
    voice = OpenAiVoice(Service("http://127.0.0.1:9/v1", "tts-1", "alloy"), language="en", key=KEY)
    assert str(failure(voice)) == "127.0.0.1 cannot be reached: Connection refused."


def test_a_server_whose_certificate_nobody_knows() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    with speech_server(context) as server:
        base = f"https://127.0.0.1:{server.server_port}/v1"
        voice = OpenAiVoice(Service(base, "tts-1", "alloy"), language="en", key=KEY)
        assert "shows a certificate that is not valid" in str(failure(voice))
        assert server.asked == []


def test_it_is_asked_for_words_in_the_model_and_voice_that_were_chosen(server: SpeechServer) -> None:
    spoken = Spoken((Run("In "), Run("Keev", "ˈkiːv"), Run(".")), terms=("Kyiv",))
    server.voice().speak(spoken)
    path, headers, asked = server.asked[0]
    assert path == "/v1/audio/speech"
    assert headers["Authorization"] == f"Bearer {KEY}"
    assert asked == {"model": "tts-1", "voice": "alloy", "input": "In Keev.", "response_format": "wav"}


def test_bare_samples_and_files_that_began_before_their_end_was_known_are_understood(
    server: SpeechServer,
) -> None:
    expected = server.voice().speak(SENTENCE)
    server.behaviours.append(does.speak_before_the_length_is_known)
    assert server.voice().speak(SENTENCE) == expected
    bare = server.voice(form="pcm").speak(SENTENCE)
    assert (bare.samples, bare.rate) == (expected.samples, 24_000)
