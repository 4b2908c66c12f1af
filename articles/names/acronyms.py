"""Acronyms and joined words: where one name of an organization writes as one word what another parts."""

from __future__ import annotations

from articles.names.sounds import likeness

SMALL = {
    "of", "for", "in", "on", "at", "the", "and", "a", "an", "to", "by", "i", "v", "na", "po",
    "u", "o", "za", "z", "zh", "da", "de", "del", "des", "la", "le", "les", "du", "et", "un",
    "und", "der", "die", "das", "fur", "y", "e", "ob", "ab", "pry", "pri", "so", "called",
    "al", "el", "ul", "ur", "va", "wa", "ye",
}  # fmt: skip
"""Words that say nothing about which organization it is, in any language, and that acronyms leave out."""

_ACRONYM = 0.95
_LONGEST = 8  # letters of an acronym
_TWO_LETTERS = ("ch", "sh", "zh", "kh", "ts", "ye", "yu", "ya")  # one in another script
_JOINED = 0.93


def acronym_likeness(one: list[str], other: list[str]) -> float:
    """Return how near two names are of which one may be the other's acronym; here legal forms are words."""
    return _ACRONYM if _is_acronym(one, other) or _is_acronym(other, one) else 0.0


def as_parted(words: list[str], other: list[str]) -> list[str]:
    """Return ``words`` with those that the other name writes as one word, or as an acronym, as it does.

    Научно-исследовательский институт Квант is НИИ Квант beside that name, Rah Negar is Rahnegar.
    """
    for word in other:
        if word not in words and len(word) > 1 and word not in SMALL:
            start, end = _stretch(word, words)
            words = words[:start] + [word] * (end > start) + words[end:]
    return words


def _stretch(word: str, words: list[str]) -> tuple[int, int]:
    """Return where the words stand that the one word is made of, (0, 0) if nowhere."""
    for start in range(len(words) - 1):
        if likeness("".join(words[start : start + 2]), word, _JOINED) >= _JOINED:
            return start, start + 2
        if len(word) <= _LONGEST and word[0] == words[start][0]:
            for end in range(start + 2, min(start + len(word) + 3, len(words)) + 1):
                if words[end - 1] not in SMALL and _spells(word, tuple(words[start:end])):
                    return start, end
    return 0, 0


def _is_acronym(short: list[str], words: list[str]) -> bool:
    """Tell whether one word of two to eight letters is made of the beginnings of the other's words."""
    if len(short) != 1 or len(words) < 2 or not 2 <= len(short[0]) <= _LONGEST:
        return False
    return _spells(short[0], tuple(words))


def _spells(letters: str, words: tuple[str, ...]) -> bool:
    """Take from each word its first letter, or two that stand for one of another script."""
    if not words:
        return not letters
    first, rest = words[0], words[1:]
    if first in SMALL and _spells(letters, rest):
        return True
    return any(
        first.startswith(letters[:length]) and _spells(letters[length:], rest)
        for length in ((1, 2) if letters[:2] in _TWO_LETTERS else (1,))
        if len(letters) >= length
    )
