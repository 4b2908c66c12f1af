"""From an archive of documents to rows, in batches.

    walk ──▶ reading (other processes) ──▶ writing (one transaction a chunk) ──▶ settling (titles, order)

`import_archive` is the way in.
"""

from articles.importing.manuscript import Options
from articles.importing.report import Result, Summary
from articles.importing.run import import_archive

__all__ = ["Options", "Result", "Summary", "import_archive"]
