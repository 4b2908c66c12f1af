"""All that the search page shows, and what is suggested while one types."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from django.http import Http404, HttpRequest, QueryDict

from articles.models import Article, Entity
from articles.paging import ROWS_A_PAGE, Page, number_asked
from articles.search.facets import MOST_COUNTED, Choice, Facet, Narrowed, facets
from articles.search.finding import find, these
from articles.search.hidden import without_hidden
from articles.search.meaning import meant
from articles.search.named import called, in_any_spelling
from articles.search.question import question, tidy
from articles.search.snippets import Asked, Part, marked, snippet
from articles.veil import Veil, veil_over

BY_DATE = "date"
AS_TYPED = "typed"
MOST_SUGGESTED = 6


class Shown(NamedTuple):
    """One story that was found, and the stretches of it that show why."""

    article: Article
    title: list[Part]
    text: list[Part]


@dataclass(slots=True)
class Search:
    """One search; with the addresses of those beside it."""

    typed: str
    parameters: QueryDict
    page: Page
    count: int = 0
    are_all: bool = True
    entities: list[Entity] = field(default_factory=list)
    in_any_spelling: bool = False
    facets: list[Facet] = field(default_factory=list)
    chosen: list[Choice] = field(default_factory=list)
    meant: str = ""
    veil: Veil = field(default_factory=lambda: Veil([]))
    stories: list[Shown] = field(default_factory=list)

    @property
    def by_date(self) -> bool:
        return self.parameters.get("sort") == BY_DATE

    @property
    def as_typed(self) -> bool:
        return self.parameters.get("spelling") == AS_TYPED

    @property
    def all_counted(self) -> bool:
        """Whether facets were counted in all the stories there are."""
        return self.are_all and self.count <= MOST_COUNTED

    def narrowed_by(self, choice: Choice) -> str:
        """Return the address of this search with a choice made."""
        return self.url(**{choice.name: choice.value})

    def without(self, choice: Choice) -> str:
        """Return the address of this search with a choice taken away."""
        return self.url(**{choice.name: ""})

    def url(self, **changed: str) -> str:
        """Return the address of this search with parameters changed; an empty one goes."""
        asked = self.parameters.copy()
        asked.pop("page", None)
        for name, value in changed.items():
            asked.pop(name, None)
            if value:
                asked[name] = value
        return f"?{asked.urlencode()}"


def search(request: HttpRequest) -> Search:
    """Return the page that `?q=` and the parameters beside it ask for; raise `Http404` for one too far."""
    typed = tidy(request.GET.get("q", ""))
    made = Search(typed, request.GET, Page([], 1, 1, request))
    made.veil = veil_over([])
    asked = question(typed)
    narrowed = Narrowed.by(request.GET)
    made.chosen = narrowed.choices()
    if not asked:
        return made
    names = called(typed)
    made.entities = names.entities
    made.in_any_spelling = bool(names.key) and not made.as_typed
    if made.in_any_spelling:
        asked = in_any_spelling(asked, names.key)
    asked, stories = without_hidden(asked, narrowed.keep(Article.objects.published()))
    found = find(asked, stories, made.by_date)
    made.count, made.are_all = len(found.stories), found.are_all
    made.page = _page(request, found.stories)
    made.facets = facets(found.stories, narrowed)
    made.veil = veil_over(article.slug for article in made.page)
    made.stories = [_shown(article, Asked.by(asked), made.veil) for article in made.page]
    if not found.stories:
        made.meant = meant(typed, stories)
    return made


def suggestions(typed: str) -> dict[str, list[dict[str, str]]]:
    """Return what an unfinished question may lead to: names and stories, as the page's script reads them."""
    asked, stories = without_hidden(
        question(typed, is_unfinished=True), Article.objects.published()
    )
    found = find(asked, stories).stories[:MOST_SUGGESTED]
    articles = _in_order(found)
    names = called(typed).entities
    answer = {
        "names": [
            {"name": one.shown_name, "kind": one.get_kind_display(), "url": one.get_absolute_url()}
            for one in names
        ],
        "stories": [
            {"title": one.title, "language": one.language, "url": one.get_absolute_url()}
            for one in articles
        ],
    }
    veiled: dict[str, list[dict[str, str]]] = veil_over(one.slug for one in articles).over_data(
        answer
    )
    return veiled


def _page(request: HttpRequest, stories: list[int]) -> Page:
    number = number_asked(request)
    num_pages = max(1, -(-len(stories) // ROWS_A_PAGE))
    if number > num_pages:
        raise Http404(f"There is no page {number}: the last is page {num_pages}.")
    first = (number - 1) * ROWS_A_PAGE
    return Page(_in_order(stories[first : first + ROWS_A_PAGE]), number, num_pages, request)


def _in_order(stories: Iterable[int]) -> list[Article]:
    """Return these stories as they are shown, in this order, if readers may still see them."""
    ids = list(stories)
    rows = {row.pk: row for row in these(Article.objects.published(), ids).for_search()}
    return [rows[pk] for pk in ids if pk in rows]


def _shown(article: Article, asked: Asked, veil: Veil) -> Shown:
    """Return a story with its marks; hidden names are hidden first, since a mark would divide them."""
    title, standfirst, body = (
        veil.over_data(text) for text in (article.title, article.standfirst, article.body_text)
    )
    text = snippet(standfirst, asked) or snippet(body, asked)
    return Shown(
        article,
        marked(title, asked),
        text or [Part(veil.over_data(article.standfirst or article.lead), False)],
    )
