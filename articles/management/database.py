"""What a command needs of the database before it begins."""

from __future__ import annotations

from django.core.management.base import CommandError
from django.db import OperationalError, ProgrammingError

from articles.models import ImportBatch


def require_tables(returncode: int = 1) -> None:
    """Raise `CommandError`, with the mend in a sentence, if the database has no tables or does not answer."""
    try:
        ImportBatch.objects.exists()
    except (OperationalError, ProgrammingError) as error:
        raise CommandError(
            f"The database cannot be used ({str(error).strip()}). Check DATABASE_URL, and run "
            "manage.py migrate if its tables are not there yet.",
            returncode=returncode,
        ) from error
