"""Where numbers and moments stand in a drawing."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from broadsheet.newsletters.plots.series import Moment, Number, Series, seconds_of

LINES = 4  # at most this many steps between the lowest and the highest line of the grid
TICKS = 4  # moments that are named: as many as a phone has room for


@dataclass(frozen=True, slots=True)
class Scale:
    """Puts what lies between two ends where it stands between 0 and 1; both ends may be the same."""

    low: float
    high: float

    def share(self, value: float) -> float:
        """0 at the low end, 1 at the high one."""
        return (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5


def value_ticks(series: Iterable[Series]) -> list[Number]:
    """Round numbers from at most the smallest (or zero) to at least the largest (or one)."""
    numbers = [number for one in series for _, number in one.points]
    low, high = min([0, *numbers]), max([0, *numbers])
    step = _round_step((high - low) / LINES, whole=all(isinstance(number, int) for number in numbers))
    first, last = math.floor(low / step), max(math.ceil(high / step), math.floor(low / step) + 1)
    return [count * step for count in range(first, last + 1)]


def _round_step(rough: float, *, whole: bool) -> Number:
    """1, 2 or 5 times a power of ten, at least `rough`."""
    if rough <= 0 or (whole and rough <= 1):
        return 1
    power = math.floor(math.log10(rough))
    for factor in (1, 2, 5, 10):
        step = factor * 10**power
        if step >= rough or math.isclose(step, rough):
            return step
    return 10 ** (power + 1)


def moment_ticks(series: Iterable[Series]) -> list[Moment]:
    """Moments of the series itself, about evenly far from one another, with the first and the last."""
    moments = sorted({moment for one in series for moment, _ in one.points}, key=seconds_of)
    if len(moments) <= TICKS:
        return _apart(moments)
    last = len(moments) - 1
    return _apart([moments[round(last * place / (TICKS - 1))] for place in range(TICKS)])


def _apart(moments: list[Moment]) -> list[Moment]:
    """Those of which the names do not stand upon one another; the first and the last stay."""
    if len(moments) < 3:
        return moments
    first, last = seconds_of(moments[0]), seconds_of(moments[-1])
    room = (last - first) / TICKS * 0.9
    apart = [moments[0]]
    for moment, _ in pairwise(moments[1:]):
        at = seconds_of(moment)
        if at - seconds_of(apart[-1]) >= room and last - at >= room:
            apart.append(moment)
    return [*apart, moments[-1]]
