"""The editor's desk: every model of the newsroom, quick with 100,000 of each."""

from articles.admin import article, beside, entity, mention, names, source, tag

__all__ = ["article", "beside", "entity", "mention", "names", "source", "tag"]
