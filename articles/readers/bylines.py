"""Read the names out of an author line."""

from __future__ import annotations

import re

_LONGEST_NAME = 100
_MOST_AUTHORS = 20
_MOST_WORDS = 6

_BY = re.compile(r"by:?\s+", re.IGNORECASE)
_AND = "(?:and|и|і|й|ды|та)"
# A comma before "Jr." does not begin another author.
_BETWEEN = re.compile(
    r"\s*[;&]\s*"
    rf"|\s*,(?!\s*(?:Jr|Sr|II|III|IV)\b)\s*(?:{_AND}\s+)?"
    rf"|\s+{_AND}\s+",
)
_PARTICLE_WORDS = (
    "af al aus bin da das de dei del della den der di do dos du el ibn la le of san ten ter the "
    "van von y zu zum zur фон дэ де ван дер ибн оглы кызы"
)
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
# The last word of an author who is many: "the science desk", "our own correspondents".
_MANY_WORDS = (
    "agency bureau correspondent correspondents desk editors reporter reporters service staff team"
)
_MANY = frozenset(_MANY_WORDS.split())
_JOINED_PARTICLE = re.compile(r"(?:[^\W\d_]{1,2}['’]|[^\W\d_]{2,3}-)[^\W\d_]")


def read_byline(line: str) -> tuple[str, ...]:
    """Return the authors that a line "By A and B" names, or () if it is no such line.

    Anything less like names than capital letters and particles is no author line: a story may well
    begin "By the river".
    """
    by = _BY.match(line)
    if by is None:
        return ()
    names = split_names(line[by.end() :])
    return names if all(map(_looks_like_a_name, names)) else ()


def split_names(text: str) -> tuple[str, ...]:
    """Return the names in ``text``, parted by commas or "and"; () if too many or too long."""
    names = tuple(name for name in _BETWEEN.split(text.strip()) if name)
    fits = len(names) <= _MOST_AUTHORS and all(len(name) <= _LONGEST_NAME for name in names)
    return names if fits else ()


def _looks_like_a_name(name: str) -> bool:
    words = name.split()
    if len(words) <= _MOST_WORDS and words[-1:] and words[-1].casefold() in _MANY:
        return True
    proper = [word for word in words if word not in _PARTICLES]
    return (
        len(proper) > 0 and len(words) <= _MOST_WORDS and all(_is_proper(word) for word in proper)
    )


def _is_proper(word: str) -> bool:
    # Scripts without capital letters are neither upper nor lower.
    first = word.lstrip("\"'«“„(")[:1]
    return first.isalpha() and (not first.islower() or _JOINED_PARTICLE.match(word) is not None)
