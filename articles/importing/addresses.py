"""Give each new story a slug that no other has or had: links to a former one lead to its story for ever."""

from __future__ import annotations

import re

from articles.importing.rows import NewStory
from articles.models import Article, FormerSlug
from articles.slugs import numbered


class Addresses:
    """The slugs given in one import, so that a title that ten thousand share asks the database once."""

    def __init__(self) -> None:
        self.numbers: dict[str, set[int]] = {}
        self.next_number: dict[str, int] = {}

    def give(self, articles: list[NewStory], slugs: list[str]) -> None:
        """Give each article its slug, or that with the lowest free number from 2 on after it.

        The lowest, so that an import that was killed gives the same ones when it goes on.
        """
        taken = {
            slug
            for model in (Article, FormerSlug)
            for slug in model.objects.filter(slug__among=set(slugs)).values_list("slug", flat=True)
        }
        for article, slug in zip(articles, slugs, strict=True):
            article.slug = slug if slug not in taken else self._numbered(slug, taken)
            taken.add(article.slug)

    def _numbered(self, slug: str, taken: set[str]) -> str:
        if slug not in self.numbers:
            self.numbers[slug] = self._numbers_in_use(slug)
            self.next_number[slug] = 2
        number = self.next_number[slug]
        while number in self.numbers[slug] or numbered(slug, number) in taken:
            number += 1
        self.next_number[slug] = number + 1
        return numbered(slug, number)

    def _numbers_in_use(self, slug: str) -> set[int]:
        ends = (
            re.fullmatch(r"-([1-9]\d*)", found[len(slug) :])
            for model in (Article, FormerSlug)
            for found in model.objects.filter(slug__startswith=f"{slug}-").values_list(
                "slug", flat=True
            )
        )
        return {int(end[1]) for end in ends if end}
