"""Stories keep the addresses that they had, here and on the site that they came from."""

from typing import Any
from urllib.parse import unquote, urlsplit

import django.db.models.deletion
from django.db import migrations, models

ROWS_AT_ONCE = 1_000


def note_paths(apps: Any, schema_editor: Any) -> None:
    """Note of each document that bears an address where it stood on its site, as path_of() does now."""
    documents = apps.get_model("articles", "ImportedDocument").objects
    changed = []
    for document in documents.exclude(address="").only("address").iterator(ROWS_AT_ONCE):
        try:
            parts = urlsplit(document.address)
        except ValueError:
            continue
        path = unquote(parts.path).rstrip("/")
        document.path = f"{path or '/'}?{parts.query}" if parts.query else path
        if "\0" not in document.path:
            changed.append(document)
    documents.bulk_update(changed, ["path"], batch_size=ROWS_AT_ONCE)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_archive_report"),
    ]

    operations = [
        migrations.CreateModel(
            name="FormerSlug",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(db_index=False, max_length=100, verbose_name="slug")),
            ],
            options={
                "verbose_name": "former address",
                "verbose_name_plural": "former addresses",
            },
        ),
        migrations.AddField(
            model_name="importeddocument",
            name="path",
            field=models.CharField(
                blank=True,
                editable=False,
                help_text="The address without its host: where a link to the old site leads to the story.",
                max_length=1000,
            ),
        ),
        migrations.AlterField(
            model_name="article",
            name="slug",
            field=models.SlugField(
                db_index=False,
                help_text="The last part of the story's address. The former one leads to it when it changes.",
                max_length=100,
                verbose_name="slug",
            ),
        ),
        migrations.AddIndex(
            model_name="importeddocument",
            index=models.Index(fields=["path"], name="document_path"),
        ),
        migrations.AddField(
            model_name="formerslug",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="former_slugs",
                to="articles.article",
            ),
        ),
        migrations.AddConstraint(
            model_name="formerslug",
            constraint=models.UniqueConstraint(fields=("slug",), name="former_slug_once"),
        ),
        migrations.RunPython(note_paths, migrations.RunPython.noop),
    ]
