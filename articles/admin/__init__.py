"""The editor's desk: every model of the newsroom, quick with 100,000 of each."""

from articles.admin import article, entity, mention, source

__all__ = ["article", "entity", "mention", "source"]
