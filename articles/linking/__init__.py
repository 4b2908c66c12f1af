"""Names → entities, mentions, quotes and roles.

    a story's text ──names_in_story──▶ sightings, quotes   (from the text alone)
    all sightings ──counting, making──▶ new names, and entities of those that are sure
    sightings and aliases ──resolving──▶ mentions, speakers, roles

So a story's links follow from its text and from who bears which name, in whatever order stories came.
"""

from articles.linking.counting import keep_new_names
from articles.linking.linking import forget_articles, link_article, link_names, link_new
from articles.linking.making import make_entity
from articles.linking.sightings import Read, rewrite_read, write_read

__all__ = [
    "Read",
    "forget_articles",
    "keep_new_names",
    "link_article",
    "link_names",
    "link_new",
    "make_entity",
    "rewrite_read",
    "write_read",
]
