"""New names: what the runs of capitals of a story are, by their words and by what stands around them."""

from __future__ import annotations

from collections import defaultdict

from ahocorasick_rs import AhoCorasick

from articles.names.clubs import clubs
from articles.names.evidence import Votes, votes_around
from articles.names.mentions import Mention
from articles.names.pieces import Piece, pieces
from articles.names.runs import Run
from articles.names.words import Words

SURE_ENOUGH = 0.5
_BEGINNING = 200_000  # code points of a story that tell what it is about


def _beginning_with(stems: str) -> AhoCorasick:
    """Return what finds the words that begin with one of these stems, in a text of small letters."""
    return AhoCorasick([f" {stem}" for stem in stems.split()], store_patterns=False)


_SPORT = _beginning_with(
    "league standings soccer football played scorer inning wicket baseball basketball hockey rugby cricket "
    "goal halftime striker midfielder playoff championship tournament season match quarterback pitcher tennis"
)
_BUSINESS = _beginning_with(
    "share percent pct analyst company stock bourse profit investor trader futures bond billion market"
)


def discover(text: str, runs: list[Run], words: Words, language: str) -> list[Mention]:
    """Return what the runs of a story seem to be; pieces that are no names are left out, places are kept."""
    noted: list[tuple[Run, Piece]] = []
    for run in runs:
        if not shouts(run):
            noted.extend((run, piece) for piece in pieces(run.text, run.opens, language))
    around = _votes(text, noted, words)
    small = text[:_BEGINNING].lower()
    business = len(_BUSINESS.find_matches_as_indexes(small)) >= 4
    found = [_judged(run, piece, around[piece.text], words, business) for run, piece in noted]
    return clubs(text, found, words) if len(_SPORT.find_matches_as_indexes(small)) >= 3 else found


def shouts(run: Run) -> bool:
    """Tell whether a run stands in a headline of capitals, or is one long word of them."""
    letters = run.text
    return (
        letters.isupper()
        and len(letters) > 6
        and (" " in letters or len(letters) > 6)
        and "." not in letters
    )


def _votes(text: str, noted: list[tuple[Run, Piece]], words: Words) -> dict[str, Votes]:
    """Return the votes for each spelling, from all places where it stands in the story."""
    around: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    seen: dict[str, int] = defaultdict(int)
    for run, piece in noted:
        if seen[piece.text] >= 8:
            continue
        if piece.rule == "opening word":
            continue
        seen[piece.text] += 1
        votes = around[piece.text]
        start, end = run.start + piece.start, run.start + piece.end
        for sort, weight in votes_around(text, start, end, words).items():
            votes[sort] += weight
        if piece.sort == "person" and piece.rule in ("title", "honorific"):
            votes["person"] += 1
    return around


def _judged(run: Run, piece: Piece, votes: Votes, words: Words, business: bool) -> Mention:
    mention = Mention(
        run.start + piece.start, run.start + piece.end, piece.text, piece.sort, piece.confidence, piece.rule,
        piece.text, piece.role, None, piece.words,
    )  # fmt: skip
    person, organization, place = votes["person"], votes["organization"], votes["place"]
    count = len(piece.words)
    if (
        business and piece.sort == "unknown"
    ):  # most lone capitals in a story of markets are companies
        person, organization = person - 0.25, organization + 0.3
    if piece.sort == "unknown":
        return _settled(mention, person, organization, place, words)
    if (
        piece.sort == "person"
        and piece.rule in ("given name", "surname")
        and organization > person + 0.6
    ):
        return mention.taken_for("organization", 0.55, "organization by its place")
    if piece.sort == "organization" and count == 1 and piece.confidence < 0.6:
        if organization - max(person, place, 0) >= 0.3 or (
            piece.confidence >= 0.45 and max(person, place) < 0.5
        ):
            return mention.taken_for("organization", min(0.85, 0.55 + organization / 4), piece.rule)
        return _settled(
            mention.taken_for("unknown", 0.3, "surname"), person, organization, place, words
        )
    if (
        piece.sort == "place"
        and piece.text not in words.countries
        and count <= 2
        and person >= max(0.8, organization + 0.4)
        and place < 0.5
        and piece.words[-1] in words.surnames | words.given
    ):
        return mention.taken_for("person", 0.6, "person by its place")
    return mention


def _settled(
    mention: Mention, person: float, organization: float, place: float, words: Words
) -> Mention:
    """Return what an unknown stretch is by the votes of the whole story."""
    count, rule = len(mention.words), mention.rule
    person += {
        "capitals": 0.55 if count <= 3 else 0.1,
        "surname": 0.3,
        "capital": 0.1,
        "acronym": -0.2,
    }.get(rule, 0)
    organization += {"acronym": 0.55, "capital": 0.05, "capitals": 0.1}.get(rule, 0)
    if mention.confidence <= 0.3:
        person -= 0.3
    if rule == "capitals" and mention.confidence > 0.3 and count > 3:
        organization += 0.2
    best = max(person, organization, place)
    if best < SURE_ENOUGH:
        return mention.taken_for("other", 0.2, rule)
    if best == place and place > person:
        return mention.taken_for("place", 0.5, "place by its place")
    if best == organization and organization > person:
        return mention.taken_for(
            "organization", min(0.8, 0.35 + organization / 3), "organization by its place"
        )
    return mention.taken_for("person", min(0.85, 0.4 + person / 3), "person by its place")
