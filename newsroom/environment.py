"""Typed readers of environment variables, for settings.py.

Each takes the variable's name and a default, returns a value of its own type, and raises
`ImproperlyConfigured` with the name, the value found and the legal values when the value is nonsense;
what may hold a password is not repeated.
"""

import os
import re
import secrets
import tempfile
from collections.abc import Collection
from ipaddress import IPv6Address
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit
from zoneinfo import available_timezones

from django.core.exceptions import ImproperlyConfigured

TRUE_WORDS = {"1", "true", "yes", "on"}
FALSE_WORDS = {"0", "false", "no", "off"}

# 64 characters; Django asks for 50, five of them different (check security.W009).
SECRET_KEY_BYTES = 48
SHORTEST_SECRET_KEY = 50
FEWEST_DIFFERENT = 5

# https://www.indexnow.org/documentation, "Verifying ownership via the key"
INDEXNOW_KEY = re.compile(r"[A-Za-z0-9-]{8,128}")

# What Django compares a request's Host header with: letters, digits, dots and hyphens.
HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?")


# Words


def text(name: str, default: str) -> str:
    """Return the variable's text without the spaces around it; an empty one counts as unset."""
    return os.environ.get(name, "").strip() or default


def boolean(name: str, default: bool) -> bool:
    """Return True for 1, true, yes, on and False for 0, false, no, off, in any case."""
    word = text(name, "1" if default else "0").lower()
    if word in TRUE_WORDS | FALSE_WORDS:
        return word in TRUE_WORDS
    raise ImproperlyConfigured(f"{name}={word!r} is neither yes nor no. Set it to 1 or 0.")


def one_of(name: str, default: str, legal: Collection[str], example: str) -> str:
    """Return the variable if it is among the `legal` values; `example` shows what one looks like."""
    word = text(name, default)
    if word in legal:
        return word
    raise ImproperlyConfigured(f"{name}={word!r} is not known. Set it to one like {example}.")


def whole_number(name: str, default: int, least: int, most: int) -> int:
    """Return the variable as a number from `least` to `most`."""
    word = text(name, str(default))
    if word.isascii() and word.isdigit() and least <= int(word) <= most:
        return int(word)
    raise ImproperlyConfigured(f"{name}={word!r} is no number from {least} to {most}.")


def thresholds(name: str, default: str) -> dict[int, int]:
    """Return "1:85, 2:80" as {1: 85, 2: 80}: from how many on, which percentage is enough.

    The word "never" gives none.
    """
    word = text(name, default)
    if word.lower() == "never":
        return {}
    try:
        pairs = [pair.split(":") for pair in word.split(",")]
        found = {int(count): int(percent) for count, percent in pairs}
    except ValueError:
        found = {}
    if found and all(count >= 1 and 1 <= percent <= 100 for count, percent in found.items()):
        return found
    raise ImproperlyConfigured(
        f"{name}={word!r} is no list of thresholds. Set it to never, or to one like {default}."
    )


def indexnow_key(name: str) -> str:
    """Return the key that IndexNow knows the site by, or "" if it has none."""
    word = text(name, "")
    if not word or INDEXNOW_KEY.fullmatch(word):
        return word
    raise ImproperlyConfigured(
        f"{name}={word!r} is no key of IndexNow. Set it to 8 to 128 Latin letters, digits and hyphens."
    )


def language(name: str, default: str, legal: Collection[str]) -> str:
    """Return the code of a language that the site's own words can be in, as Django writes it."""
    word = text(name, default)
    # Django's own words are in American English, so that this one is no translation.
    known = {code.lower(): code for code in [*legal, "en-us"]}
    return known.get(word.lower()) or one_of(name, default, legal, "en, be, ru or kk")


def time_zone(name: str, default: str) -> str:
    """Return the name of a time zone the system knows, such as Europe/Warsaw."""
    return one_of(name, default, available_timezones(), "UTC, Europe/Warsaw or Asia/Almaty")


# Addresses


def site_url(name: str, default: str) -> str:
    """Return the site's public address, `http(s)://host[:port]`, as a browser writes its origin."""
    address = text(name, default)
    try:
        parts = urlsplit(address.rstrip("/"))
        host, port = _host(parts.hostname or ""), parts.port
        extra = parts.path or parts.query or parts.fragment or "@" in parts.netloc
    except ValueError:
        host = ""
    if host and not extra and parts.scheme in {"http", "https"}:
        return f"{parts.scheme}://{host}" + (f":{port}" if port else "")
    raise ImproperlyConfigured(
        f"{name}={address!r} is not a site's address. Set it to one like https://news.example.org."
    )


def host_of(url: str) -> str:
    """Return the host of a site's address, as ALLOWED_HOSTS names it."""
    return _host(urlsplit(url).hostname or "")


def hosts(name: str, default: list[str]) -> list[str]:
    """Return the comma-separated names of hosts; `.example.org` means all under it, `*` any."""
    words = [word.strip() for word in text(name, ",".join(default)).split(",") if word.strip()]
    found = [_allowed_host(word) for word in words]
    if all(found) and found:
        return found
    wrong = ",".join(word for word, host in zip(words, found, strict=True) if not host)
    raise ImproperlyConfigured(
        f"{name}={wrong!r} names no host. Set it to names with commas between them, without https:// "
        "and port, like news.example.org,www.example.org; .example.org means all under it, * any."
    )


def _allowed_host(word: str) -> str:
    if word == "*":
        return word
    try:
        bare = word[1:-1] if word.startswith("[") and word.endswith("]") else word
        host = _host(bare.removeprefix("."))
    except ValueError:
        return ""
    return f".{host}" if host and word.startswith(".") else host


