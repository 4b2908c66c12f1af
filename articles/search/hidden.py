"""Whom readers see by initials alone, nobody finds by name: neither with it nor by leaving it out.

Their stories are found by other words, as if the name stood in none of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from articles.models import Mention, State
from articles.models.article import ArticleQuerySet
from articles.names import name_key
from articles.search.question import Phrase, Question
from articles.search.words import terms
from articles.veil import SHORTEST_NAME, veiled_names


@dataclass(slots=True)
class Hidden:
    """Somebody whose name readers may not see: as phrases, and each term of it by itself."""

    phrases: set[tuple[str, ...]] = field(default_factory=set)

    @property
    def terms(self) -> set[str]:
        return {term for phrase in self.phrases for term in phrase if len(term) >= SHORTEST_NAME}

    def is_in(self, phrase: Phrase) -> bool:
        """Tell whether a phrase has a word of the name, or the beginning of one."""
        if not self.terms.isdisjoint(phrase.terms):
            return True
        return phrase.is_prefix and any(term.startswith(phrase.written[-1]) for term in self.terms)


def without_hidden(asked: Question, stories: ArticleQuerySet) -> tuple[Question, ArticleQuerySet]:
    """Return the question and the stories such that no hidden name decides what is found."""
    everybody = _hidden()
    unwanted = [
        phrase
        for phrase in asked.unwanted
        if not any(one.is_in(phrase) for one in everybody.values())
    ]
    wanted = [*asked.wanted, *([asked.name] if asked.name else [])]
    typed = [pk for pk, one in everybody.items() if any(map(one.is_in, wanted))]
    if typed:
        named = Mention.objects.exclude(state=State.REJECTED).filter(entity__in=typed)
        stories = stories.exclude(pk__in=named.values("article_id"))
        # Where nobody has linked the name, too.
        phrases = {phrase for pk in typed for phrase in everybody[pk].phrases if len(phrase) > 1}
        unwanted += [Phrase(phrase, phrase) for phrase in sorted(phrases)]
    return replace(asked, unwanted=tuple(unwanted)), stories


def without_hidden_terms(words: Iterable[str]) -> list[str]:
    """Return those of some terms that are of no hidden name."""
    hidden = {term for one in _hidden().values() for term in one.terms}
    return [word for word in words if word not in hidden]


def _hidden() -> dict[int, Hidden]:
    """Return whoever is hidden, with their names and what stories call them."""
    found: dict[int, Hidden] = defaultdict(Hidden)
    for hidden in veiled_names():
        found[hidden.entity].phrases |= _phrases(hidden.name, hidden.kind)
    if found:
        called = Mention.objects.exclude(state=State.REJECTED).filter(entity__in=list(found))
        rows = called.order_by().values_list("entity_id", "entity__kind", "surface").distinct()
        for entity, kind, surface in rows:
            found[entity].phrases |= _phrases(surface, kind)
    return found


def _phrases(name: str, kind: str) -> set[tuple[str, ...]]:
    """Return a name as the index holds it: as the story's words, and as a key."""
    key = name_key(name, kind)
    return {tuple(terms(name)), tuple(key.split())} - {()}
