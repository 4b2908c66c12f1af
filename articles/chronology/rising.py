"""The longest part of a sequence that rises."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise


def longest_rising(values: Sequence[int], *, strictly: bool = False) -> list[int]:
    """Return the places of a longest part of `values` that never falls, or that always rises.

    By patience sorting: n values take n steps if they rise already, and n log n at most
    (M. L. Fredman, On computing the length of longest increasing subsequences, 1975).
    """
    if all(one < other or (one == other and not strictly) for one, other in pairwise(values)):
        return list(range(len(values)))
    find = bisect_left if strictly else bisect_right
    ends: list[int] = []  # the least value that a rising part of each length ends with
    places: list[int] = []  # where that value stands
    earlier: list[int] = []
    for place, value in enumerate(values):
        length = find(ends, value)
        earlier.append(places[length - 1] if length else -1)
        ends[length : length + 1] = [value]
        places[length : length + 1] = [place]
    rising = []
    place = places[-1]
    while place >= 0:
        rising.append(place)
        place = earlier[place]
    return rising[::-1]
