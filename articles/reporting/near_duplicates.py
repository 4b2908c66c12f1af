"""Stories with nearly the same words: the same post saved twice, or an older state of it.

Only stories that share one of their lowest runs of words are compared, so that it takes as long as the
stories are many. Of two with a resemblance of 0.8, less than two in a thousand share none of four.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import combinations, groupby, islice, pairwise

from articles.models import Article, Topic
from articles.reporting.found import Found
from articles.shingles import SKETCH_SIZE, estimate, resemblance, sketch

# Eight edits in a story of 350 words leave as much of its runs of five.
ALIKE = 0.8
# Worth to be compared word by word: three standard errors less.
WORTH_A_LOOK = 0.5
LOWEST = 4
# A run that more stories share is a set phrase; each is compared with the next one only.
MOST_SHARING = 20
PAIRS_AT_ONCE = 200
ROW_BITS = 32


def find_alike() -> Iterator[Found]:
    """Yield the pairs of stories that have nearly the same words, the most alike first."""
    found = []
    pairs = iter(sorted(_candidates()))
    while batch := list(islice(pairs, PAIRS_AT_ONCE)):
        wanted = {pk for pair in batch for pk in pair}
        texts = dict(Article.objects.filter(pk__in=wanted).values_list("pk", "body_text"))
        for one, other in batch:
            alike = resemblance(texts[one], texts[other])
            if alike >= ALIKE:
                facts = {"resemblance": round(alike, 2)}
                found.append(Found(Topic.ALIKE, one, other, facts=facts))
    yield from sorted(found, key=lambda pair: -pair.facts["resemblance"])


def _candidates() -> set[tuple[int, int]]:
    """Return the pairs of ids that may be alike, by their sketches."""
    pks, starts, sketches = array("q"), array("q", [0]), array("I")
    lowest = array("Q")
    rows = Article.objects.order_by("pk").values_list("pk", "body_text")
    for row, (pk, text) in enumerate(rows.iterator(chunk_size=500)):
        hashes = sketch(text)
        if len(hashes) < SKETCH_SIZE:
            hashes = hashes[:0]  # of a few words, nothing can be told
        pks.append(pk)
        sketches.extend(hashes)
        starts.append(len(sketches))
        lowest.extend(hashed << ROW_BITS | row for hashed in hashes[:LOWEST])

    def sketch_of(row: int) -> array[int]:
        return sketches[starts[row] : starts[row + 1]]

    return {
        (pks[one], pks[other])
        for one, other in _sharing(lowest)
        if estimate(sketch_of(one), sketch_of(other)) >= WORTH_A_LOOK
    }


def _sharing(lowest: array[int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of rows that share a hash; `lowest` holds hashes with their rows below."""
    for _, group in groupby(sorted(lowest), key=lambda one: one >> ROW_BITS):
        rows = [one & ((1 << ROW_BITS) - 1) for one in group]
        yield from combinations(rows, 2) if len(rows) <= MOST_SHARING else pairwise(rows)
