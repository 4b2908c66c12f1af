"""A small archive on rockets and on bread, for the tests of related stories."""

from __future__ import annotations

from typing import Any

from articles.models import Article, MadeBy, RelatedLink
from articles.related.writing import relate, relate_all
from tests import cast

ROCKET = "The rocket rose from Baikonur with its capsule, engines and cosmonauts aboard."
BREAD = "The bakery sells rye bread, rolls and pastry, and the flour comes from Grodno."


def story(title: str, *paragraphs: str, **fields: Any) -> Article:
    return cast.make_article(title, paragraphs=list(paragraphs) or [ROCKET], **fields)


def make_archive() -> None:
    """Make four stories on rockets and three on bread, each with words of its own."""
    for number, part in enumerate(("booster", "capsule hatch", "parachute", "telemetry"), 1):
        story(f"Rocket {number}: the {part}", f"{ROCKET} Engineers test the {part} again.")
    for number, part in enumerate(("oven", "dough", "queue"), 1):
        story(f"Bread {number}: the {part}", f"{BREAD} Bakers speak of the {part}.")
    settle()


def settle() -> None:
    """Have everything chosen as after an import."""
    for article in Article.objects.all():
        relate(article)
    relate_all()


def beside(article: Article) -> list[str]:
    """Return the slugs of the stories that were chosen to stand beside the article, in their order."""
    return [str(link.other and link.other.slug) for link in computed(article)]


def computed(article: Article) -> list[RelatedLink]:
    links = article.related_links.filter(made_by=MadeBy.COMPUTED)
    return list(links.select_related("other").order_by("rank"))


def rows() -> list[tuple[Any, ...]]:
    """Return all computed links, told without ids."""
    links = RelatedLink.objects.filter(made_by=MadeBy.COMPUTED)
    columns = ("article__slug", "rank", "other__slug", "score", "reasons")
    return sorted(links.values_list(*columns), key=repr)
