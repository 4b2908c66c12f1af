"""Everything under the paths given is found in a stable order, and trouble stops nothing."""

from __future__ import annotations

import os
import pickle
import socket
from pathlib import Path
from typing import NoReturn

import pytest

from articles.readers import LARGEST_DOCUMENT, Found, NotText, TooLarge, Unreachable, walk
from tests.readers.documents import POST, found_in, keys_in, refusals_in


def archive(folder: Path, *names: str) -> Path:
    """Write a post under each of ``names`` in ``folder``, and return the folder."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(POST, encoding="utf-8")
    return folder


def test_folder_is_walked_by_name(tmp_path: Path) -> None:
    archive(tmp_path, "b.txt", "2022/02/c.txt", "2022/01/z.txt", "a", "10.md", "9.text")
    assert keys_in(tmp_path) == [
        "10.md", "2022/01/z.txt", "2022/02/c.txt", "9.text", "a", "b.txt",
    ]  # fmt: skip


def test_same_folder_from_another_place_has_the_same_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = archive(tmp_path / "posts", "2022/a.txt")
    monkeypatch.chdir(folder)
    assert keys_in(Path()) == keys_in(folder) == ["2022/a.txt"]


def test_file_given_by_itself_has_its_name_for_a_key(tmp_path: Path) -> None:
    archive(tmp_path, "2022/a.txt")
    assert keys_in(tmp_path / "2022/a.txt") == ["a.txt"]


def test_file_is_read_later_and_by_another_process(tmp_path: Path) -> None:
    [found] = found_in(archive(tmp_path, "a.txt"))
    assert found.data is None
    assert pickle.loads(pickle.dumps(found)).read() == POST.encode()
    assert found.document().key == "a.txt"


def test_key_does_not_depend_on_how_a_file_system_composes(tmp_path: Path) -> None:
    archive(tmp_path, "cafe\u0301.txt")
    assert keys_in(tmp_path) == ["caf\u00e9.txt"]


def test_name_that_cannot_be_printed_or_stored_is_spelled_out(tmp_path: Path) -> None:
    archive(tmp_path, os.fsdecode(b"a\xff.txt"), "b\x1b[2J.txt")
    assert keys_in(tmp_path) == [r"a\udcff.txt", r"b\x1b[2J.txt"]
    assert [found.read() for found in found_in(tmp_path)] == [POST.encode()] * 2


@pytest.mark.parametrize("name", [".hidden.txt", ".git/a.txt", "Thumbs.db", "__MACOSX/a.txt"])
def test_hidden_files_and_litter_are_passed_over(tmp_path: Path, name: str) -> None:
    assert found_in(archive(tmp_path, name)) == []


@pytest.mark.parametrize("name", ["a.jpg", "index.html", "data.json", "a.docx"])
def test_file_that_is_no_text_by_its_name_is_refused(tmp_path: Path, name: str) -> None:
    refusal = refusals_in(archive(tmp_path, name, "b.txt"))[name]
    assert isinstance(refusal, NotText)
    assert str(refusal) == (
        f"{tmp_path / name}: By its name this is no text file, and it was passed over."
        " If it is a post, save it as plain text with a name that ends in .txt."
    )


@pytest.mark.parametrize("name", ["d138a6af", "Mr. Smith goes to Washington", "2022.01.18"])
def test_name_without_an_extension_is_a_document(tmp_path: Path, name: str) -> None:
    assert keys_in(archive(tmp_path, name)) == [name]


def test_export_of_a_newsroom_is_told_from_a_post(tmp_path: Path) -> None:
    archive(tmp_path, "a.txt", "b.jsonl")
    assert [found.format for found in found_in(tmp_path)] == ["seed_text", "newsroom_export"]


# Several paths


def test_several_paths_are_walked_in_the_order_given(tmp_path: Path) -> None:
    first, second = archive(tmp_path / "z", "a.txt"), archive(tmp_path / "y", "b.txt")
    assert keys_in(first, second) == ["a.txt", "b.txt"]


def test_keys_that_collide_are_prefixed_with_the_name_of_the_later_path(tmp_path: Path) -> None:
    roots = [archive(tmp_path / name, "a.txt", f"{number}.txt") for number, name in
             enumerate(["one", "two", "deep/two"])]  # fmt: skip
    assert keys_in(*roots) == [
        "0.txt", "a.txt", "1.txt", "two/a.txt", "2.txt", "two-2/a.txt",
    ]  # fmt: skip


def test_path_given_twice_is_walked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive(tmp_path, "posts/a.txt")
    monkeypatch.chdir(tmp_path)
    assert [found.where for found in walk(["posts", "./posts/", "posts"])] == ["posts/a.txt"]


# Trouble


def test_path_that_is_not_there_is_refused_and_the_others_are_walked(tmp_path: Path) -> None:
    folder = archive(tmp_path / "posts", "a.txt")
    found = found_in(tmp_path / "pots", folder)
    assert [str(one.refusal or one.key) for one in found] == [
        f"{tmp_path}/pots: There is no such file or folder. Check its spelling.",
        "a.txt",
    ]


def test_path_that_cannot_be_is_refused() -> None:
    [found] = walk(["a\0b"])
    assert str(found.refusal) == r"a\x00b: This can be no path. Check its spelling."


def test_folder_that_links_to_itself_is_refused_once_and_the_rest_is_read(tmp_path: Path) -> None:
    archive(tmp_path, "2022/a.txt", "b.txt")
    (tmp_path / "2022/again").symlink_to(tmp_path, target_is_directory=True)
    refusal = refusals_in(tmp_path)["2022/again"]
    assert keys_in(tmp_path) == ["2022/a.txt", "b.txt"]
    assert isinstance(refusal, Unreachable)
    assert "leads back to one that it is in" in str(refusal)


def test_folder_linked_twice_is_read_once(tmp_path: Path) -> None:
    folder = archive(tmp_path / "posts", "2022/a.txt")
    (folder / "latest").symlink_to(folder / "2022", target_is_directory=True)
    assert keys_in(folder) == ["2022/a.txt"]


def test_folders_without_end_are_refused(tmp_path: Path) -> None:
    archive(tmp_path, "d/" * 120 + "a.txt", "b.txt")
    assert keys_in(tmp_path) == ["b.txt"]
    assert "more than 100 deep" in str(*refusals_in(tmp_path).values())


def test_link_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    archive(tmp_path, "b.txt")
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert "no such file" in str(refusals_in(tmp_path)["a.txt"])
    assert keys_in(tmp_path) == ["b.txt"]


def test_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "not a file" in str(refusals_in(tmp_path)["a.txt"])
    assert "not a file" in str(refusals_in(tmp_path / "a.txt")["a.txt"])


def test_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("a.txt")
        assert "not a file" in str(refusals_in(Path("a.txt"))["a.txt"])


def test_file_that_became_a_pipe_since_is_not_waited_for(tmp_path: Path) -> None:
    [found] = found_in(archive(tmp_path, "a.txt"))
    (tmp_path / "a.txt").unlink()
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(Unreachable, match="not a file"):
        found.read()


def test_unreadable_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [found] = found_in(archive(tmp_path, "a.txt"))
    # A test may run as root, who may read everything.
    monkeypatch.setattr("builtins.open", no_permission)
    with pytest.raises(Unreachable) as raised:
        found.read()
    assert str(raised.value) == (
        f"{tmp_path}/a.txt: It cannot be read: Permission denied."
        " Check that you may read it, then import again."
    )


def test_unreadable_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.listdir", no_permission)
    assert "Permission denied" in str(refusals_in(tmp_path)[tmp_path.name])


def no_permission(*args: object, **options: object) -> NoReturn:
    raise PermissionError(13, "Permission denied")


def test_fifty_megabytes_on_one_line_are_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    [found] = found_in(tmp_path)
    monkeypatch.setattr("builtins.open", no_permission)
    with pytest.raises(TooLarge) as raised:
        found.read()
    assert "more than 2 MB" in str(raised.value)


def test_file_larger_than_its_system_says_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.readers.found.LARGEST_DOCUMENT", len(POST) - 1)
    [found] = found_in(archive(tmp_path, "a.txt"))
    status = list(os.stat(tmp_path / "a.txt"))
    status[6] = 0
    monkeypatch.setattr("os.stat", lambda path: os.stat_result(status))
    with pytest.raises(TooLarge):
        found.read()


def test_largest_document_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a" * LARGEST_DOCUMENT)
    [found] = found_in(tmp_path)
    assert len(found.read()) == LARGEST_DOCUMENT


def test_refusal_is_raised_when_it_is_read_all_the_same() -> None:
    refusal = Unreachable("It is gone.", "Look for it.", where="a.txt")
    with pytest.raises(Unreachable, match="It is gone"):
        Found("a.txt", "a.txt", refusal=refusal).read()
