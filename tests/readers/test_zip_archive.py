"""A zip is read member by member; a member that is unfit is refused alone."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from articles.readers import Refusal, TooLarge, UnfitArchive
from tests.readers.documents import POST, found_in, keys_in, refusals_in


def zipped(path: Path, members: dict[str, bytes | str], method: int = ZIP_DEFLATED) -> Path:
    with ZipFile(path, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(ZipInfo(name), content, compress_type=method)
    return path


def refusal_beside_a_post(path: Path, name: str, content: bytes | str) -> Refusal:
    """Zip ``content`` with a post, check that the post is read, and return the refusal."""
    zipped(path, {name: content, "z.txt": POST})
    assert keys_in(path) == ["z.txt"]
    [refusal] = refusals_in(path).values()
    return refusal


def test_members_are_read_by_name(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"b.txt": "B", "2022/a.txt": "A", "2022/": "", "c": "C"})
    assert [(found.key, found.read()) for found in found_in(path)] == [
        ("2022/a.txt", b"A"),
        ("b.txt", b"B"),
        ("c", b"C"),
    ]


def test_archive_in_a_folder_is_part_of_the_key(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    zipped(tmp_path / "old/posts.zip", {"2022/a.txt": POST})
    [found] = found_in(tmp_path)
    assert found.key == "old/posts.zip/2022/a.txt"
    assert found.where == f"{tmp_path}/old/posts.zip/2022/a.txt"


def test_names_in_utf8_that_do_not_say_so_are_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"архив.txt": POST})
    path.write_bytes(path.read_bytes().replace(b"\0\x08\x08\0", b"\0\0\x08\0"))
    data = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", data, data.index(mark) + place, 0)
    path.write_bytes(data)
    assert keys_in(path) == ["архив.txt"]


def test_hidden_members_and_litter_are_passed_over(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"__MACOSX/._a.txt": "", ".DS_Store": "", "a.txt": POST})
    assert [found.key for found in found_in(path)] == ["a.txt"]


def test_export_in_a_zip_is_told_from_a_post(tmp_path: Path) -> None:
    [found] = found_in(zipped(tmp_path / "a.zip", {"newsroom.jsonl": "{}"}))
    assert found.format == "newsroom_export"


# What is refused


@pytest.mark.parametrize(
    "name", ["../x.txt", "a/../../x.txt", "/etc/x.txt", "..\\x.txt", "C:\\x.txt", "C:/x.txt"]
)
def test_name_that_leads_out_of_the_archive_is_refused(tmp_path: Path, name: str) -> None:
    refusal = refusal_beside_a_post(tmp_path / "a.zip", name, POST)
    assert isinstance(refusal, UnfitArchive)
    assert "leads out of the archive" in str(refusal)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip"]


@pytest.mark.parametrize("name", ["b.zip", "b.tar.gz", "b.tgz", "b.7z"])
def test_archive_within_an_archive_is_refused(tmp_path: Path, name: str) -> None:
    inner = zipped(tmp_path / "inner.zip", {"a.txt": POST}).read_bytes()
    refusal = refusal_beside_a_post(tmp_path / "a.zip", name, inner)
    assert "archive within an archive" in str(refusal)


def test_member_that_unpacks_to_a_thousand_times_its_size_is_refused(tmp_path: Path) -> None:
    refusal = refusal_beside_a_post(tmp_path / "a.zip", "a.txt", b" " * 10_000_000)
    assert isinstance(refusal, UnfitArchive)
    assert "more than 100 times its size" in str(refusal)


def test_small_page_of_blanks_is_no_bomb(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": f"{POST}{' ' * 100_000}"})
    assert keys_in(path) == ["a.txt"]


def test_member_larger_than_a_document_is_refused(tmp_path: Path) -> None:
    numbers = "\n".join(str(number * 7919 % 1_000_003) for number in range(500_000))
    refusal = refusal_beside_a_post(tmp_path / "a.zip", "a.txt", numbers)
    assert isinstance(refusal, TooLarge)


def test_archive_that_unpacks_to_too_much_is_left_unfinished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.readers.zip_archive.LARGEST_ARCHIVE", 2500)
    path = zipped(tmp_path / "a.zip", {f"{name}.txt": name * 1000 for name in "abc"})
    assert keys_in(path) == ["a.txt", "b.txt"]
    assert "far more than an archive of posts" in str(refusals_in(path)["a.zip"])


def test_member_that_hides_its_size_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": POST})
    size = struct.pack("<L", len(POST))
    path.write_bytes(path.read_bytes().replace(size, struct.pack("<L", 10)))
    assert "broken" in str(refusals_in(path)["a.txt"])


def test_member_locked_with_a_password_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": POST})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert "locked with a password" in str(refusals_in(path)["a.txt"])


def test_member_packed_without_a_limit_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": POST}, ZIP_BZIP2)
    assert "unusual method" in str(refusals_in(path)["a.txt"])


def test_link_in_a_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with ZipFile(path, "w") as archive:
        link = ZipInfo("a.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/hostname")
    assert "a link, not a file" in str(refusals_in(path)["a.txt"])


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_second_member_of_one_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("a.txt", POST)
        archive.writestr("a.txt", POST)
    assert keys_in(path) == ["a.txt"]
    assert "second member of one name" in str(refusals_in(path)["a.txt"])


def test_member_with_a_wrong_sum_is_refused_alone(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": "A" * 50, "b.txt": POST})
    wrong = path.read_bytes().replace(struct.pack("<L", zlib.crc32(b"A" * 50)), b"\1\2\3\4")
    path.write_bytes(wrong)
    assert keys_in(path) == ["b.txt"]
    assert "broken or cut short" in str(refusals_in(path)["a.txt"])


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 and no more"])
def test_file_that_is_no_zip_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(content)
    (tmp_path / "b.txt").write_text(POST)
    assert keys_in(tmp_path) == ["b.txt"]
    assert "broken or cut short" in str(refusals_in(tmp_path)["a.zip"])


def test_cut_zip_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": POST})
    path.write_bytes(path.read_bytes()[:-30])
    assert "broken or cut short" in str(refusals_in(path)["a.zip"])


def test_zip_behind_a_program_that_unpacks_it_is_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": POST})
    path.write_bytes(b"#!/bin/sh\nexit\n" + path.read_bytes())
    assert keys_in(path) == ["a.txt"]


def test_empty_zip_holds_nothing(tmp_path: Path) -> None:
    empty = io.BytesIO()
    ZipFile(empty, "w").close()
    (tmp_path / "a.zip").write_bytes(empty.getvalue())
    assert found_in(tmp_path) == []
