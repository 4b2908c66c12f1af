"""What is named after a person and is not the person: "Charles de Gaulle airport", a prison, a prize."""

from __future__ import annotations

import re

NAMED_AFTER = "named after"
"""The rule of mentions that the noun behind them makes no person."""

_THINGS = (
    *("airport", "airfield", "station", "terminal", "bridge", "tunnel", "street", "avenue", "road"),
    *("boulevard", "square", "expressway", "highway", "park", "garden", "gardens", "dam", "canal"),
    *("prison", "jail", "penitentiary", "barracks", "hospital", "clinic", "centre", "center"),
    *("stadium", "arena", "hall", "tower", "building", "museum", "gallery", "library", "theatre"),
    *("theater", "memorial", "monument", "mausoleum", "cemetery", "cathedral", "observatory"),
    *("telescope", "school", "college", "university", "academy", "institute", "foundation"),
    *("shipyard", "prize", "award", "medal", "trophy", "cup", "scholarship"),
)
_KINDS = (
    "international|memorial|maximum|high|primary|secondary|medical|cultural|space|railway|football"
)
_FOLLOWS = re.compile(rf" (?:(?i:{_KINDS}) )?(?i:{'|'.join(_THINGS)})\b")


def is_named_after(text: str, end: int) -> bool:
    """Tell whether a noun follows a name that ends here, for a place, a house or a prize that bears it."""
    return text.startswith(" ", end) and _FOLLOWS.match(text, end) is not None
