"""Sound through FFmpeg's filters. No state is shared: every thread has its own graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from io import BytesIO

import av
from av import AudioFrame
from av.filter import Graph

from broadsheet.narration.sound import WIDTH, Sound

AT_ONCE = 10  # seconds a frame: as large as is still small in memory, since each costs a way through Python

Filter = tuple[str, str]  # its name and its arguments, as FFmpeg writes them
PLAIN: Filter = ("aformat", "sample_fmts=s16:channel_layouts=mono")


def frames_of(sound: Sound) -> Iterator[AudioFrame]:
    """The sound in frames for FFmpeg, in order."""
    step = AT_ONCE * sound.rate
    whole = memoryview(sound.samples)[: sound.count * WIDTH]
    for at in range(0, sound.count, step):
        part = whole[at * WIDTH : (at + step) * WIDTH]
        frame = AudioFrame(format="s16", layout="mono", samples=len(part) // WIDTH)
        frame.planes[0].update(bytes(part))
        frame.sample_rate, frame.pts, frame.time_base = sound.rate, at, Fraction(1, sound.rate)
        yield frame


def sound_of(frames: Iterable[AudioFrame], rate: int) -> Sound:
    """Plain frames (one channel, 16 bits) as one sound."""
    whole = BytesIO()
    for frame in frames:
        whole.write(memoryview(frame.planes[0])[: frame.samples * WIDTH])
    return Sound(whole.getvalue(), rate)


def filtered(sound: Sound, *filters: Filter) -> Iterator[AudioFrame]:
    """What comes out of the last of the filters."""
    graph = Graph()
    first = graph.add_abuffer(
        sample_rate=sound.rate, format="s16", layout="mono", time_base=Fraction(1, sound.rate)
    )
    last = first
    for name, arguments in (*filters, ("abuffersink", "")):
        one = graph.add(name, arguments or None)
        last.link_to(one)
        last = one
    graph.configure()
    for frame in (*frames_of(sound), None):
        first.push(frame)
        yield from _ready(graph)


def at_rate(sound: Sound, rate: int) -> Sound:
    """The same at another rate of samples."""
    if sound.rate == rate:
        return sound
    return sound_of(filtered(sound, ("aresample", str(rate)), PLAIN), rate)


def _ready(graph: Graph) -> Iterator[AudioFrame]:
    while True:
        try:
            frame = graph.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return
        if isinstance(frame, AudioFrame):
            yield frame
