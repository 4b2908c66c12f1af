"""Who a text names, and who says what in it: plain Python, without Django and without a database."""

from articles.names.comparing import SAME, of_two_fathers, same_name
from articles.names.finding import find_names
from articles.names.found import FoundName, FoundQuote, Kind
from articles.names.keys import name_key
from articles.names.known import KnownMatch, KnownName, KnownNames
from articles.names.namesakes import OF_ANOTHER
from articles.names.quotes import find_quotes
from articles.names.story import Place, Said, Sighted, names_in_story

__all__ = [
    "OF_ANOTHER",
    "SAME",
    "FoundName",
    "FoundQuote",
    "Kind",
    "KnownMatch",
    "KnownName",
    "KnownNames",
    "Place",
    "Said",
    "Sighted",
    "find_names",
    "find_quotes",
    "name_key",
    "names_in_story",
    "of_two_fathers",
    "same_name",
]
