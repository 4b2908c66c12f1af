"""`manage.py find_names`: what is found in one text, at a terminal and for other programs."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.commands import command, manage, surroundings

# Whoever connects to this fails: nobody listens on the port for discarded data.
NOWHERE = "postgres://nobody@127.0.0.1:9/nowhere"

STORY = (
    "The Russian Minister of Defense, Sergei Shoigu, came to Minsk. “Time will pass, and they will "
    "mark it down in history books,” Shoigu said."
)
POST = f"Shoigu in Minsk\n\n4 mins\n\n{STORY}\n\nPrevious post\nLavrov in Paris\n"
QUOTE = "Time will pass, and they will mark it down in history books,"
RUSSIAN = "Министр обороны Сергей Шойгу прибыл в Минск. Это объявил Владимир Путин."


@pytest.fixture
def settings_of_nobody(tmp_path: Path) -> dict[str, str]:
    """Return settings under which no database can be reached."""
    return {"DATABASE_URL": NOWHERE, "DATA_DIR": str(tmp_path / "data")}


@pytest.fixture
def post(tmp_path: Path) -> Path:
    path = tmp_path / "post.txt"
    path.write_text(POST, encoding="utf-8")
    return path


def finds_of(said: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in said.splitlines()]


def piped(data: bytes, *words: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command with `data` as its standard input."""
    return subprocess.run(
        command("find_names", *words), env=surroundings(**settings), input=data, capture_output=True
    )


def at_a_terminal(*words: str, **settings: str) -> str:
    """Run a command at a terminal of 80 columns and return what stands on it, without its colours."""
    near, far = pty.openpty()
    environment = surroundings(COLUMNS="80", TERM="xterm", **settings)
    with subprocess.Popen(command(*words), env=environment, stdout=far, stderr=far):
        os.close(far)
        said = b""
        try:
            while some := os.read(near, 65536):
                said += some
        except OSError:  # how Linux says that the last writer has gone
            pass
    os.close(near)
    return re.sub(r"\x1b\[[\d;]*m", "", said.decode())


def test_each_find_is_one_object_in_the_order_of_the_text(
    post: Path, settings_of_nobody: dict[str, str]
) -> None:
    done = manage("find_names", str(post), "--format", "jsonl", **settings_of_nobody)
    assert (done.returncode, done.stderr) == (0, "")
    finds = finds_of(done.stdout)
    assert [(find["type"], find["text"]) for find in finds] == [
        ("name", "Sergei Shoigu"),
        ("quote", QUOTE),
        ("name", "Shoigu"),
    ]


def test_a_name_is_told_with_all_that_is_known_of_it(
    post: Path, settings_of_nobody: dict[str, str]
) -> None:
    done = manage("find_names", str(post), "--format", "jsonl", **settings_of_nobody)
    name = finds_of(done.stdout)[-1]
    assert name.pop("rule")
    assert 0 < name.pop("confidence") <= 1
    start = STORY.rindex("Shoigu")
    assert name == {
        "type": "name",
        "start": start,
        "end": start + len("Shoigu"),
        "text": "Shoigu",
        "kind": "person",
        "name": "Sergei Shoigu",
        "role": "",
        "first_day": None,
        "last_day": None,
    }


def test_a_quote_is_told_with_its_speaker(post: Path, settings_of_nobody: dict[str, str]) -> None:
    done = manage("find_names", str(post), "--format", "jsonl", **settings_of_nobody)
    quote = finds_of(done.stdout)[1]
    assert quote.pop("rule")
    assert 0 < quote.pop("confidence") <= 1
    start = STORY.index(QUOTE)
    assert quote == {
        "type": "quote",
        "start": start,
        "end": start + len(QUOTE),
        "text": QUOTE,
        "speaker": "Sergei Shoigu",
        "speaker_text": "Shoigu",
    }


def test_the_days_of_an_event_are_told(settings_of_nobody: dict[str, str]) -> None:
    text = "The exercise “Union Resolve – 2022” was held from 10 to 20 February 2022 in Belarus."
    done = piped(text.encode(), "--format", "jsonl", **settings_of_nobody)
    event = next(find for find in finds_of(done.stdout.decode()) if find.get("kind") == "event")
    assert (event["first_day"], event["last_day"]) == ("2022-02-10", "2022-02-20")


