"""The one app of Newsroom."""

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    """Articles, the people, organizations and events in them, and how they came in."""

    name = "articles"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have the search index follow the stories."""
        from articles.search.indexing import keep_index  # models are loaded now

        keep_index()
