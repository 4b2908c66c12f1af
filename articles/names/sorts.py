"""The sorts of thing that a run of capitals can be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sort = Literal["person", "organization", "event", "place", "other", "unknown"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a name is taken for, how sure that is (0 to 1), and by which rule."""

    sort: Sort
    confidence: float
    rule: str
