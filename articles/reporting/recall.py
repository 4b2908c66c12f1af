"""How many of the related stories that the source named the newsroom finds by itself.

What the source named is left out of the comparison while it is measured.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from articles.models import Status
from articles.related.archives import InMemory
from articles.related.choosing import choose
from articles.related.story import named_by_source

# The standard error of a mean over so many stories is at most one in a hundred.
MOST_ASKED = 2_500


class Recall(NamedTuple):
    """Over how many stories it was measured, and what came out.

    `recall` is the part of the stories named that are among the first five, and `mrr` the mean of one
    over the rank of the first of them, 0 where none is.
    """

    stories: int
    recall: float
    mrr: float


def measure_recall() -> Recall | None:
    """Return how well the first five agree with what sources named; None if they named nothing.

    Of more than MOST_ASKED stories, as many are asked, at equal distances in the order of their ids.
    """
    named: dict[int, set[int]] = defaultdict(set)
    rows = named_by_source().filter(article__status=Status.PUBLISHED).order_by("article_id")
    for article, other in rows.values_list("article_id", "other_id").iterator(chunk_size=5000):
        if other is not None:  # as asked
            named[article].add(other)
    if not named:
        return None
    asked = list(named)[:: -(-len(named) // MOST_ASKED)]
    archive = InMemory(source=False)
    found, wanted, reciprocals = 0, 0, 0.0
    for story in archive.stories(asked):
        ranks = [
            rank
            for rank, choice in enumerate(choose(story, archive), 1)
            if choice.story.pk in named[story.pk]
        ]
        found += len(ranks)
        wanted += len(named[story.pk])
        reciprocals += 1 / ranks[0] if ranks else 0
    return Recall(len(asked), round(found / wanted, 3), round(reciprocals / len(asked), 3))
