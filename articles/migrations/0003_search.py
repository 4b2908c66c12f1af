"""Make the index that stories are searched by, and write the entries of those that are here."""

from typing import Any

from django.db import migrations

from articles.search import postgres, sqlite
from articles.search.indexing import rebuild


def make_index(apps: Any, schema_editor: Any) -> None:
    engine = {"sqlite": sqlite, "postgresql": postgres}[schema_editor.connection.vendor]
    engine.make_index(schema_editor.execute)


def index_stories(apps: Any, schema_editor: Any) -> None:
    # It asks for columns by name, all of which are there at this point.
    rebuild()


def drop_index(apps: Any, schema_editor: Any) -> None:
    for table in ("articles_search", "articles_search_term"):
        schema_editor.execute(f"DROP TABLE {table}")


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_bodies_as_they_are")]

    operations = [
        migrations.RunPython(make_index, drop_index),
        migrations.RunPython(index_stories, migrations.RunPython.noop),
    ]
