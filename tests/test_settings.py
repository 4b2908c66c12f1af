"""The settings that follow from the environment, as a site that starts with them has them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.commands import ROOT, SETTINGS, manage

# An address of the desk that answers without a database: "sign in first".
ASK = """
from django.test import Client
for headers in ({}, {"x-forwarded-proto": "https"}):
    answer = Client(headers=headers).get("/admin/jsi18n/", headers={"host": "127.0.0.1"})
    print(answer.status_code, answer.headers["Location"])
"""

TELL = """
import json
from functools import reduce
from django.conf import settings
def tell(names):
    steps = [name.split(".") for name in names]
    print(json.dumps([reduce(dict.get, path[1:], getattr(settings, path[0])) for path in steps]))
"""


def run(program: str, folder: Path, **settings: str) -> str:
    done = manage("shell", "-v0", "-c", program, **{"DATA_DIR": str(folder)} | settings)
    assert done.returncode == 0, done.stderr
    return done.stdout


def read(folder: Path, *names: str, **settings: str) -> Any:
    """Return the settings with these names, as a site has them that starts in the `folder`."""
    found = run(f"{TELL}tell({names!r})", folder, **settings)
    return json.loads(found)


def test_a_site_under_https_has_nothing_to_be_warned_of(tmp_path: Path) -> None:
    settings = {"SITE_URL": "https://news.example.org", "DATA_DIR": str(tmp_path)}
    done = manage("check", "--deploy", "--fail-level", "WARNING", **settings)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "System check identified no issues (0 silenced).\n"


def test_a_site_is_safe_when_nothing_is_set(tmp_path: Path) -> None:
    debug, hosts, origins, file = read(
        tmp_path, "DEBUG", "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "DATABASES.default.NAME"
    )
    assert debug is False
    assert sorted(set(hosts)) == ["127.0.0.1", "localhost"]
    assert origins == ["http://127.0.0.1:8000"]
    assert file == str(tmp_path / "newsroom.sqlite3")


def test_the_key_outlives_the_process(tmp_path: Path) -> None:
    first, second = (read(tmp_path, "SECRET_KEY") for _ in range(2))
    assert first == second == [(tmp_path / "secret_key").read_text()]


def test_nothing_is_kept_in_a_folder_that_nobody_needs(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    set_elsewhere = {"DATABASE_URL": "sqlite:///:memory:", "SECRET_KEY": "0123456789" * 6}
    read(folder, "DEBUG", **set_elsewhere)
    assert not folder.exists()


def test_a_relative_folder_lies_in_the_project() -> None:
    settings = {"DATABASE_URL": "sqlite:///:memory:", "SECRET_KEY": "0123456789" * 6}
    program = "from django.conf import settings; print(settings.DATA_DIR)"
    assert run(program, Path("elsewhere"), **settings).strip() == str(ROOT / "elsewhere")


def test_a_site_on_this_machine_needs_no_https(tmp_path: Path) -> None:
    address = {"SITE_URL": "http://localhost:8000"}
    assert run(ASK, tmp_path, **address).startswith("302 /admin/login/")
    names = ["SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS"]
    assert read(tmp_path, *names, **address) == [False, False, 0]


@pytest.mark.parametrize(
    ("behind_proxy", "answers"),
    [
        ("", ["301 https://127.0.0.1/admin/jsi18n/"] * 2),
        ("1", ["301 https://127.0.0.1/admin/jsi18n/", "302 /admin/login/?next=/admin/jsi18n/"]),
    ],
    ids=["alone", "behind a proxy"],
)
def test_only_a_proxy_is_believed_that_a_reader_came_by_https(
    behind_proxy: str, answers: list[str], tmp_path: Path
) -> None:
    settings = {"SITE_URL": "https://news.example.org", "BEHIND_PROXY": behind_proxy}
    assert run(ASK, tmp_path, **settings).splitlines() == answers


def test_who_watches_the_server_is_not_sent_elsewhere(tmp_path: Path) -> None:
    program = 'from django.test import Client; print(Client().get("/healthz", headers={"host": "localhost"}))'
    assert "status_code=200" in run(program, tmp_path, SITE_URL="https://news.example.org")


def test_the_hosts_follow_from_the_address(tmp_path: Path) -> None:
    (hosts,) = read(tmp_path, "ALLOWED_HOSTS", SITE_URL="https://[2001:db8::1]:8443")
    assert hosts == ["[2001:db8::1]", "127.0.0.1", "localhost"]
    (hosts,) = read(tmp_path, "ALLOWED_HOSTS", ALLOWED_HOSTS="a.org,b.org")
    assert hosts == ["a.org", "b.org"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", "maybe"),
        ("SITE_URL", "news.example.org"),
        ("ALLOWED_HOSTS", "https://news.example.org"),
        ("BEHIND_PROXY", "nginx"),
        ("LANGUAGE_CODE", "klingon"),
        ("TIME_ZONE", "Minsk"),
    ],
)
def test_a_site_does_not_start_with_nonsense(name: str, value: str, tmp_path: Path) -> None:
    done = manage("check", **{"DATA_DIR": str(tmp_path), name: value})
    assert done.returncode != 0
    assert f"{name}={value!r}" in done.stderr.strip().splitlines()[-1]


def test_every_variable_is_known_to_those_who_run_commands() -> None:
    source = (ROOT / "newsroom" / "settings.py").read_text()
    assert set(re.findall(r'environment\.\w+\(\s*"([A-Z_]+)"', source)) == SETTINGS


def test_the_readme_tells_every_variable() -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "README.md").read_text(), re.MULTILINE)
    assert sorted(rows) == sorted(SETTINGS)
