"""What it costs to turn one row of sounds into another."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

_ANY = 1.1  # a consonant that is missing, or two sounds that no scheme confuses


class _Costs(dict[str, float]):
    """Costs by sound, of which one that is not listed has the highest."""

    def __missing__(self, sound: str) -> float:
        return _ANY


class SoundCosts:
    """What a missing sound costs, and what one costs that stands for another.

    ``missing`` has costs by sound, ``confused`` by two sounds in both orders.
    """

    def __init__(self, missing: Mapping[str, float], confused: Mapping[str, float]) -> None:
        self._missing = _Costs(missing)
        self._confused: dict[str, _Costs] = {}
        for two, cost in confused.items():
            self._confused.setdefault(two[0], _Costs())[two[1]] = cost

    def distance(self, one: str, other: str, most: float = inf) -> float:
        """Return what it costs to turn one row of sounds into the other (Wagner and Fischer's table).

        What costs more than ``most`` is not counted to its end: it is infinite.
        The table is what comparing names spends most of its time on, so its inner loop has neither a
        call nor an index.
        """
        missing = [self._missing[sound] for sound in other]
        above = [0.0]
        for cost in missing:
            above.append(above[-1] + cost)
        for sound in one:
            gone, confused = self._missing[sound], self._confused.get(sound, _UNLIKE_ANY)
            corner = above[0]
            left = corner + gone
            row = [left]
            for against, cost, over in zip(other, missing, above[1:], strict=True):
                best = corner
                if sound != against:
                    best += confused[against]
                    if over + gone < best:
                        best = over + gone
                    if left + cost < best:
                        best = left + cost
                row.append(best)
                left, corner = best, over
            if min(row) > most:
                return inf
            above = row
        return above[-1]


_UNLIKE_ANY = _Costs()
