"""Typed readers of environment variables, for settings.py.

Each takes the variable's name and a default, returns a value of its own type, and raises
`ImproperlyConfigured` with the name, the value found and the legal values when the value is nonsense.
"""

import os
import secrets
from collections.abc import Collection
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit
from zoneinfo import available_timezones

from django.core.exceptions import ImproperlyConfigured

TRUE_WORDS = {"1", "true", "yes", "on"}
FALSE_WORDS = {"0", "false", "no", "off"}

# Django asks for 50 characters or more (check security.W009); 64 random ones carry 384 bits.
SECRET_KEY_BYTES = 48


def text(name: str, default: str) -> str:
    """Return the variable's text without the spaces around it; an empty one counts as unset."""
    return os.environ.get(name, "").strip() or default


def boolean(name: str, default: bool) -> bool:
    """Return True for 1, true, yes, on and False for 0, false, no, off, in any case."""
    word = text(name, "1" if default else "0").lower()
    if word in TRUE_WORDS | FALSE_WORDS:
        return word in TRUE_WORDS
    raise ImproperlyConfigured(f"{name}={word!r} is neither yes nor no. Set it to 1 or 0.")


def whole_number(name: str, default: int, least: int = 0) -> int:
    """Return the variable as a whole number, `least` or more."""
    word = text(name, str(default))
    if word.isascii() and word.isdigit() and int(word) >= least:
        return int(word)
    raise ImproperlyConfigured(f"{name}={word!r} is not a whole number of {least} or more.")


def words(name: str, default: Collection[str] = ()) -> list[str]:
    """Return the variable's comma-separated words."""
    return [word.strip() for word in text(name, ",".join(default)).split(",") if word.strip()]


def one_of(name: str, default: str, legal: Collection[str], example: str) -> str:
    """Return the variable if it is among the `legal` values; `example` shows what one looks like."""
    word = text(name, default)
    if word in legal:
        return word
    raise ImproperlyConfigured(f"{name}={word!r} is not known. Set it to one like {example}.")


def time_zone(name: str, default: str) -> str:
    """Return the name of a time zone the system knows, such as Europe/Warsaw."""
    return one_of(name, default, available_timezones(), "UTC, Europe/Warsaw or Asia/Almaty")


def site_url(name: str, default: str) -> str:
    """Return the site's public address, `http(s)://host[:port]`, without a last slash."""
    address = text(name, default).rstrip("/")
    parts = urlsplit(address)
    if parts.scheme in {"http", "https"} and parts.hostname and not parts.path:
        return address
    raise ImproperlyConfigured(
        f"{name}={address!r} is not a site's address. Set it to one like https://news.example.org."
    )


def database(name: str, default: Path) -> dict[str, Any]:
    """Return Django's description of the database that the variable's URL names.

    `sqlite:///relative.sqlite3`, `sqlite:////absolute.sqlite3`, or
    `postgres://user:password@host:port/name?option=value`, where `host` may be given as an option to
    name a socket's folder. Without the variable: SQLite in the file `default`.
    """
    url = text(name, "")
    if not url:
        return sqlite(str(default))
    parts = urlsplit(url)
    if parts.scheme == "sqlite" and parts.path.strip("/"):
        return sqlite(unquote(parts.path[1:]))
    if parts.scheme in {"postgres", "postgresql"} and parts.path.strip("/"):
        return postgres(url)
    raise ImproperlyConfigured(
        f"{name} must be sqlite:///file or postgres://user:password@host:port/name, "
        f"but its scheme is {parts.scheme!r} and its database {parts.path.strip('/')!r}."
    )


def sqlite(file: str) -> dict[str, Any]:
    """Return Django's description of an SQLite database tuned for a site with writers and readers."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            # A transaction that means to write says so at its start, so it waits instead of failing
            # half-way: https://www.sqlite.org/lang_transaction.html
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,  # seconds a writer waits for another
            # WAL lets readers go on while one writes; NORMAL is safe with it and saves an fsync per
            # transaction (https://www.sqlite.org/wal.html). The log is emptied into the database at
            # 8,000 pages, so that an import does that once in many transactions. cache_size is in KiB
            # when negative.
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
                "PRAGMA wal_autocheckpoint=8000; PRAGMA cache_size=-32000;"
            ),
        },
    }


def postgres(url: str) -> dict[str, Any]:
    """Return Django's description of the PostgreSQL database that `url` names."""
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", None) or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,  # seconds; a new connection costs more than a page
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def secret_key(name: str, kept_in: Path) -> str:
    """Return the variable's key, else the one in the file `kept_in`, made now if there is none.

    The file is created readable and writable by its owner alone, and never replaced.
    """
    key = text(name, "")
    if key:
        return key
    kept_in.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(kept_in, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _kept_key(name, kept_in)
    with os.fdopen(descriptor, "w") as file:
        key = secrets.token_urlsafe(SECRET_KEY_BYTES)
        file.write(key)
    return key


def _kept_key(name: str, kept_in: Path) -> str:
    key = kept_in.read_text().strip()
    if len(key) < SECRET_KEY_BYTES:
        raise ImproperlyConfigured(
            f"The secret key in {kept_in} is too short. Delete the file to have a new one made "
            f"(everybody signs in again), or set {name}."
        )
    return key
