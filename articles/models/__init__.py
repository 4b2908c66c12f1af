"""The newsroom's words: stories, who is in them, what they said, what stands beside them."""

from articles.models.alias import Alias, Role
from articles.models.article import Article, Byline, DatePrecision, Status, Tagging, Translation
from articles.models.beside import Direction, MadeBy, Neighbour, RelatedLink
from articles.models.decision import Decision, FormerAddress, LikelyDuplicate
from articles.models.entity import Entity, Event, Kind, Organization, Person
from articles.models.finding import ArchiveReport, Finding, Topic
from articles.models.former import FormerSlug
from articles.models.mention import FoundBy, Mention, Quote, State
from articles.models.sighting import NewName, Sighting
from articles.models.source import ImportBatch, ImportedDocument, Outcome
from articles.models.term import StoryTerm

__all__ = [
    "Alias",
    "ArchiveReport",
    "Article",
    "Byline",
    "DatePrecision",
    "Decision",
    "Direction",
    "Entity",
    "Event",
    "Finding",
    "FormerAddress",
    "FormerSlug",
    "FoundBy",
    "ImportBatch",
    "ImportedDocument",
    "Kind",
    "LikelyDuplicate",
    "MadeBy",
    "Mention",
    "Neighbour",
    "NewName",
    "Organization",
    "Outcome",
    "Person",
    "Quote",
    "RelatedLink",
    "Role",
    "Sighting",
    "State",
    "Status",
    "StoryTerm",
    "Tagging",
    "Topic",
    "Translation",
]
