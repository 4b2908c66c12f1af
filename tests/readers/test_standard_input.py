"""Standard input is one document, or an archive."""

from __future__ import annotations

import io
import json
import tarfile
from zipfile import ZipFile

import pytest

from articles.readers import LARGEST_DOCUMENT, Found, TooLarge, read_seed_text, walk
from tests.readers.documents import POST, TITLE


class Input:
    """Standard input that holds ``data``."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def piped(data: bytes, monkeypatch: pytest.MonkeyPatch) -> list[Found]:
    monkeypatch.setattr("sys.stdin", Input(data))
    return list(walk(["-"]))


def test_standard_input_is_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    [found] = piped(POST.encode(), monkeypatch)
    assert found.where == "standard input"
    assert read_seed_text(found.document()).title == TITLE


def test_same_document_has_the_same_key_again_and_another_has_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keys = [piped(data, monkeypatch)[0].key for data in (b"one", b"one", b"two")]
    assert keys[0] == keys[1] != keys[2]


def test_zip_is_read_as_an_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    file = io.BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("2022/a.txt", POST)
    [found] = piped(file.getvalue(), monkeypatch)
    assert (found.key, found.where) == ("2022/a.txt", "standard input/2022/a.txt")


@pytest.mark.parametrize("mode", ["w", "w:gz"])
def test_tar_is_read_as_an_archive(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as archive:  # type: ignore[call-overload]  # mode: str
        info = tarfile.TarInfo("2022/a.txt")
        info.size = len(POST)
        archive.addfile(info, io.BytesIO(POST.encode()))
    [found] = piped(file.getvalue(), monkeypatch)
    assert (found.key, found.read()) == ("2022/a.txt", POST.encode())


def test_export_is_told_from_a_post(monkeypatch: pytest.MonkeyPatch) -> None:
    line = json.dumps({"type": "article", "title": TITLE})
    assert piped(f"{line}\n{line}\n".encode(), monkeypatch)[0].format == "newsroom_export"
    assert piped(b"4 mins", monkeypatch)[0].format == "seed_text"
    assert piped(b"1957\n\nSputnik", monkeypatch)[0].format == "seed_text"


def test_endless_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    [found] = piped(b"a" * (LARGEST_DOCUMENT + 10), monkeypatch)
    assert isinstance(found.refusal, TooLarge)


def test_empty_input_is_an_empty_document(monkeypatch: pytest.MonkeyPatch) -> None:
    assert piped(b"", monkeypatch)[0].read() == b""


def test_broken_archive_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    [found] = piped(b"PK\x03\x04 and no more", monkeypatch)
    assert str(found.refusal).startswith("standard input: It is broken or cut short")
