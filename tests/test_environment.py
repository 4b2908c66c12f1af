"""What the environment may say, and what is said of nonsense: the variable, its value, the legal ones."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom import environment
from tests.commands import ROOT

NAME = "NEWSROOM_TEST"
STRONG_KEY = "correct-horse-battery-staple-" * 3

SetVariable = pytest.MonkeyPatch


def refusal(reader: Any, *arguments: Any) -> str:
    """Return what the reader says of a value that it refuses."""
    with pytest.raises(ImproperlyConfigured) as refused:
        reader(NAME, *arguments)
    return str(refused.value)


# Words


@pytest.mark.parametrize("value", ["", "   "])
def test_an_empty_variable_counts_as_unset(value: str, monkeypatch: SetVariable) -> None:
    monkeypatch.setenv(NAME, value)
    assert environment.text(NAME, "otherwise") == "otherwise"
    assert environment.boolean(NAME, True) is True
    assert environment.hosts(NAME, ["a.org"]) == ["a.org"]


def test_spaces_around_a_value_are_no_part_of_it(monkeypatch: SetVariable) -> None:
    monkeypatch.setenv(NAME, " The Daily \n")
    assert environment.text(NAME, "") == "The Daily"


@pytest.mark.parametrize(
    ("value", "meaning"), [("1", True), ("Yes", True), ("ON", True), ("false", False), ("0", False)]
)
def test_yes_and_no_have_several_words(value: str, meaning: bool, monkeypatch: SetVariable) -> None:
    monkeypatch.setenv(NAME, value)
    assert environment.boolean(NAME, not meaning) is meaning


def test_neither_yes_nor_no_is_refused(monkeypatch: SetVariable) -> None:
    monkeypatch.setenv(NAME, "perhaps")
    expected = f"{NAME}='perhaps' is neither yes nor no. Set it to 1 or 0."
    assert refusal(environment.boolean, True) == expected


@pytest.mark.parametrize("value", ["be", "BE", "pt-BR", "en-us"])
def test_a_language_is_known_in_any_case(value: str, monkeypatch: SetVariable) -> None:
    monkeypatch.setenv(NAME, value)
    assert environment.language(NAME, "en", ["en", "be", "pt-br"]) == value.lower()


def test_an_unknown_language_is_refused(monkeypatch: SetVariable) -> None:
    monkeypatch.setenv(NAME, "belarusian")
    expected = f"{NAME}='belarusian' is not known. Set it to one like en, be, ru or kk."
    assert refusal(environment.language, "en", ["en", "be"]) == expected


def test_an_unknown_time_zone_is_refused(monkeypatch: SetVariable) -> None:
    monkeypatch.setenv(NAME, "Europe/Warsaw")
    assert environment.time_zone(NAME, "UTC") == "Europe/Warsaw"
    monkeypatch.setenv(NAME, "Mars/Olympus")
    expected = (
        f"{NAME}='Mars/Olympus' is not known. Set it to one like UTC, Europe/Warsaw or Asia/Almaty."
    )
    assert refusal(environment.time_zone, "UTC") == expected


# Addresses


@pytest.mark.parametrize(
    ("value", "url"),
    [
        ("https://news.example.org", "https://news.example.org"),
        ("https://news.example.org/", "https://news.example.org"),
        ("HTTPS://News.Example.org", "https://news.example.org"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("https://навіны.бел", "https://xn--80ae5ac4e2c.xn--90ais"),
    ],
)
def test_a_site_s_address_is_its_origin(value: str, url: str, monkeypatch: SetVariable) -> None:
    monkeypatch.setenv(NAME, value)
    assert environment.site_url(NAME, "") == url


@pytest.mark.parametrize(
    "value",
    [
        *("news.example.org", "ftp://news.example.org", "https://", "https://news.example.org/en"),
        *("https://news.example.org?x", "https://news.example.org#x", "https://me@example.org"),
        *("http://localhost:port", "http://localhost:99999", "https://[::1", "https://a b.org"),
        *("https://a_b.org", "https://*.example.org"),
    ],
)
def test_what_is_no_site_s_address_is_refused(value: str, monkeypatch: SetVariable) -> None:
    monkeypatch.setenv(NAME, value)
    said = refusal(environment.site_url, "")
    assert said.startswith(f"{NAME}={value!r} is not a site's address.")
    assert said.endswith("Set it to one like https://news.example.org.")


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("News.example.org, www.example.org,", ["news.example.org", "www.example.org"]),
        (".example.org", [".example.org"]),
        ("*", ["*"]),
        ("[::1],127.0.0.1", ["[::1]", "127.0.0.1"]),
    ],
)
def test_hosts_are_names_with_commas(
    value: str, names: list[str], monkeypatch: SetVariable
) -> None:
    monkeypatch.setenv(NAME, value)
    assert environment.hosts(NAME, []) == names


@pytest.mark.parametrize(
    "wrong", ["https://news.example.org", "news.example.org:443", "a b.org", "[x", "news/"]
)
def test_what_is_no_host_is_refused(wrong: str, monkeypatch: SetVariable) -> None:
    monkeypatch.setenv(NAME, f"example.org,{wrong}")
    said = refusal(environment.hosts, [])
    assert said.startswith(f"{NAME}={wrong!r} names no host.")
    assert "like news.example.org,www.example.org" in said


def test_no_host_at_all_is_refused(monkeypatch: SetVariable) -> None:
    monkeypatch.setenv(NAME, ",")
    assert "names no host" in refusal(environment.hosts, ["example.org"])


@pytest.mark.parametrize(
    "url", ["", "https://hub.example.org/", "http://127.0.0.1:8080/publish?x=1"]
)
def test_a_service_has_an_address_or_none(url: str, monkeypatch: SetVariable) -> None:
    monkeypatch.setenv(NAME, url)
    assert environment.service(NAME) == url


@pytest.mark.parametrize(
    "wrong", ["hub.example.org", "file:///etc/passwd", "https://", "http://[x"]
)
def test_what_is_no_service_is_refused(wrong: str, monkeypatch: SetVariable) -> None:
    monkeypatch.setenv(NAME, wrong)
    assert "https://hub.example.org/" in refusal(environment.service)


def test_a_key_of_indexnow_is_letters_digits_and_hyphens(monkeypatch: SetVariable) -> None:
    monkeypatch.setenv(NAME, "8f2c4b1e-0001")
    assert environment.indexnow_key(NAME) == "8f2c4b1e-0001"
    for wrong in ("short", "a" * 129, "not/a/key!", "ключ-ключ"):
        monkeypatch.setenv(NAME, wrong)
        assert "8 to 128" in refusal(environment.indexnow_key)


# The database


def described(value: str, monkeypatch: SetVariable) -> dict[str, Any]:
    monkeypatch.setenv(NAME, value)
    return environment.database(NAME, Path("never"))


def test_without_a_database_there_is_a_file_in_a_folder_made_for_it(
    tmp_path: Path, monkeypatch: SetVariable
) -> None:
    monkeypatch.delenv(NAME, raising=False)
    file = tmp_path / "data" / "newsroom.sqlite3"
    assert environment.database(NAME, file)["NAME"] == str(file)
    assert file.parent.is_dir()


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("sqlite:///newsroom.sqlite3", "newsroom.sqlite3"),
        ("sqlite:///data/news.sqlite3", "data/news.sqlite3"),
        ("sqlite:////var/lib/news.sqlite3", "/var/lib/news.sqlite3"),
        ("sqlite:////var/my%20news%3F.sqlite3", "/var/my news?.sqlite3"),
    ],
)
def test_sqlite_is_a_path(url: str, file: str, monkeypatch: SetVariable) -> None:
    database = described(url, monkeypatch)
    assert (database["ENGINE"], database["NAME"]) == ("django.db.backends.sqlite3", file)
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.parametrize(
    ("url", "name", "user", "password", "host", "port", "options"),
    [
        ("postgres://ed:pw@db:5433/news", "news", "ed", "pw", "db", "5433", {}),
        ("postgresql://db/news", "news", "", "", "db", "", {}),
        ("postgres:///news", "news", "", "", "", "", {}),
        ("postgres://ed@/news?host=/run/PG", "news", "ed", "", "/run/PG", "", {}),
        ("postgres://ed@%2Frun%2FPG/news", "news", "ed", "", "/run/PG", "", {}),
        ("postgres://ed:p%40%2F%3A%23%25@db/n", "n", "ed", "p@/:#%", "db", "", {}),
        ("postgres://[::1]:5433/my%20news", "my news", "", "", "::1", "5433", {}),
        (
            "postgres://db/news?sslmode=require&connect_timeout=5",
            *("news", "", "", "db", ""),
            {"sslmode": "require", "connect_timeout": "5"},
        ),
    ],
)
def test_postgres_is_a_url(
    url: str,
    name: str,
    user: str,
    password: str,
    host: str,
    port: str,
    options: dict[str, str],
    monkeypatch: SetVariable,
) -> None:
    database = described(url, monkeypatch)
    parts = [database[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")]
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert parts == [name, user, password, host, port, options]


@pytest.mark.parametrize(
    ("url", "mistake"),
    [
        ("newsroom.sqlite3", "its scheme is ''"),
        ("mysql://ed:secret@db/news", "its scheme is 'mysql'"),
        ("sqlite://newsroom.sqlite3", "three slashes"),
        ("sqlite://data/newsroom.sqlite3", "three slashes"),
        ("sqlite:///", "it names no file"),
        ("sqlite:///data/", "it names no file"),
        ("sqlite:///news.sqlite3?mode=ro", "SQLite takes no options"),
        ("postgres://ed:secret@db", "its database is ''"),
        ("postgres://ed:secret@db/news/old", "its database is 'news/old'"),
        ("postgres://ed:secret@db:port/news", "its host or port cannot be read"),
        ("postgres://ed:secret@db:99999/news", "its host or port cannot be read"),
        ("postgres://ed:sec#ret@db/news", "its host or port cannot be read"),
        ("postgres://ed:sec/ret@db/news", "its host or port cannot be read"),
        ("postgres://ed:secret@[::1/news", "its host or port cannot be read"),
        ("postgres://ed:secret@:5432/news", "it has a port and no host"),
        ("postgres://ed:secret@db/news?sslmode", "its options are 'sslmode'"),
        ("postgres://ed:secret@db/news?sslmod=on", 'invalid connection option "sslmod"'),
    ],
)
def test_what_is_no_database_is_refused_without_its_password(
    url: str, mistake: str, monkeypatch: SetVariable
) -> None:
    monkeypatch.setenv(NAME, url)
    said = refusal(environment.database, Path("never"))
    assert said.startswith(f"{NAME} is no database's address: ")
    assert mistake in said
    assert "postgres://user:password@host:port/name?option=value" in said
    assert "ret" not in said.replace("secret key", "")


# The secret key


@pytest.fixture
def key_file(tmp_path: Path, monkeypatch: SetVariable) -> Path:
    monkeypatch.delenv(NAME, raising=False)
    return tmp_path / "data" / "secret_key"


def test_a_key_is_made_once_for_its_owner_alone(key_file: Path) -> None:
    key = environment.secret_key(NAME, key_file)
    assert len(key) == 64
    assert environment.secret_key(NAME, key_file) == key == key_file.read_text()
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    assert list(key_file.parent.iterdir()) == [key_file]


def test_no_two_newsrooms_have_the_same_key(tmp_path: Path) -> None:
    keys = {environment.secret_key(NAME, tmp_path / str(n) / "key") for n in range(3)}
    assert len(keys) == 3


def test_a_key_in_the_environment_needs_no_file(key_file: Path, monkeypatch: SetVariable) -> None:
    monkeypatch.setenv(NAME, STRONG_KEY)
    assert environment.secret_key(NAME, key_file) == STRONG_KEY
    assert not key_file.parent.exists()


@pytest.mark.parametrize("weak", ["secret", "x" * 60, "0123456789" * 4])
def test_a_weak_key_is_refused_and_not_repeated(
    weak: str, key_file: Path, monkeypatch: SetVariable
) -> None:
    monkeypatch.setenv(NAME, weak)
    said = refusal(environment.secret_key, key_file)
    assert said.startswith(f"{NAME} is too weak with {len(weak)} characters. Set it to 50 or more")
    assert weak not in said.removeprefix(NAME)


@pytest.mark.parametrize("kept", ["", "\n", "short", "\x00" * 64])
def test_a_spoiled_key_file_is_told_and_left_as_it_is(kept: str, key_file: Path) -> None:
    key_file.parent.mkdir()
    key_file.write_text(kept)
    said = refusal(environment.secret_key, key_file)
    assert f"The secret key in {key_file} is too weak" in said
    assert "Delete the file to have a new one made" in said
    assert key_file.read_text() == kept


def test_the_key_s_file_never_stands_there_without_its_key(
    key_file: Path, monkeypatch: SetVariable
) -> None:
    """Look at the moment before it appears: whoever is killed, or asks, finds no empty file."""
    link = os.link

    def look(source: str, target: Path) -> None:
        assert not target.exists()
        assert len(Path(source).read_text()) == 64
        link(source, target)

    monkeypatch.setattr(os, "link", look)
    assert environment.secret_key(NAME, key_file) == key_file.read_text()


def test_whoever_comes_second_takes_the_first_one_s_key(
    key_file: Path, monkeypatch: SetVariable
) -> None:
    link = os.link

    def come_second(source: str, target: Path) -> None:
        target.write_text(STRONG_KEY)
        link(source, target)

    monkeypatch.setattr(os, "link", come_second)
    assert environment.secret_key(NAME, key_file) == STRONG_KEY == key_file.read_text()


def test_processes_that_start_at_once_have_the_same_key(key_file: Path) -> None:
    program = (
        "import sys, pathlib; from newsroom import environment; sys.stdin.read();"
        f"print(environment.secret_key({NAME!r}, pathlib.Path(sys.argv[1])))"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(key_file)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for process in processes:
        assert process.stdin
        process.stdin.close()
    keys = set()
    for process in processes:
        assert process.stdout
        keys.add(process.stdout.read().strip())
        process.stdout.close()
        assert process.wait() == 0
    assert keys == {key_file.read_text()}


@pytest.mark.parametrize("reader", ["secret_key", "database"])
def test_a_folder_that_cannot_be_made_is_told(
    reader: str, tmp_path: Path, monkeypatch: SetVariable
) -> None:
    monkeypatch.delenv(NAME, raising=False)
    (tmp_path / "file").write_text("in the way")
    folder = tmp_path / "file" / "data"
    said = refusal(getattr(environment, reader), folder / "x")
    assert said.startswith(f"The folder {folder} cannot be made (")
    assert said.endswith(f"Set DATA_DIR to one that can be written to, or set {NAME}.")


def test_a_key_that_cannot_be_read_is_told(key_file: Path) -> None:
    key_file.mkdir(parents=True)
    said = refusal(environment.secret_key, key_file)
    assert said.startswith(f"The secret key cannot be kept in {key_file} (Is a directory).")
