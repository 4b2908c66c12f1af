"""Make the index that stories are searched by, and write the entries of the stories that are here."""

from typing import Any

from django.db import migrations

from articles.search import postgres, sqlite


def make_index(apps: Any, schema_editor: Any) -> None:
    engine = {"sqlite": sqlite, "postgresql": postgres}[schema_editor.connection.vendor]
    engine.make_index(schema_editor.execute)


def drop_index(apps: Any, schema_editor: Any) -> None:
    schema_editor.execute("DROP TABLE articles_search")


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_bodies_as_they_are")]

    operations = [migrations.RunPython(make_index, drop_index)]
