"""New names: what the runs of capitals of a story are, by their words and by what stands around them."""

from __future__ import annotations

from collections import defaultdict

from ahocorasick_rs import AhoCorasick

from articles.names.clubs import clubs
from articles.names.evidence import Votes, votes_around
from articles.names.mentions import Mention
from articles.names.named_after import NAMED_AFTER, is_named_after
from articles.names.pieces import Piece, pieces
from articles.names.runs import Run
from articles.names.words import Words

SURE_ENOUGH = 0.5
_MOST_PLACES = 8  # of one spelling, whose surroundings are read
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
    noted = [
        (run, piece)
        for run in runs
        if not shouts(run)
        for piece in pieces(run.text, run.opens, language)
    ]
    around = _VotesAround(text, noted, words)
    small = text[:_BEGINNING].lower()
    business = len(_BUSINESS.find_matches_as_indexes(small)) >= 4
    found = [_judged(run, piece, around, words, business) for run, piece in noted]
    return clubs(text, found, words) if len(_SPORT.find_matches_as_indexes(small)) >= 3 else found


def shouts(run: Run) -> bool:
    """Tell whether a run stands in a headline of capitals, or is one long word of them."""
    letters = run.text
    return letters.isupper() and len(letters) > 6 and "." not in letters


class _VotesAround(dict[str, Votes]):
    """The votes for each spelling, from all places where it stands in the story.

    They are counted when they are asked for: most names are settled by their own words.
    """

    def __init__(self, text: str, noted: list[tuple[Run, Piece]], words: Words) -> None:
        super().__init__()
        self.text, self.words = text, words
        self.places: dict[str, list[tuple[Run, Piece]]] = defaultdict(list)
        for run, piece in noted:
            if piece.rule != "opening word":
                self.places[piece.text].append((run, piece))

    def __missing__(self, spelling: str) -> Votes:
        counted: Votes = defaultdict(float)
        for run, piece in self.places[spelling][:_MOST_PLACES]:
            start, end = run.start + piece.start, run.start + piece.end
            for sort, weight in votes_around(self.text, start, end, self.words).items():
                counted[sort] += weight
            if piece.sort == "person" and piece.rule in ("title", "honorific"):
                counted["person"] += 1
        self[spelling] = counted
        return counted


def _judged(run: Run, piece: Piece, around: _VotesAround, words: Words, business: bool) -> Mention:
    mention = Mention(
        run.start + piece.start, run.start + piece.end, piece.text, piece.sort, piece.confidence, piece.rule,
        piece.text, piece.role, None, piece.words,
    )  # fmt: skip
    if piece.sort in ("person", "unknown") and is_named_after(around.text, mention.end):
        return mention.taken_for("other", 0.2, NAMED_AFTER)
    match piece.sort:
        case "unknown":
            return _settled(mention, around[piece.text], business)
        case "person" if piece.rule in ("given name", "surname"):
            return _weighed(mention, around[piece.text])
        case "organization" if len(piece.words) == 1 and piece.confidence < 0.6:
            return _listed_word(mention, around[piece.text])
        case "place" if _may_be_person(piece, words):
            votes = around[piece.text]
            if votes["person"] >= max(0.8, votes["organization"] + 0.4) and votes["place"] < 0.5:
                return mention.taken_for("person", 0.6, "person by its place")
    return mention


def _weighed(mention: Mention, votes: Votes) -> Mention:
    """Return what a name that its words make a person's is by its surroundings: "the ferry Anna Maria"."""
    if votes["organization"] <= votes["person"] + 0.6:
        return mention
    if votes["organization"] < 0.5 or votes["other"] >= 0.5:
        return mention.taken_for("other", 0.3, "thing by its place")
    return mention.taken_for("organization", 0.55, "organization by its place")


def _listed_word(mention: Mention, votes: Votes) -> Mention:
    """Return what a listed organization of one word is that may be another name as well."""
    person, organization, place = votes["person"], votes["organization"], votes["place"]
    if organization - max(person, place, 0) >= 0.3 or (
        mention.confidence >= 0.45 and max(person, place) < 0.5
    ):
        return mention.taken_for("organization", min(0.85, 0.55 + organization / 4), mention.rule)
    return _settled(mention.taken_for("unknown", 0.3, "surname"), votes)


def _may_be_person(place: Piece, words: Words) -> bool:
    last = place.words[-1]
    return (
        len(place.words) <= 2
        and (last in words.surnames or last in words.given)
        and place.text not in words.countries
    )


def _settled(mention: Mention, votes: Votes, business: bool = False) -> Mention:
    """Return what an unknown stretch is by the votes of the whole story."""
    person, organization, place = votes["person"], votes["organization"], votes["place"]
    count, rule = len(mention.words), mention.rule
    if business:  # most lone capitals in a story of markets are companies
        person, organization = person - 0.25, organization + 0.3
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
