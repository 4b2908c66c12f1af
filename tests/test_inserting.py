"""Rows inserted many at once hold exactly what they were given, on both databases."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.inserting import insert, insert_returning_ids
from articles.models import Byline, RelatedLink
from tests.cast import make_article

pytestmark = pytest.mark.django_db

# NUL is the one code point that PostgreSQL stores in no text; the reader refuses it.
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=60)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(TEXTS, unique=True, max_size=5))
def test_any_text_is_stored_as_it_is(names: list[str]) -> None:
    Byline.objects.all().delete()
    article = make_article(slug=f"story-{len(names)}-{hash(tuple(names))}")
    ids = insert_returning_ids(
        Byline,
        ["article", "rank", "name"],
        [(article.pk, *one) for one in enumerate(names)],
        "name",
    )
    stored = Byline.objects.order_by("rank").values_list("name", "pk")
    assert list(stored) == [(name, ids[name]) for name in names]


def test_nulls_lists_and_more_rows_than_a_statement_holds() -> None:
    article = make_article()
    fields = ["article", "rank", "made_by", "other", "title", "title_key", "score", "reasons"]
    rows = ((article.pk, n, "archive", None, "\\N", "", 0.5, ("why",)) for n in range(5_000))
    insert(RelatedLink, fields, rows)
    assert RelatedLink.objects.count() == 5_000
    link = RelatedLink.objects.order_by("-rank")[0]
    assert (link.rank, link.other, link.title, link.reasons) == (4_999, None, "\\N", ["why"])


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(TEXTS, unique=True, max_size=6), sought=st.integers(0, 6))
def test_among_finds_what_in_finds(names: list[str], sought: int) -> None:
    Byline.objects.all().delete()
    article = make_article(slug=f"sought-{sought}-{hash(tuple(names))}")
    insert(Byline, ["article", "rank", "name"], [(article.pk, *one) for one in enumerate(names)])
    found = Byline.objects.filter(name__among={*names[:sought], "Nobody"}).order_by("rank")
    assert [byline.name for byline in found] == names[:sought]
