"""The newsroom's words: stories, who is in them, what they said, what stands beside them."""

from articles.models.article import Article, Byline, DatePrecision, Status, Tagging, Translation
from articles.models.beside import Direction, MadeBy, Neighbour, RelatedLink
from articles.models.entity import Alias, Entity, Event, Kind, Organization, Person, Role
from articles.models.mention import FoundBy, Mention, Quote, State
from articles.models.source import ImportBatch, ImportedDocument, Outcome

__all__ = [
    "Alias",
    "Article",
    "Byline",
    "DatePrecision",
    "Direction",
    "Entity",
    "Event",
    "FoundBy",
    "ImportBatch",
    "ImportedDocument",
    "Kind",
    "MadeBy",
    "Mention",
    "Neighbour",
    "Organization",
    "Outcome",
    "Person",
    "Quote",
    "RelatedLink",
    "Role",
    "State",
    "Status",
    "Tagging",
    "Translation",
]