def _host(word: str) -> str:
    """Return a host's name as browsers send it, or "" if it is none; raises ValueError, too."""
    if ":" in word:
        return f"[{IPv6Address(word)}]"
    host = word.lower() if word.isascii() else word.encode("idna").decode()
    return host if HOST.fullmatch(host) else ""


def service(name: str, default: str = "") -> str:
    """Return the address of somebody else's service, `http(s)://host/…`, or "" if there is none."""
    url = text(name, default)
    try:
        parts = urlsplit(url)
        is_sound = parts.scheme in {"http", "https"} and bool(_host(parts.hostname or ""))
    except ValueError:
        is_sound = False
    if is_sound or not url:
        return url
    raise ImproperlyConfigured(
        f"{name}={url!r} is no service's address. Set it to one like https://hub.example.org/."
    )


# The database


def database(name: str, default: Path) -> dict[str, Any]:
    """Return Django's description of the database that the variable's URL names.

    `sqlite:///relative.sqlite3`, `sqlite:////absolute.sqlite3`, or
    `postgres://user:password@host:port/name?option=value`, where `host` may be given as an option to
    name a socket's folder. Without the variable: SQLite in the file `default`.
    """
    url = text(name, "")
    if not url:
        make_folder(default.parent, name)
        return sqlite(str(default))
    mistake = _mistake_in(url)
    if not mistake:
        return sqlite(unquote(urlsplit(url).path[1:])) if is_sqlite(url) else postgres(url)
    raise ImproperlyConfigured(
        f"{name} is no database's address: {mistake}. Set it to sqlite:///file, or to "
        "postgres://user:password@host:port/name?option=value, where / ? # @ : and % within a part "
        "are written %2F %3F %23 %40 %3A and %25."
    )


def is_sqlite(url: str) -> bool:
    return urlsplit(url).scheme == "sqlite"


def _mistake_in(url: str) -> str:
    """Return what is wrong with a database's URL, or ""; nothing of it that may be a password."""
    try:
        parts = urlsplit(url)
        has_port = parts.port is not None
    except ValueError:
        return "its host or port cannot be read"
    if parts.scheme == "sqlite":
        return _mistake_in_sqlite(parts)
    if parts.scheme not in {"postgres", "postgresql"}:
        return f"its scheme is {parts.scheme!r}"
    if not parts.path.strip("/") or "/" in parts.path[1:] or parts.fragment:
        return f"its database is {parts.path.strip('/')!r}"
    if has_port and not parts.hostname:
        return "it has a port and no host"
    return _mistake_in_options(parts.query)


def _mistake_in_sqlite(parts: SplitResult) -> str:
    if parts.netloc:
        return "sqlite: is followed by three slashes, or by four before an absolute path"
    if parts.query or parts.fragment:
        return "SQLite takes no options"
    return "" if Path(parts.path).name and parts.path[-1] != "/" else "it names no file"


def _mistake_in_options(query: str) -> str:
    from psycopg2 import ProgrammingError  # not for those who use SQLite
    from psycopg2.extensions import make_dsn

    try:
        options = parse_qsl(query, strict_parsing=True) if query else []
        make_dsn("", **dict(options))
    except ValueError:
        return f"its options are {query!r}"
    except ProgrammingError as error:
        return str(error).strip()
    return ""


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
                "PRAGMA wal_autocheckpoint=8000; PRAGMA cache_size=-16000;"
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
        "HOST": options.pop("host", None) or unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,  # seconds; a new connection costs more than a page
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


# What is made while the site runs


def make_folder(folder: Path, otherwise: str) -> None:
    """Make the `folder`, if it is not there; `otherwise` is the variable that does without it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"The folder {folder} cannot be made ({error.strerror}). Set DATA_DIR to one that can be "
            f"written to, or set {otherwise}."
        ) from error


def secret_key(name: str, kept_in: Path) -> str:
    """Return the variable's key, else the one in the file `kept_in`, made now if there is none.

    The file is readable and writable by its owner alone, and never replaced.
    """
    key = text(name, "")
    if key and not _is_strong(key):
        raise ImproperlyConfigured(
            f"{name} is too weak with {len(key)} characters. Set it to {SHORTEST_SECRET_KEY} or more "
            "random ones, or unset it to have a key made and kept."
        )
    return key or _kept_key(name, kept_in)


def _kept_key(name: str, kept_in: Path) -> str:
    make_folder(kept_in.parent, name)
    try:
        if not kept_in.exists():
            _make_key(kept_in)
        key = kept_in.read_text(encoding="ascii", errors="replace").strip()
    except OSError as error:
        raise ImproperlyConfigured(
            f"The secret key cannot be kept in {kept_in} ({error.strerror}). Set DATA_DIR to a folder "
            f"that can be written to, or set {name}."
        ) from error
    if _is_strong(key):
        return key
    raise ImproperlyConfigured(
        f"The secret key in {kept_in} is too weak with {len(key)} characters. Delete the file to have "
        f"a new one made (everybody signs in again), or set {name}."
    )


def _make_key(kept_in: Path) -> None:
    """Write a new key, unless another process has done so meanwhile: the file appears with its key."""
    with tempfile.NamedTemporaryFile("w", dir=kept_in.parent, prefix=kept_in.name) as file:
        file.write(secrets.token_urlsafe(SECRET_KEY_BYTES))
        file.flush()
        os.fsync(file.fileno())
        try:
            os.link(file.name, kept_in)
        except FileExistsError:
            return


def _is_strong(key: str) -> bool:
    return len(key) >= SHORTEST_SECRET_KEY and len(set(key)) >= FEWEST_DIFFERENT
