"""Which models are found, and what is said of one that is not whole."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from broadsheet.narration.voices.contract import VoiceError
from broadsheet.narration.voices.piper import models
from broadsheet.narration.voices.piper.voice import PiperVoice

SOUNDS = {"phoneme_id_map": {"a": [1]}}


@pytest.fixture
def anew() -> Iterator[None]:
    models.installed_models.cache_clear()
    yield
    models.installed_models.cache_clear()


def a_model(folder: Path, config: object = None, *, name: str = "uk_UA-lada-medium") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.onnx"
    path.write_bytes(b"a model")
    path.with_name(f"{path.name}.json").write_text(json.dumps(config))
    return path


@pytest.mark.parametrize(
    ("config", "language"),
    [
        ({"language": {"code": "uk_UA", "family": "uk"}}, "uk"),
        ({"language": {"code": "pt_BR"}}, "pt"),
        ({"espeak": {"voice": "en-us"}}, "en"),
        ({"language": None, "espeak": {"voice": "de"}}, "de"),
    ],
)
def test_a_model_speaks_the_language_that_its_description_names(
    config: dict[str, object], language: str, tmp_path: Path
) -> None:
    model = models.model_at(a_model(tmp_path, config | SOUNDS))
    assert (model.language, model.name) == (language, "uk_UA-lada-medium")


@pytest.mark.parametrize("config", [None, [], {}, {"language": "uk"}, {"language": {"family": "uk"}}])
def test_a_description_that_is_none(config: object, tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match="does not describe a Piper voice: fetch it anew") as failed:
        models.model_at(a_model(tmp_path, config))
    assert not failed.value.again


def test_a_model_without_its_description(tmp_path: Path) -> None:
    path = a_model(tmp_path)
    path.with_name(f"{path.name}.json").unlink()
    with pytest.raises(VoiceError, match=r"\.onnx\.json is missing"):
        models.model_at(path)


def test_a_model_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match="There is no voice model"):
        models.model_at(tmp_path / "none.onnx")


def test_voices_that_came_as_packages_are_found_and_a_broken_one_hides_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, anew: None
) -> None:
    for package, config in (
        ("lada_piper_voice", {"language": {"family": "uk"}} | SOUNDS),
        ("x_piper_voice", {}),
    ):
        a_model(tmp_path / package / "data", config, name=package)
        (tmp_path / package / "__init__.py").write_text("raise AssertionError('it is only looked for')")
    monkeypatch.setattr("sys.path", [str(tmp_path)])
    monkeypatch.setattr(models, "is_installed", lambda: True)
    assert [(model.name, model.language) for model in models.installed_models()] == [
        ("lada_piper_voice", "uk")
    ]


def test_a_voice_without_piper_is_none(monkeypatch: pytest.MonkeyPatch, anew: None) -> None:
    monkeypatch.setattr(models, "is_installed", lambda: False)
    assert models.installed_models() == ()


def test_another_model_and_another_speed_are_another_version(tmp_path: Path) -> None:
    path = a_model(
        tmp_path, {"language": {"family": "uk"}, "speaker_id_map": {"lada": 0, "mykyta": 1}} | SOUNDS
    )
    model = models.model_at(path)
    versions = [PiperVoice(model).identity, PiperVoice(model, speed=0.9).identity]
    versions.append(PiperVoice(model, speaker="mykyta").identity)
    path.write_bytes(b"b model")
    os.utime(path, ns=(1, 1))
    versions.append(PiperVoice(model).identity)
    assert len(set(versions)) == 4
    path.unlink()
    with pytest.raises(VoiceError, match="cannot be read: No such file"):
        _ = PiperVoice(model).identity


def test_a_speaker_that_the_model_does_not_have(tmp_path: Path) -> None:
    path = a_model(tmp_path, {"language": {"family": "uk"}, "speaker_id_map": {"lada": 0}} | SOUNDS)
    with pytest.raises(VoiceError, match="has no speaker “joe”; those it has: lada"):
        PiperVoice(models.model_at(path), speaker="joe")
