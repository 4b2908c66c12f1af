"""Titles: the words before a person's name that say what the person is."""

from __future__ import annotations

from articles.names.row import Row

_LONGEST_TITLE = 10  # words
_JOINING = frozenset({"of", "for", "and", "the", "&"})
# How an office of state begins: a city before one is where it happened, "In Moscow Defence Minister X".
_STATE = frozenset(
    {"President", "Prime", "Vice", "Foreign", "Defence", "Defense", "Interior", "Minister"}
)

# Offices that several people have in one breath: "Prime Ministers Mart Laar and Carl Bildt".
_PLURALS = frozenset(
    {"Presidents", "Ministers", "Chancellors", "Governors", "Senators", "Premiers", "Ambassadors"}
)


def title_end(row: Row, at: int) -> int:
    """Return where the title ends that begins here, `at` if none does.

    "Russian Defence Minister", "EU Farm Commissioner", "Minister of Defense of Russia".
    """
    end, index = at, at
    while index < len(row) and index - at < _LONGEST_TITLE:
        step = _step(row, index, at)
        if not step:
            break
        if row.capital(index) and _is_role(row, index):
            end = index + 1
        index = step
    return end if end == at else _with_object(row, end)


def in_singular(title: str) -> str:
    """Return the title that one of several people bears: "Prime Ministers" is "Prime Minister"."""
    return title[:-1] if title.rpartition(" ")[2] in _PLURALS else title


def title_start(row: Row, at: int) -> int:
    """Return where the title itself starts: behind a city that an office of state has not."""
    end = row.listed(at, row.words.places)
    if end and row.text(end) in _STATE and row.texts(at, end)[-1] not in row.words.countries:
        return end
    return at


def _is_role(row: Row, at: int) -> bool:
    return row.text(at) in _PLURALS or row.text(at).lower() in row.words.roles


def _step(row: Row, index: int, at: int) -> int:
    """Return where a word that may stand in a title ends; 0 if this one may not."""
    text, words = row.text(index), row.words
    if not row.capital(index):
        return index + 1 if text in _JOINING and index > at else 0
    if _is_role(row, index) or _qualifies(row, index):
        return index + 1
    if text in words.nationalities or text in words.organizations:
        return index + 1
    return row.listed(index, words.places)


def _qualifies(row: Row, at: int) -> bool:
    text = row.text(at)
    return row.capital(at) and (text in row.words.modifiers or text in row.words.organization_last)


def _with_object(row: Row, end: int) -> int:
    """Return where a title ends together with what follows "of" and belongs to it."""
    while row.text(end) in {"of", "for"}:
        after = end + 2 if row.text(end + 1) == "the" else end + 1
        stop = row.listed(after, row.words.places) if row.capital(after) else 0
        if not stop:
            stop = after
            while _qualifies(row, stop) or (
                stop > after and row.text(stop) == "and" and _qualifies(row, stop + 1)
            ):
                stop += 1
        if stop == after:
            break
        end = stop
    return end
