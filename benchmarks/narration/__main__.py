"""Runs it and prints it: `python -m benchmarks.narration`. `QUICK=1` takes a story of 200 words."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any

from rich.console import Console

from benchmarks.figures import Target, verdict
from benchmarks.narration.newsroom import desk, found, peaks, worker

WORDS = 200 if os.environ.get("QUICK") else 900
console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
Figures = dict[str, Any]


def main() -> int:
    """Whether every target was reached, as an exit status."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    folder = Path(tempfile.mkdtemp(prefix="broadsheet-bench-"))
    try:
        return run(found(folder / "home"))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(given: dict[str, str]) -> int:
    """The voice alone, then a story, then an edit of one word of it."""
    voice = desk(given, "voice")
    console.print(f"{voice['name']}: {voice['factor']:.3f} s of computing for a second of audio, on one core")
    console.print(f"to the first sound: {voice['cold']:.2f} s cold, {voice['warm']:.2f} s warm")
    with worker(given) as pid:
        whole = _shown("The story", desk(given, "publish", WORDS))
        edited = _shown("One word of it edited", desk(given, "edit"))
        own, speaker = peaks(pid)
    console.print(f"peak memory: worker {own / 1024:.0f} MiB, voice {speaker / 1024:.0f} MiB")
    saving = whole["seconds"] / edited["seconds"]
    console.print(f"the edit took {saving:.1f} times less than the whole")
    return verdict(console, _targets(voice, whole, edited))


def _shown(what: str, figures: Figures) -> Figures:
    console.print(
        f"{what}: {figures['words']} words, {figures['audio']:.0f} s of audio, up after {figures['seconds']:.1f} s"
        f" ({figures['work']:.1f} s of work); {figures['voiced']} of {figures['lines']} sentences voiced"
    )
    return figures


def _targets(voice: Figures, whole: Figures, edited: Figures) -> list[Target]:
    pace = 60 * whole["words"] / whole["audio"]
    return [
        Target("real-time factor < 0.15", f"{voice['factor']:.3f}", voice["factor"] < 0.15),
        Target("an edited word voices one sentence", str(edited["voiced"]), edited["voiced"] == 1),
        Target("its audio is up within 5 s", f"{edited['seconds']:.1f} s", edited["seconds"] <= 5),
        Target("150 to 190 words a minute, ± 15 %", f"{pace:.0f}", 150 * 0.85 <= pace <= 190 * 1.15),
        Target("−16 LUFS ± 1", f"{whole['loudness']:.1f}", abs(whole["loudness"] + 16) <= 1),
        Target("no clipping: true peak under 0 dBTP", f"{whole['peak']:.1f}", whole["peak"] < 0),
    ]


if __name__ == "__main__":
    sys.exit(main())
