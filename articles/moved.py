"""Links that led to a story before it stood where it stands now, here or on the old site.

Each leads on to the story itself, never to another former address, and only if readers may see the story.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.views.defaults import page_not_found

from articles.addresses import address
from articles.models import Article
from articles.models.article import ArticleQuerySet

# As many as it takes to see that a path is not one story's alone.
TWO = 2
LONGEST_PATH = 1_000


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Lead whoever followed an old link to the story, else say that the page is not here."""
    match = request.resolver_match
    url = story_formerly_at(match.kwargs["slug"]) if match and match.url_name == "article" else None
    url = url or story_once_on_old_site(request.path_info, request.META.get("QUERY_STRING", ""))
    return HttpResponsePermanentRedirect(url) if url else page_not_found(request, exception)


def story_formerly_at(slug: str) -> str | None:
    """Return the address of the published story that once had this slug, if there is one."""
    return _of_one(Article.objects.filter(former_slugs__slug=slug))


def story_once_on_old_site(path: str, query: str) -> str | None:
    """Return the address of the published story whose document says that it stood at `path`.

    A slash at the end makes no difference. A query is part of the old address if the document's had one,
    as in "/?p=7", and else makes none. A path that two stories had, on two old sites, leads to neither.
    """
    bare = path.rstrip("/")
    for asked in [f"{bare or '/'}?{query}", bare] if query else [bare]:
        if not asked or len(asked) > LONGEST_PATH or "\0" in asked:
            continue
        if url := _of_one(Article.objects.filter(documents__path=asked)):
            return url
    return None


def _of_one(stories: ArticleQuerySet) -> str | None:
    """Return the address of the one story among `stories` that readers may see, if it is one."""
    slugs = list(stories.published().values_list("slug", flat=True).distinct()[:TWO])
    return address("article", slugs[0]) if len(slugs) == 1 else None
