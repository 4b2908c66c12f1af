"""`filter(slug__among=slugs)`: what `slug__in` finds, asked with one value however many slugs there are.

A list of hundreds makes Django look at each and the database read each; as one array, or one text of
JSON, they cost a fifth of it. It is meant for the keys of a chunk of documents.
"""

from __future__ import annotations

import json
from typing import Any

from django.db.models import Lookup


class Among(Lookup):  # type: ignore[type-arg]  # generic only to type checkers
    """Whether a column's text is one of those given; `rhs` is any iterable of texts."""

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        column, values = self.process_lhs(compiler, connection)
        texts = json.dumps(list(self.rhs))
        return f"{column} IN (SELECT value FROM json_each(%s))", [*values, texts]

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        column, values = self.process_lhs(compiler, connection)
        return f"{column} = ANY(%s)", [*values, list(self.rhs)]
