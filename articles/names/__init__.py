"""Who a text names, and who says what in it: plain Python, without Django and without a database."""

from articles.names.finding import find_names
from articles.names.found import FoundName, FoundQuote, Kind
from articles.names.keys import name_key
from articles.names.known import KnownName, KnownNames

__all__ = ["FoundName", "FoundQuote", "Kind", "KnownName", "KnownNames", "find_names", "name_key"]
