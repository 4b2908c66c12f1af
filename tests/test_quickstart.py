"""`manage.py quickstart`: from nothing to a site that answers, as somebody at a terminal has it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener, urlopen

import pytest

from articles.paging import ROWS_A_PAGE
from tests.commands import command, free_port, manage, surroundings
from tests.databases import Databases

LAST_LINE = "Ctrl-C stops it."
SECONDS_TO_ANSWER = 10
SECONDS_TO_END = 10


@dataclass
class Served:
    """A quickstart that runs: what it said until it served, and where it answers."""

    process: subprocess.Popen[str]
    port: int
    said: str
    settings: dict[str, str]

    def get(self, path: str = "/", **headers: str) -> Any:
        request = Request(f"http://127.0.0.1:{self.port}{path}", headers=headers)
        return urlopen(request, timeout=SECONDS_TO_ANSWER)

    @property
    def password(self) -> str:
        found = re.search(r"account editor with the password (\S+)", self.said)
        assert found, self.said
        return found[1]


@pytest.fixture(scope="module")
def served(database: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Run quickstart on an empty database, for all tests that only look at the site."""
    data = str(tmp_path_factory.mktemp("data"))
    with database.scratch() as url:
        yield from serve(free_port(), DATABASE_URL=url, DATA_DIR=data)


def serve(port: int, **settings: str) -> Generator[Served, None, None]:
    with subprocess.Popen(
        command("quickstart", "--port", str(port)),
        env=surroundings(**settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,  # Ctrl-C at a terminal reaches all its processes and no others
    ) as process:
        assert process.stdout
        said = ""
        for line in process.stdout:
            said += line
            if LAST_LINE in line:
                break
        served = Served(process, port, said, settings)
        assert process.poll() is None, said
        try:
            wait_for(served)
            yield served
        finally:
            process.send_signal(signal.SIGINT)


def wait_for(served: Served) -> None:
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    while True:
        try:
            served.get("/healthz").close()
        except URLError:
            assert time.monotonic() < deadline, served.said
            time.sleep(0.1)  # a server that starts gives no other sign
        else:
            return


# What it serves


def test_the_site_answers_with_the_stories_of_seeds(served: Served) -> None:
    with served.get("/archive/") as answer:
        page = answer.read().decode()
        assert answer.status == 200
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert page.count('<a href="/articles/') == ROWS_A_PAGE


def test_static_files_are_compressed_and_kept_for_years(served: Served) -> None:
    with served.get() as answer:
        stylesheet = re.search(r'href="(/static/[^"]+\.css)"', answer.read().decode())
    assert stylesheet
    with served.get(stylesheet[1], **{"Accept-Encoding": "gzip"}) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert answer.headers["Cache-Control"] == "max-age=315360000, public, immutable"


def test_the_site_calls_itself_by_its_port(served: Served) -> None:
    with served.get() as answer:
        page = answer.read().decode()
    assert f'<link rel="canonical" href="http://127.0.0.1:{served.port}/">' in page
    assert f"http://127.0.0.1:{served.port}/" in served.said
    assert ":8000" not in page + served.said


def test_an_error_page_tells_nothing_of_the_inside(served: Served) -> None:
    with pytest.raises(URLError) as caught:
        served.get("/no-such-page/")
    page = caught.value.read().decode()  # type: ignore[attr-defined]  # an HTTPError is an answer
    assert "This page is not here" in page
    assert "urlpatterns" not in page


def test_the_editor_can_sign_in_with_the_password_shown(served: Served) -> None:
    desk = f"http://127.0.0.1:{served.port}/admin/login/?next=/admin/"
    opener = build_opener(HTTPCookieProcessor(CookieJar()))
    with opener.open(desk) as answer:
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', answer.read().decode())
    assert token
    form = {"username": "editor", "password": served.password, "csrfmiddlewaretoken": token[1]}
    signed_in = Request(desk, urlencode(form).encode(), {"Origin": desk.partition("/admin")[0]})
    with opener.open(signed_in) as answer:
        assert answer.url.endswith("/admin/")


def test_the_port_taken_is_told_with_the_mend(served: Served) -> None:
    port = str(served.port)
    second = manage("quickstart", "--port", port, **served.settings)
    assert second.returncode == 1
    assert f"Port {port} cannot be used (Address already in use)" in second.stderr
    assert "quickstart --port" in second.stderr
    assert second.stdout == ""


# What it does


def test_run_again_it_goes_on_with_what_is_there(served: Served) -> None:
    again = manage("quickstart", "--no-serve", **served.settings)
    assert again.returncode == 0, again.stderr
    assert re.search(r"created +0\n", again.stdout)
    assert "manage.py changepassword editor" in again.stdout
    assert "with the password" not in again.stdout


def test_ctrl_c_ends_it_quietly(database_url: str, tmp_path: Path) -> None:
    running = serve(free_port(), DATABASE_URL=database_url, DATA_DIR=str(tmp_path))
    served = next(running)
    os.killpg(served.process.pid, signal.SIGINT)
    said, _ = served.process.communicate(timeout=SECONDS_TO_END)
    assert served.process.returncode == 0
    assert said.strip() == "Stopped. Run the same command again to go on."
    running.close()


def test_the_site_url_of_the_environment_stays(database_url: str, tmp_path: Path) -> None:
    ready = manage(
        *("quickstart", "--no-serve", "--port", "8123"),
        DATABASE_URL=database_url,
        DATA_DIR=str(tmp_path),
        SITE_URL="https://news.example.org",
    )
    assert "https://news.example.org/articles/" in ready.stdout
    assert ":8123" not in ready.stdout


# What it refuses


def test_debug_is_refused(tmp_path: Path) -> None:
    refused = manage("quickstart", DEBUG="1", DATA_DIR=str(tmp_path))
    assert refused.returncode == 1
    assert "Unset DEBUG" in refused.stderr


def test_a_database_that_does_not_answer_is_told(tmp_path: Path) -> None:
    url = f"postgres://nobody@/nothing?host={tmp_path}"
    refused = manage("quickstart", "--no-serve", DATABASE_URL=url, DATA_DIR=str(tmp_path))
    assert refused.returncode == 1
    assert "Check DATABASE_URL" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize("port", ["0", "65536", "http", "-1"])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    refused = manage("quickstart", f"--port={port}")
    assert refused.returncode == 2
    assert f"'{port}' is no port. Give a number from 1 to 65535." in refused.stderr
