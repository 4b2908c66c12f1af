"""What the desk's search boxes ask the database."""

from __future__ import annotations

from functools import reduce
from operator import or_

from django.db.models import Q

from articles.readers import title_key

# Fields that hold a title's or a name's title_key(), which is the same in any case.
KEYS = {"folded", "title_key"}


def holds_one(fields: list[str], word: str) -> Q:
    """Return the condition that one of the `fields` holds `word`, whatever its case."""
    return reduce(or_, (holds(field, word) for field in fields))


def holds(field: str, word: str) -> Q:
    """Return the condition that `field` holds `word`, whatever its case in any script."""
    if field in KEYS:
        return Q(**{f"{field}__contains": title_key(word)})
    if word.isascii():
        return Q(**{f"{field}__icontains": word})
    # SQLite knows upper and lower case of ASCII alone: https://www.sqlite.org/lang_expr.html#like
    forms = sorted({word, word.lower(), word.upper(), word.capitalize()})
    return reduce(or_, (Q(**{f"{field}__contains": form}) for form in forms))
