"""Names that the newsroom knows, looked for in a text all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from articles.names.found import Kind
from articles.names.named_after import is_named_after


@dataclass(frozen=True, slots=True)
class KnownName:
    """One alias of one entity; `links_by_itself` is False for a name that needs a fuller one beside it."""

    name: str
    kind: Kind
    entity: int
    language: str = ""
    links_by_itself: bool = True


@dataclass(frozen=True, slots=True)
class KnownMatch:
    """A stretch of a text that reads like these aliases, all of one spelling."""

    start: int
    end: int
    aliases: tuple[KnownName, ...]


class KnownNames:
    """Aliases made ready to be looked for; building costs some 4 µs an alias, so build once and keep it.

    It can be pickled: another process builds its own automaton from the same aliases.
    """

    def __init__(self, names: Iterable[KnownName] = ()) -> None:
        self.names = tuple(names)
        by_spelling: dict[str, list[KnownName]] = {}
        for alias in self.names:
            if alias.name.strip():
                by_spelling.setdefault(alias.name.strip(), []).append(alias)
        self._by_spelling = {name: tuple(aliases) for name, aliases in by_spelling.items()}
        self._aliases = list(self._by_spelling.values())
        self._automaton = AhoCorasick(list(by_spelling), store_patterns=False)

    def __reduce__(self) -> tuple[type[KnownNames], tuple[tuple[KnownName, ...]]]:
        return KnownNames, (self.names,)

    def __len__(self) -> int:
        return len(self.names)

    def named(self, name: str) -> tuple[KnownName, ...]:
        """Return the aliases that are spelled so."""
        return self._by_spelling.get(name, ())

    def matches(self, text: str) -> Iterator[KnownMatch]:
        """Yield every stretch of the text that is an alias between word edges, longer and shorter alike.

        No person where a thing bears the name: "Charles de Gaulle airport".
        """
        if not self._aliases:
            return
        for pattern, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if not _edges(text, start, end):
                continue
            aliases = self._aliases[pattern]
            if is_named_after(text, end):
                aliases = tuple(alias for alias in aliases if alias.kind != "person")
            if aliases:
                yield KnownMatch(start, end, aliases)


def _edges(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch begins and ends where words do; a combining mark belongs to its letter."""
    after = text[end : end + 1]
    return not (
        (start > 0 and _in_word(text[start - 1]) and _in_word(text[start]))
        or (
            after and (_in_word(after) and _in_word(text[end - 1]) or "\u0300" <= after <= "\u036f")
        )
    )


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
