"""Which stories hold a name, letter by letter, whatever rules found in them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from ahocorasick_rs import AhoCorasick
from django.db.models import QuerySet
from django.db.models.functions import Length

from articles.models import Article
from articles.search.engine import engine
from articles.search.entry import MOST_LETTERS
from articles.search.question import Phrase, Question
from articles.search.words import WORD, composed, term

# Each costs a look-up in the search index and the reading of the stories that may hold it; from so many
# on it is quicker to read all stories once.
MOST_BY_INDEX = 50
STORIES_AT_ONCE = 500
# Scripts that put no spaces between words (Thai, Lao, Burmese, Khmer, those of East Asia), so that a name
# is no word of the index: https://www.unicode.org/reports/tr14/#SA
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\U0003ffff]")


def stories_holding(names: Collection[str]) -> set[int]:
    """Return the ids of the stories in whose text one of these names stands as whole words."""
    names = {name for name in names if name.strip()}
    if not names:
        return set()
    stories = Article.objects.all()
    if len(names) > MOST_BY_INDEX or any(map(_is_in_no_index, names)):
        return set(_holding(names, stories.values_list("pk", flat=True).iterator()))
    candidates = set(_not_wholly_indexed(stories))
    for name in names:
        for question in _questions(name):
            found = stories.filter(pk__in=engine().holding(question)).order_by()
            candidates.update(found.values_list("pk", flat=True))
    return set(_holding(names, sorted(candidates)))


def _is_in_no_index(name: str) -> bool:
    return UNSPACED.search(name) is not None or WORD.search(composed(name)) is None


def _not_wholly_indexed(stories: QuerySet[Article]) -> Iterable[int]:
    longest = stories.annotate(letters=Length("body_text")).filter(letters__gt=MOST_LETTERS)
    return longest.order_by().values_list("pk", flat=True)


def _questions(name: str) -> Iterator[Question]:
    """Yield what asks for all stories with the name's words; with 's, its last may have another stem."""
    *before, last = WORD.findall(composed(name))
    for ending in {term(last), term(f"{last}'s")}:
        terms = [*map(term, before), ending]
        yield Question(tuple(Phrase((one,), (one,)) for one in terms))


def _holding(names: Collection[str], candidates: Iterable[int]) -> Iterator[int]:
    automaton = AhoCorasick(list(names), store_patterns=False)
    remaining = iter(candidates)
    while some := list(islice(remaining, STORIES_AT_ONCE)):
        texts = Article.objects.filter(pk__in=engine().among(some)).order_by()
        for pk, text in texts.values_list("pk", "body_text"):
            if automaton.find_matches_as_indexes(text):
                yield pk
