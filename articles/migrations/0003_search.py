"""Make the index that stories are searched by; `manage.py index_search` writes stories that are here."""

from typing import Any

from django.db import migrations

from articles.search import postgres, sqlite


def make_index(apps: Any, schema_editor: Any) -> None:
    engine = {"sqlite": sqlite, "postgresql": postgres}[schema_editor.connection.vendor]
    engine.make_index(schema_editor.execute)


def drop_index(apps: Any, schema_editor: Any) -> None:
    for table in ("articles_search", "articles_search_term"):
        schema_editor.execute(f"DROP TABLE {table}")


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_bodies_as_they_are")]

    operations = [migrations.RunPython(make_index, drop_index)]
