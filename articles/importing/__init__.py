"""From an archive of documents to rows, in batches.

    walk ──▶ reading ──▶ writing ──▶ settling
             │           │           titles tied to stories, the order
             │           one transaction a chunk
             manuscripts, made in other processes

`run.import_archive` is the way in. Nothing is imported here, so that the reading processes start
without Django.
"""
