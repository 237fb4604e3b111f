"""Programs that stand in for Piper's, each with a failing of its own."""

from __future__ import annotations

import sys
from pathlib import Path

# Behaves as told at its first start, and well at every other.
PROGRAM = """
import json, pathlib, sys, time
mark = pathlib.Path(sys.argv[1])
first, out = not mark.exists(), sys.stdout.buffer
mark.touch()

def send(*parts):
    for part in parts:
        out.write(part if isinstance(part, bytes) else json.dumps(part).encode() + b"\\n")
    out.flush()

WELL = {"rate": 22050, "bytes": 6}, b"sounds"
if first:
    %(start)s
send({"rate": 22050})
for line in sys.stdin:
    if first:
        %(answer)s
    else:
        send(*WELL)
"""

STARTS = {
    "hangs": "time.sleep(30)",
    "ends": "sys.exit(1)",
    "stammers": "send(b'Traceback: oh\\n')",
    "says no JSON object": "send([1])",
    "speaks without end": "send(b'x' * 100_000)",
    "is out of order": "send({'error': 'two\\nlines ' + 'x' * 900, 'again': True})",
}
ANSWERS = {
    "hangs": "time.sleep(30)",
    "hangs half-way": "send({'rate': 22050, 'bytes': 6}, b'sou'); time.sleep(30)",
    "ends": "sys.exit(1)",
    "ends half-way": "send({'rate': 22050, 'bytes': 6}, b'sou'); sys.exit(1)",
    "stammers": "send(b'Traceback: oh\\n')",
    "says no JSON object": "send([1])",
    "speaks without end": "send(b'x' * 100_000)",
    "says more than it meant": "send({'rate': 22050, 'bytes': 6}, b'sounds and more')",
    "means less than nothing": "send({'rate': 22050, 'bytes': -1})",
    "means too much": "send({'rate': 22050, 'bytes': 10 ** 12})",
    "counts in words": "send({'rate': 22050, 'bytes': 'six'})",
    "does not count": "send({'rate': 22050})",
    "has no rate": "send({'bytes': 6}, b'sounds')",
    "cannot say it": "send({'error': 'two\\nlines ' + 'x' * 900, 'again': True})",
}


def program(folder: Path, *, start: str = "pass", answer: str = "send(*WELL)") -> list[str]:
    """The command that runs such a program."""
    path = folder / "program.py"
    path.write_text(PROGRAM % {"start": start, "answer": answer})
    # Without what is installed it starts in no time.
    return [sys.executable, "-I", "-S", str(path), str(folder / "mark")]
