"""Numbered pages whose last costs what the first costs.

An offset makes the database walk over every row before the page. Here every 200th row's place in the
order is remembered for a minute, so that any page is reached by a look-up in the index and a walk of
less than 200 rows. The first page is always as fresh as the database; later ones may be a minute old in
where they begin.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db.models import F, QuerySet, Window
from django.db.models.functions import RowNumber
from django.http import Http404, HttpRequest

ROWS_A_PAGE = 20
ROWS_BETWEEN_LANDMARKS = 200
SECONDS_REMEMBERED = 60

# Pages named on each side of the current one.
LINKS_BESIDE = 2


@dataclass(frozen=True, slots=True)
class PageLink:
    """One number in the row under a list; a gap has neither number nor address."""

    number: int | None
    url: str
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Landmarks:
    """How many rows there are, and the order's value at every 200th, from the first on."""

    count: int
    values: list[Any]


class Page:
    """One page of rows, with the addresses of its neighbours."""

    def __init__(self, rows: list[Any], number: int, num_pages: int, request: HttpRequest) -> None:
        self.object_list = rows
        self.number = number
        self.num_pages = num_pages
        self.request = request

    def __iter__(self) -> Iterator[Any]:
        return iter(self.object_list)

    def __len__(self) -> int:
        return len(self.object_list)

    @property
    def has_previous(self) -> bool:
        return self.number > 1

    @property
    def has_next(self) -> bool:
        return self.number < self.num_pages

    @property
    def canonical_url(self) -> str:
        """Return the one address of this page, whatever else was asked for with it."""
        return self.request.path + (f"?page={self.number}" if self.number > 1 else "")

    @property
    def previous_url(self) -> str:
        return self.url(self.number - 1)

    @property
    def next_url(self) -> str:
        return self.url(self.number + 1)

    def url(self, number: int) -> str:
        """Return the address of the page `number`; the first has no number in it."""
        asked = self.request.GET.copy()
        asked.pop("page", None)
        if number > 1:
            asked["page"] = str(number)
        return self.request.path + (f"?{asked.urlencode()}" if asked else "")

    @property
    def links(self) -> list[PageLink]:
        """Return the first, the last and the near pages, with a gap where numbers are left out."""
        shown = {1, self.num_pages}
        shown |= set(range(self.number - LINKS_BESIDE, self.number + LINKS_BESIDE + 1))
        links: list[PageLink] = []
        last = 0
        for number in sorted(n for n in shown if 1 <= n <= self.num_pages):
            if number - last > 1:
                links.append(PageLink(None, ""))
            links.append(PageLink(number, self.url(number), number == self.number))
            last = number
        return links


def paginate(
    request: HttpRequest, rows: QuerySet[Any], order: str, name: str, per_page: int = ROWS_A_PAGE
) -> Page:
    """Return the page of `rows` that `?page=` asks for, the first without it.

    `order` is a field with a value of its own for each of the rows, `-` before it for the other
    way; `name` is this list's own, in the cache. Raise `Http404` for a page that is not there.
    """
    number = number_asked(request)
    if number == 1:
        return _first_page(request, rows, order, name, per_page)
    marks = landmarks(rows, order, name)
    num_pages = -(-marks.count // per_page)
    if number > num_pages:
        raise Http404(f"There is no page {number}: the last is page {num_pages}.")
    steps, offset = divmod((number - 1) * per_page, ROWS_BETWEEN_LANDMARKS)
    from_here = {f"{order.lstrip('-')}__{'lte' if order[0] == '-' else 'gte'}": marks.values[steps]}
    found = rows.filter(**from_here).order_by(order)[offset : offset + per_page]
    return Page(list(found), number, num_pages, request)


def landmarks(rows: QuerySet[Any], order: str, name: str) -> Landmarks:
    """Return the landmarks of `rows` in their `order`, at most a minute old."""
    key = f"landmarks:{name}"
    marks: Landmarks | None = cache.get(key)
    if marks is None:
        field = order.lstrip("-")
        numbered = rows.order_by().annotate(
            row=Window(RowNumber(), order_by=F(field).desc() if order[0] == "-" else F(field).asc())
        )
        every = numbered.annotate(step=F("row") % ROWS_BETWEEN_LANDMARKS).filter(step=1)
        values = list(every.order_by("row").values_list(field, flat=True))
        marks = Landmarks(rows.order_by().count(), values)
        cache.set(key, marks, SECONDS_REMEMBERED)
    return marks


def remember_landmarks(name: str, values: list[Any]) -> None:
    """Keep the landmarks of a list whose rows' `values`, all in their order, are at hand."""
    marks = Landmarks(len(values), values[::ROWS_BETWEEN_LANDMARKS])
    cache.set(f"landmarks:{name}", marks, SECONDS_REMEMBERED)


def number_asked(request: HttpRequest) -> int:
    """Return the number of the page that `?page=` asks for, 1 without it; raise `Http404` for none."""
    word = request.GET.get("page", "1")
    if word.isascii() and word.isdigit() and len(word) < 10 and int(word) > 0:
        return int(word)
    raise Http404(f"“{word}” is no page's number.")


def _first_page(
    request: HttpRequest, rows: QuerySet[Any], order: str, name: str, per_page: int
) -> Page:
    """Return the first page, read fresh: an article published now is on it now."""
    found = list(rows.order_by(order)[: per_page + 1])
    if len(found) <= per_page:
        return Page(found, 1, 1, request)
    num_pages = max(2, -(-landmarks(rows, order, name).count // per_page))
    return Page(found[:per_page], 1, num_pages, request)