@pytest.mark.parametrize("words", [(), ("-",)])
def test_in_a_plain_text_offsets_count_from_its_first_character(
    words: tuple[str, ...], settings_of_nobody: dict[str, str]
) -> None:
    text = f"Shoigu in Minsk\r\n\r\n{STORY}\r\n"
    done = piped(text.encode(), *words, "--format", "jsonl", **settings_of_nobody)
    finds = finds_of(done.stdout.decode())
    assert [find["text"] for find in finds] == ["Shoigu", "Sergei Shoigu", QUOTE, "Shoigu"]
    assert all(text[find["start"] : find["end"]] == find["text"] for find in finds)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
def test_a_text_is_read_in_its_encoding(encoding: str, settings_of_nobody: dict[str, str]) -> None:
    done = piped(RUSSIAN.encode(encoding), "--format", "jsonl", **settings_of_nobody)
    finds = finds_of(done.stdout.decode())
    assert [find["text"] for find in finds] == ["Сергей Шойгу", "Владимир Путин"]
    assert all(RUSSIAN[find["start"] : find["end"]] == find["text"] for find in finds)


def test_away_from_a_terminal_each_find_is_a_plain_line(
    post: Path, settings_of_nobody: dict[str, str]
) -> None:
    lines = manage("find_names", str(post), **settings_of_nobody).stdout.splitlines()
    places = [line.split()[:2] for line in lines[:3]]
    assert places == [["33–46", "person"], ["64–124", "quote"], ["126–132", "person"]]
    assert "Shoigu  → Sergei Shoigu" in lines[2]
    assert f"“{QUOTE}”  → Sergei Shoigu" in lines[1]
    assert lines[-2:] == [
        f"Read as a scraped post, its story {len(STORY)} characters long, language en.",
        "Names: 1. Places where they stand: 2. Quotes: 1.",
    ]


def test_at_a_terminal_a_table_fits_it(post: Path, settings_of_nobody: dict[str, str]) -> None:
    lines = at_a_terminal("find_names", str(post), **settings_of_nobody).splitlines()
    assert lines[0].split() == ["Place", "Kind", "Sure", "Found"]
    assert lines[-1] == "Names: 1. Places where they stand: 2. Quotes: 1."
    assert max(map(len, lines)) <= 80


def test_what_a_text_holds_does_not_command_the_terminal(
    settings_of_nobody: dict[str, str],
) -> None:
    text = STORY.replace("Time will pass", "Time \x1b]0;will\x07 pass")
    done = piped(text.encode(), **settings_of_nobody)
    assert "“Time " in done.stdout.decode()
    assert b"\x1b" not in done.stdout


def test_a_text_that_names_nobody_is_no_error(settings_of_nobody: dict[str, str]) -> None:
    done = piped(b"", **settings_of_nobody)
    assert done.returncode == 0
    assert "Names: 0. Places where they stand: 0. Quotes: 0." in done.stdout.decode()


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("nowhere.txt", None, "There is no such file or folder. Check its spelling."),
        ("picture", b"\x89PNG\r\n", "This is a picture, not plain text."),
        ("archive.jsonl", b"{}\n", "This is an export, whose stories are JSON."),
    ],
)
def test_what_cannot_be_read_is_said_with_its_place(
    name: str, data: bytes | None, sentence: str, tmp_path: Path, settings_of_nobody: dict[str, str]
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    done = manage("find_names", str(path), **settings_of_nobody)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"CommandError: {path}: {sentence}")


def test_of_a_folder_one_document_is_asked_for(
    post: Path, tmp_path: Path, settings_of_nobody: dict[str, str]
) -> None:
    (tmp_path / "another.txt").write_text(POST, encoding="utf-8")
    done = manage("find_names", str(tmp_path), **settings_of_nobody)
    assert done.returncode == 2
    assert f"{tmp_path}: There is more than one document here" in done.stderr


def test_an_unknown_language_is_refused(settings_of_nobody: dict[str, str]) -> None:
    done = piped(b"", "--language", "klingon", **settings_of_nobody)
    assert done.returncode == 2
    assert b"'klingon' is no language's code. Give one like en, ru or be." in done.stderr
