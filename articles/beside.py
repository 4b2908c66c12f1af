"""What an article's page shows beside the story: neighbours, related posts, other languages."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.conf.locale import LANG_INFO

from articles.models import Article, Direction, Neighbour, RelatedLink, Translation

# More than a reader takes in at the foot of a story.
MOST_RELATED = 12


@dataclass(frozen=True, slots=True)
class Pointer:
    """A title beside a story; without an address it is not in the archive, and stands as text."""

    title: str
    url: str = ""
    reasons: list[str] = field(default_factory=list)
    language: str = ""

    @property
    def language_name(self) -> str:
        """The language's own name for itself."""
        info = LANG_INFO.get(self.language, {})
        return str(info.get("name_local", self.language)).capitalize()


@dataclass(frozen=True, slots=True)
class Beside:
    """Everything that stands beside one story."""

    previous: Pointer | None
    next: Pointer | None
    related: list[Pointer]
    translations: list[Pointer]


def beside(article: Article) -> Beside:
    """Return what stands beside `article`, with addresses only of what readers may see.

    Where the source named no neighbour, the story next to it in the newsroom's order stands in.
    """
    neighbours = {neighbour.direction: neighbour for neighbour in article.neighbours.all()}
    related = list(article.related_links.order_by("rank", "pk")[:MOST_RELATED])
    translations = list(article.translations.order_by("rank"))
    adjacent = _adjacent_ids(article, neighbours)
    wanted = {neighbour.other_id for neighbour in neighbours.values()}
    wanted |= {link.other_id for link in related} | {row.other_id for row in translations}
    stories = _published({*wanted, *adjacent.values()} - {None})
    sides = {
        side: _side(neighbours.get(side), stories.get(adjacent.get(side) or 0), stories)
        for side in Direction
    }
    return Beside(
        sides[Direction.PREVIOUS],
        sides[Direction.NEXT],
        [pointer for link in related if (pointer := _related(link, stories))],
        [_translation(row, stories) for row in translations],
    )


def _adjacent_ids(article: Article, neighbours: dict[str, Neighbour]) -> dict[str, int | None]:
    """Return the ids of the stories next in the order, for the sides on which no source says one."""
    shown = Article.objects.published()
    rows = {
        Direction.PREVIOUS: shown.before(article).newest_first(),
        Direction.NEXT: shown.after(article).oldest_first(),
    }
    return {
        side: order.values_list("pk", flat=True).first()
        for side, order in rows.items()
        if side not in neighbours
    }


def _published(ids: Iterable[int | None]) -> dict[int, Article]:
    shown = Article.objects.published().filter(pk__in=ids).only("title", "slug")
    return {story.pk: story for story in shown}


def _side(
    neighbour: Neighbour | None, adjacent: Article | None, stories: dict[int, Article]
) -> Pointer | None:
    if neighbour is None:
        return Pointer(adjacent.title, adjacent.get_absolute_url()) if adjacent else None
    story = stories.get(neighbour.other_id or 0)
    return Pointer(neighbour.title, story.get_absolute_url() if story else "")


def _related(link: RelatedLink, stories: dict[int, Article]) -> Pointer | None:
    """Return the link as a reader sees it; one that an editor or a rule made to a draft is hidden."""
    story = stories.get(link.other_id or 0)
    if story:
        return Pointer(story.title, story.get_absolute_url(), link.reasons)
    return Pointer(link.title, "", link.reasons) if link.title else None


def _translation(row: Translation, stories: dict[int, Article]) -> Pointer:
    story = stories.get(row.other_id or 0)
    return Pointer(
        row.title or (story.title if story else row.address),
        story.get_absolute_url() if story else row.address,
        language=row.language,
    )
