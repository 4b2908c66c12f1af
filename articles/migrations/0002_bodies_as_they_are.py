"""Have PostgreSQL keep the bodies of stories as they are.

Compressing one, which is what PostgreSQL does by itself with what is longer than 2,000 bytes, takes it a
tenth of the time in which it stores a whole story, and undoing it is a part of every page.
"""

from typing import Any

from django.db import migrations


def keep_bodies_as_they_are(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "ALTER TABLE articles_article ALTER COLUMN body_html SET STORAGE EXTERNAL"
        )


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]

    operations = [migrations.RunPython(keep_bodies_as_they_are, migrations.RunPython.noop)]
