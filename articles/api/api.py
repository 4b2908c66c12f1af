"""The addresses of the API, each read-only. Everything in an answer begins with published()."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import Throttled, ValidationError
from ninja.throttling import AnonRateThrottle
from pydantic import Field

from articles import export
from articles.api import shapes
from articles.entity_index import called
from articles.models import Article, Entity, Event, Organization, Person
from articles.models.article import ArticleQuerySet
from articles.models.entity import OfOneKind
from articles.veil import veil_over
from articles.views import find_entity

MOST_A_PAGE = 100

Limit = Annotated[int, Field(ge=1, le=MOST_A_PAGE, description="How many at once.")]
Position = Annotated[
    int | None,
    Field(ge=-(1 << 63), lt=1 << 63, description="Go on behind this position in the order."),
]
FIRST_LIMIT = 20

REFUSALS = {404: shapes.Problem, 422: shapes.Problem, 429: shapes.Problem}

api = NinjaAPI(
    title=settings.SITE_NAME,
    version="1",
    description=__doc__,
    docs_url=None,  # its page would ask another host for its scripts
    urls_namespace="api",
    throttle=AnonRateThrottle(f"{settings.API_REQUESTS_A_MINUTE}/m"),
)


# Stories


@api.get(
    "articles/",
    response={200: shapes.Cards} | REFUSALS,
    summary="Stories, newest first",
)
def articles(
    request: HttpRequest,
    language: shapes.Slug = "",
    tag: shapes.Slug = "",
    person: shapes.Slug = "",
    organization: shapes.Slug = "",
    event: shapes.Slug = "",
    since: date | None = None,
    until: date | None = None,
    after: Position = None,
    limit: Limit = FIRST_LIMIT,
) -> Any:
    """Return the stories in a language, with a tag, that mention somebody, or of some days.

    `since` and `until` are the first and the last day in UTC; undated stories are of no day.
    """
    rows = _of_days(Article.objects.published().for_cards(), since, until)
    if language:
        rows = rows.filter(language=language)
    if tag:
        rows = rows.tagged(tag)
    named: list[tuple[str, type[OfOneKind]]] = [
        (person, Person),
        (organization, Organization),
        (event, Event),
    ]
    for slug, model in named:
        if slug:
            rows = rows.about(find_entity(slug, model))
    if after is not None:
        rows = rows.filter(position__lt=after)
    found = list(rows.prefetch_related(export.tags_of_each()).order_by("-position")[: limit + 1])
    shown = found[:limit]
    veil = veil_over(article.slug for article in shown)
    return {
        "items": [veil.over_data(_card(article)) for article in shown],
        "next": _next(request, shown[-1].position) if len(found) > limit else None,
    }


@api.get(
    "articles/{slug}/",
    response={200: shapes.Story} | REFUSALS,
    summary="One story, whole",
)
def article(request: HttpRequest, slug: shapes.Slug) -> Any:
    """Return a story with its names, quotes and neighbours, as the open export has it."""
    rows = Article.objects.published().filter(slug=slug)
    found = rows.prefetch_related(*export.with_children(everything=False)).first()
    if found is None:
        raise Http404(f"There is no story at {slug}.")
    return export.under_veil(export.article_as_data(found, everything=False), veil_over([slug]))


def _of_days(rows: ArticleQuerySet, since: date | None, until: date | None) -> ArticleQuerySet:
    if since:
        rows = rows.filter(published_at__gte=datetime.combine(since, time(), UTC))
    if until and until < date.max:
        end = until + timedelta(days=1)
        rows = rows.filter(published_at__lt=datetime.combine(end, time(), UTC))
    return rows


def _card(article: Article) -> dict[str, Any]:
    return {
        "slug": article.slug,
        "url": settings.SITE_URL + article.get_absolute_url(),
        "title": article.title,
        "language": article.language,
        "published_at": export.published_at(article),
        "published_between": export.published_between(article),
        "standfirst": article.standfirst,
        "lead": article.lead,
        "tags": export.tags(article),
    }


# People, organizations and events


def _add_names(model: type[OfOneKind], path: str) -> None:
    """Add the two addresses of one kind of name."""
    plural = str(model._meta.verbose_name_plural)

    def names(
        request: HttpRequest,
        q: shapes.Words = "",
        after: shapes.Slug = "",
        limit: Limit = FIRST_LIMIT,
    ) -> Any:
        """Return those that published stories mention, by their address; `q` keeps those called so."""
        rows = called(model, q) if q.strip() else model.objects.published().named_openly()
        found = list(rows.filter(slug__gt=after).with_story_counts().order_by("slug")[: limit + 1])
        return {
            "items": [_name(entity) for entity in found[:limit]],
            "next": _next(request, found[limit - 1].slug) if len(found) > limit else None,
        }

    def name(request: HttpRequest, slug: shapes.Slug) -> Any:
        """Return one with all its names and, of a person, what stories call them."""
        found = export.entities(everything=False).filter(kind=model.KIND, slug=slug).first()
        if found is None:
            raise Http404(f"There is no {model.KIND} at {slug}.")
        return export.entity_as_data(found, everything=False)

    _add(f"{path}/", names, shapes.Names, plural.capitalize(), f"list_{path}")
    _add(f"{path}/{{slug}}/", name, shapes.Entity, f"One of the {plural}", f"get_{model.KIND}")


def _add(path: str, view: Callable[..., Any], shape: Any, summary: str, name: str) -> None:
    api.get(path, response={200: shape} | REFUSALS, summary=summary, operation_id=name)(view)


def _name(entity: Entity) -> dict[str, Any]:
    return {
        "kind": entity.kind,
        "slug": entity.slug,
        "url": settings.SITE_URL + entity.get_absolute_url(),
        "name": entity.name,
        "description": entity.description,
        "first_day": export.day(entity.first_day),
        "last_day": export.day(entity.last_day),
        "story_count": entity.story_count,  # type: ignore[attr-defined]  # with_story_counts() adds it
    }


_add_names(Person, "people")
_add_names(Organization, "organizations")
_add_names(Event, "events")


# What the addresses share


def _next(request: HttpRequest, last: object) -> str:
    """Return the address that goes on behind `last`, with all else that was asked for."""
    asked = request.GET.copy()
    asked["after"] = str(last)
    return f"{settings.SITE_URL}{request.path}?{asked.urlencode()}"


@api.exception_handler(Http404)
def missing(request: HttpRequest, problem: Http404) -> HttpResponse:
    return api.create_response(request, {"detail": str(problem)}, status=404)


@api.exception_handler(ValidationError)
def refused(request: HttpRequest, problem: ValidationError) -> HttpResponse:
    sentences = [f"{error['loc'][-1]}: {error['msg']}." for error in problem.errors]
    return api.create_response(request, {"detail": " ".join(sentences)}, status=422)


@api.exception_handler(Throttled)
def too_many(request: HttpRequest, problem: Throttled) -> HttpResponse:
    seconds = problem.wait or 60
    most = settings.API_REQUESTS_A_MINUTE
    sentence = f"These are more than {most} requests in a minute: ask again in {seconds} seconds."
    response = api.create_response(request, {"detail": sentence}, status=429)
    response.headers["Retry-After"] = str(seconds)
    return response
