"""A tar is read member by member; a member that is unfit is refused alone."""

from __future__ import annotations

import gzip
import io
import tarfile
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from articles.readers import TooLarge, UnfitArchive, walk
from tests.readers.documents import POST, found_in, keys_in, refusals_in


def member(name: str, size: int = 0, kind: bytes = tarfile.REGTYPE) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.size, info.type = size, kind
    return info


def packed(path: Path, *members: tuple[tarfile.TarInfo, bytes]) -> Path:
    """Write ``members`` and then a post, z.txt, into the tar at ``path``."""
    mode = "w" if path.suffix == ".tar" else "w:gz"
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]  # mode: str
        for info, content in members:
            archive.addfile(info, io.BytesIO(content))
        archive.addfile(member("z.txt", len(POST)), io.BytesIO(POST.encode()))
    return path


@pytest.mark.parametrize("name", ["a.tar", "a.tar.gz", "a.tgz"])
def test_members_are_read_in_their_order(tmp_path: Path, name: str) -> None:
    path = packed(
        tmp_path / name,
        (member("./2022", kind=tarfile.DIRTYPE), b""),
        (member("./2022/b.txt", 1), b"B"),
        (member("a", 1024), b"A" * 1024),
        (member(".hidden", 1), b"H"),
    )
    assert [(found.key, found.read()) for found in found_in(path)] == [
        ("2022/b.txt", b"B"),
        ("a", b"A" * 1024),
        ("z.txt", POST.encode()),
    ]


def test_archive_in_a_folder_is_part_of_the_key(tmp_path: Path) -> None:
    packed(tmp_path / "old.tar.gz")
    assert keys_in(tmp_path) == ["old.tar.gz/z.txt"]


def test_very_many_members_are_not_remembered(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.tar", *((member(f"{n}.txt", 1), b"A") for n in range(300)))
    assert len(keys_in(path)) == 301


# What is refused


@pytest.mark.parametrize("name", ["../x.txt", "a/../../x.txt", "/etc/x.txt"])
def test_name_that_leads_out_of_the_archive_is_refused(tmp_path: Path, name: str) -> None:
    path = packed(tmp_path / "a.tar", (member(name, 1), b"A"))
    [refusal] = refusals_in(path).values()
    assert isinstance(refusal, UnfitArchive)
    assert "leads out of the archive" in str(refusal)
    assert keys_in(path) == ["z.txt"]


def test_archive_within_an_archive_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.tar", (member("b.tar.gz", 1), b"A"))
    assert "archive within an archive" in str(refusals_in(path)["b.tar.gz"])
    assert keys_in(path) == ["z.txt"]


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE]
)
def test_links_and_devices_are_refused(tmp_path: Path, kind: bytes) -> None:
    path = packed(tmp_path / "a.tar", (member("a.txt", kind=kind), b""))
    assert "a link or a device" in str(refusals_in(path)["a.txt"])
    assert keys_in(path) == ["z.txt"]


def test_member_larger_than_a_document_is_refused_alone(tmp_path: Path) -> None:
    size = 10_000_000
    path = packed(tmp_path / "a.tar.gz", (member("a.txt", size), b" " * size))
    assert path.stat().st_size < 20_000
    assert isinstance(refusals_in(path)["a.txt"], TooLarge)
    assert keys_in(path) == ["z.txt"]


def test_bomb_is_not_unpacked_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    size, seek, sought = 10_000_000, gzip.GzipFile.seek, [0]

    def remember(file: gzip.GzipFile, offset: int, whence: int = 0) -> int:
        sought.append(offset)
        return seek(file, offset, whence)

    monkeypatch.setattr("articles.readers.tar_archive._ALWAYS_ALLOWED", 1_000_000)
    monkeypatch.setattr("gzip.GzipFile.seek", remember)
    path = packed(
        tmp_path / "a.tar.gz", (member("0.txt", 1), b"A"), (member("a.txt", size), b" " * size)
    )
    assert keys_in(path) == ["0.txt"]
    assert "the rest of it was not read" in str(refusals_in(path)["a.tar.gz"])
    assert max(sought) < 1_000_000


def test_name_of_very_many_bytes_is_not_read(tmp_path: Path) -> None:
    size = 50_000_000
    long_name = member("././@LongLink", size, tarfile.GNUTYPE_LONGNAME)
    packed(tmp_path / "a.tar.gz", (member("0.txt", 1), b"A"), (long_name, b"x" * size))
    assert keys_in(tmp_path / "a.tar.gz") == ["0.txt"]


def test_names_of_names_without_end_are_refused(tmp_path: Path) -> None:
    long_name = member("././@LongLink", 1, tarfile.GNUTYPE_LONGNAME)
    path = packed(tmp_path / "a.tar", *[(long_name, b"x")] * 2000)
    assert "broken or cut short" in str(refusals_in(path)["a.tar"])


def test_size_that_leads_back_is_refused_and_not_followed_for_ever(tmp_path: Path) -> None:
    header = bytearray(member("b.txt", kind=b"Z").tobuf(tarfile.GNU_FORMAT))
    # Minus 512 in the way of large numbers: the next header would be this one again.
    header[124:136] = b"\xff" * 10 + b"\xfe\x00"
    header[148:156] = b" " * 8
    header[148:156] = f"{sum(header):06o}\0 ".encode()
    first = member("a.txt").tobuf()
    (tmp_path / "a.tar").write_bytes(first + bytes(header) + bytes(10240))
    [found, link, broken] = list(islice(walk([tmp_path / "a.tar"]), 3))
    assert (found.key, link.key) == ("a.txt", "b.txt")
    assert "broken or cut short" in str(broken.refusal)


def test_second_member_of_one_name_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.tar", (member("a.txt", 1), b"A"), (member("./a.txt", 1), b"B"))
    assert [found.read() for found in found_in(path) if found.refusal is None][0] == b"A"
    assert "second member of one name" in str(refusals_in(path)["a.txt"])


@pytest.mark.parametrize("content", [b"", b"not a tar", gzip.compress(b"not a tar")])
def test_file_that_is_no_tar_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.tar.gz").write_bytes(content)
    assert "broken or cut short" in str(refusals_in(tmp_path)["a.tar.gz"])


@pytest.mark.parametrize("name", ["a.tar", "a.tar.gz"])
def test_cut_archive_gives_what_is_whole(tmp_path: Path, name: str) -> None:
    noise = Random(1).randbytes(20_000)
    path = packed(tmp_path / name, (member("a.txt", 1), b"A"), (member("b.txt", 20_000), noise))
    path.write_bytes(path.read_bytes()[:-15_000])
    assert keys_in(path)[:1] == ["a.txt"]
    assert "broken or cut short" in str(refusals_in(path)[name])


def test_garbage_between_members_is_not_taken_for_the_end(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.tar", (member("a.txt", 1), b"A"))
    data = bytearray(path.read_bytes())
    data[1024:1536] = b"?" * 512
    path.write_bytes(data)
    assert keys_in(path) == ["a.txt"]
    assert "broken or cut short" in str(refusals_in(path)["a.tar"])


def test_unreadable_archive_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = packed(tmp_path / "a.tar")

    def no_permission(*args: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", no_permission)
    assert "Permission denied" in str(refusals_in(path)["a.tar"])
