"""Which models Piper has on this machine."""

from __future__ import annotations

import hashlib
import json
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from broadsheet.narration.voices.contract import VoiceError

PACKAGE_ENDING = "_piper_voice"
INSTALL = "pip install “broadsheet[narration]”"
NOT_INSTALLED = f"Piper is not installed: {INSTALL}."


@dataclass(frozen=True, slots=True)
class Model:
    """A voice as Piper keeps it: `NAME.onnx`, and beside it `NAME.onnx.json`."""

    path: Path
    language: str  # without its country
    speakers: Mapping[str, int]  # empty where there is one
    signs: frozenset[str]  # of the sounds that it knows

    @property
    def name(self) -> str:
        return self.path.stem


def is_installed() -> bool:
    """Whether Piper itself is there; finds out without loading it."""
    return find_spec("piper") is not None and find_spec("onnxruntime") is not None


@cache
def piper_version() -> str:
    """Of the installed Piper. Raises `VoiceError` where there is none."""
    try:
        return version("piper-tts")
    except PackageNotFoundError as error:
        raise VoiceError(NOT_INSTALLED, again=False) from error


@cache
def installed_models() -> tuple[Model, ...]:
    """The models that came as packages, by name; none where Piper is not installed. A new one shows after a restart."""
    return tuple(sorted(_found(), key=lambda model: model.name)) if is_installed() else ()


def model_at(path: Path) -> Model:
    """The model in that file. Raises `VoiceError`, also where what describes it is missing or wrong."""
    if not path.is_file():
        raise VoiceError(f"There is no voice model {path}: check BROADSHEET_VOICES.", again=False)
    described = path.with_name(f"{path.name}.json")
    if not described.is_file():
        raise VoiceError(f"{described} is missing: it comes with the model and lies beside it.", again=False)
    try:
        config = json.loads(described.read_text(encoding="utf-8"))
        speakers, signs = dict(config.get("speaker_id_map") or {}), frozenset(config["phoneme_id_map"])
        return Model(path, _language(config), speakers, signs)
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise VoiceError(
            f"{described} does not describe a Piper voice: fetch it anew.", again=False
        ) from error


def fingerprint(path: Path) -> str:
    """The same for the same model, wherever it lies. Raises `VoiceError` where it cannot be read."""
    try:
        stat = path.stat()
        return _hashed(path, stat.st_size, stat.st_mtime_ns)
    except OSError as error:
        raise VoiceError(f"The voice model {path} cannot be read: {error.strerror}.", again=False) from error


@cache
def _hashed(path: Path, size: int, changed_at: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]


def _found() -> Iterator[Model]:
    for module in pkgutil.iter_modules():
        if module.name.endswith(PACKAGE_ENDING) and (spec := find_spec(module.name)) is not None:
            for folder in spec.submodule_search_locations or ():
                yield from _whole_ones(Path(folder) / "data")


def _whole_ones(folder: Path) -> Iterator[Model]:
    for path in folder.glob("*.onnx"):
        try:
            yield model_at(path)
        except VoiceError:
            continue  # a broken package must not silence the others; naming its path says what is wrong


def _language(config: dict[str, Any]) -> str:
    named = config.get("language") or {}
    code = named.get("family") or named.get("code") or config["espeak"]["voice"]
    return str(code).replace("_", "-").partition("-")[0].lower()
