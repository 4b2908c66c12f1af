"""A question that finds nothing → the one that was meant, if published stories have words like its own."""

from __future__ import annotations

from django.db import connection
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from articles.models import Article
from articles.models.article import ArticleQuerySet
from articles.search.finding import find
from articles.search.hidden import without_hidden, without_hidden_terms
from articles.search.question import Phrase, Question, question, tidy
from articles.search.words import composed, term, words

SHORTEST_MISTYPED = 4
# One slip in a word of four letters, two in one of eight: further apart, words are others.
LETTERS_A_SLIP = 4
MOST_SLIPS = 2
MOST_COMPARED = 5


def meant(typed: str, stories: ArticleQuerySet) -> str:
    """Return what was typed with words of `stories`, all published, for those that are in none; or ""."""
    typed = composed(tidy(typed))
    mended, done = "", 0
    for word in words(typed):
        right = _meant_word(term(word[0]), stories)
        if right:
            mended += typed[done : word.start()] + right
            done = word.end()
    if not mended:
        return ""
    mended += typed[done:]
    asked, stories = without_hidden(question(mended), stories)
    return mended if find(asked, stories).stories else ""


def _meant_word(mistyped: str, stories: ArticleQuerySet) -> str:
    """Return the word, as a story writes it, that was meant by one that no story has; or ""."""
    if len(mistyped) < SHORTEST_MISTYPED or find(_asking(mistyped), stories).stories:
        return ""
    slips = min(MOST_SLIPS, len(mistyped) // LETTERS_A_SLIP)
    near = extract(
        mistyped,
        without_hidden_terms(_terms_like(mistyped, slips)),
        scorer=OSA.distance,
        score_cutoff=slips,
        limit=MOST_COMPARED,
    )
    found = [(slips, find(_asking(one), stories).stories, one) for one, slips, _ in near]
    best = min(((slips, -len(its), one, its[0]) for slips, its, one in found if its), default=None)
    return _as_written(best[2], best[3]) if best else ""


def _asking(one: str) -> Question:
    return Question((Phrase((one,), (one,)),))


def _terms_like(mistyped: str, slips: int) -> list[str]:
    """Return the index's terms of about the same length that begin with one of the first two letters.

    A slip in the first letter is rare, and then the second one is where it was meant to be, or before.
    """
    first, second = mistyped[0], mistyped[1]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT term FROM articles_search_term "
            "WHERE (term >= %s AND term < %s OR term >= %s AND term < %s) "
            "AND length(term) BETWEEN %s AND %s",
            [
                *(first, chr(ord(first) + 1), second, chr(ord(second) + 1)),
                *(len(mistyped) - slips, len(mistyped) + slips),
            ],
        )
        return [found for (found,) in cursor.fetchall()]


def _as_written(wanted: str, story: int) -> str:
    """Return the first word of a story that has the term `wanted`."""
    article = Article.objects.get(pk=story)
    for text in (article.title, article.standfirst, article.body_text):
        for word in words(composed(text)):
            if term(word[0]) == wanted:
                return word[0]
    return ""  # it stands there as the key of a name alone
