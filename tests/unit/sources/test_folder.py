import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest

from ingestd.clock import Clock
from ingestd.errors import FetchError, TooLargeError, UnreadableError
from ingestd.sources.folder import FolderOptions, FolderSource, look
from ingestd.sources.found import Collected, Found
from tests.fixtures.asking import asking, documents

Folder = Callable[..., FolderSource]


@pytest.fixture
def folder(tmp_path: Path, clock: Clock) -> Folder:
    def folder(path: Path = tmp_path, *, at: Clock = clock, **options: object) -> FolderSource:
        return FolderSource("drop", FolderOptions.model_validate({"path": path} | options), at)

    return folder


def write(path: Path, content: bytes = b"text") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def names(collected: Collected, folder: Path) -> list[str]:
    return [found.origin.removeprefix(f"{folder.as_uri()}/") for found in documents(collected)]


def only(collected: Collected) -> Found:
    [found] = documents(collected)
    return found


def seconds_after(path: Path, seconds: float) -> Clock:
    moment = datetime.fromtimestamp(path.stat().st_mtime + seconds, UTC)
    return lambda: moment


def test_texts_and_pages_are_offered_and_nothing_else(folder: Folder, tmp_path: Path) -> None:
    for name in ("a.txt", "b.MD", "c.html", "d.htm", "e.xhtml", "f.pdf", "g", "h.json"):
        write(tmp_path / name)

    collected = folder().collect(asking())

    assert names(collected, tmp_path) == ["a.txt", "b.MD", "c.html", "d.htm", "e.xhtml"]
    assert collected.again_after is None


@pytest.mark.parametrize(
    "name",
    [
        ".a.txt",
        "a.txt~",
        "~$a.txt",
        "#a.txt#",
        "a.txt.part",
        "a.crdownload",
        "a.tmp",
        ".b/a.txt",
    ],
)
def test_litter_is_not_offered(folder: Folder, tmp_path: Path, name: str) -> None:
    write(tmp_path / name)

    assert names(folder(include=["*"]).collect(asking()), tmp_path) == []


def test_folders_inside_count_unless_told_otherwise(folder: Folder, tmp_path: Path) -> None:
    write(tmp_path / "b" / "c" / "d.txt")
    write(tmp_path / "a.txt")

    assert names(folder().collect(asking()), tmp_path) == ["a.txt", "b/c/d.txt"]
    assert names(folder(recursive=False).collect(asking()), tmp_path) == ["a.txt"]


def test_links_pipes_and_folders_with_names_of_texts_are_not_offered(
    folder: Folder, tmp_path: Path
) -> None:
    write(tmp_path / "outside" / "secret.txt")
    watched = tmp_path / "watched"
    (watched / "folder.txt").mkdir(parents=True)
    (watched / "link.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (watched / "inner").symlink_to(tmp_path / "outside")
    (watched / "loop").symlink_to(watched)
    (watched / "broken.txt").symlink_to(watched / "nothing")
    os.mkfifo(watched / "pipe.txt")

    assert names(folder(watched).collect(asking()), watched) == []


def test_a_found_file_brings_its_bytes_and_its_type(folder: Folder, tmp_path: Path) -> None:
    write(tmp_path / "a.HTML", b"<p>")

    body = only(folder().collect(asking())).load()

    assert (body.content, body.media_type) == (b"<p>", "text/html")


@pytest.mark.parametrize("name", [b"caf\xe9.txt", "cà phê #1?.txt".encode()])
def test_a_name_of_any_bytes_becomes_an_address_that_leads_back(
    folder: Folder, tmp_path: Path, name: bytes
) -> None:
    path = write(tmp_path / os.fsdecode(name))

    found = only(folder().collect(asking()))

    assert found.origin.isascii()
    assert unquote_to_bytes(found.origin.removeprefix("file://")) == os.fsencode(path)
    assert found.load().content == b"text"


def test_a_file_has_one_origin_however_its_folder_is_named(
    folder: Folder, tmp_path: Path
) -> None:
    write(tmp_path / "real" / "a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "real")

    direct = only(folder(tmp_path / "real").collect(asking()))
    around = only(folder(tmp_path / "real" / ".." / "link").collect(asking()))

    assert direct.origin == around.origin


def test_the_mark_changes_with_size_time_and_replacement(
    folder: Folder, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.txt", b"one")
    marks = [only(folder().collect(asking())).mark]

    write(path, b"longer")
    os.utime(path, ns=(0, 10))
    marks.append(only(folder().collect(asking())).mark)
    os.utime(path, ns=(0, 20))
    marks.append(only(folder().collect(asking())).mark)
    os.utime(write(tmp_path / "b.tmp", b"others"), ns=(0, 20))
    (tmp_path / "b.tmp").replace(path)
    marks.append(only(folder().collect(asking())).mark)

    assert None not in marks
    assert len(set(marks)) == 4
    assert only(folder().collect(asking())).mark == marks[-1]


@pytest.mark.parametrize(
    ("age", "offered", "has_mark", "again_after"),
    [
        (0.0, False, False, 0.3),
        (0.25, False, False, 0.3),
        (0.35, True, False, None),
        (1.9, True, False, None),
        (2.1, True, True, None),
        (-0.1, False, False, 0.3),
        (-60.0, True, False, None),
    ],
)
def test_a_fresh_file_is_left_alone_then_read_then_trusted(
    folder: Folder,
    tmp_path: Path,
    age: float,
    offered: bool,
    has_mark: bool,
    again_after: float | None,
) -> None:
    path = write(tmp_path / "a.txt")

    collected = folder(at=seconds_after(path, age)).collect(asking())

    assert [found.mark is not None for found in documents(collected)] == [has_mark] * offered
    assert collected.again_after == again_after


def test_one_bad_file_does_not_stop_the_others(folder: Folder, tmp_path: Path) -> None:
    write(tmp_path / "a.txt", b"0123456789")
    write(tmp_path / "b.txt", b"good")

    large, good = documents(folder(max_bytes=5).collect(asking()))

    with pytest.raises(TooLargeError):
        large.load()
    assert good.load().content == b"good"


def test_a_folder_inside_that_cannot_be_looked_into_is_told_and_costs_nothing_else(
    folder: Folder, tmp_path: Path
) -> None:
    write(tmp_path / "z.txt")
    inside = os.open(tmp_path, os.O_RDONLY)
    while True:  # deeper than a path can be long
        os.mkdir("d" * 250, dir_fd=inside)
        deeper = os.open("d" * 250, os.O_RDONLY, dir_fd=inside)
        os.close(inside)
        inside = deeper
        if len(str(Path(f"/proc/self/fd/{inside}").readlink())) > 4_000:
            break
    os.mkdir("d" * 250, dir_fd=inside)
    os.close(inside)

    closed, good = documents(folder().collect(asking()))

    with pytest.raises(UnreadableError, match="cannot be looked into: file name too long"):
        closed.load()
    assert good.load().content == b"text"


def test_a_missing_folder_is_told_with_the_remedy(folder: Folder, tmp_path: Path) -> None:
    with pytest.raises(FetchError, match=r"/gone: no such file or directory") as caught:
        folder(tmp_path / "gone").collect(asking())

    assert caught.value.hint == "create the folder, or correct 'path' of the source"


def test_a_path_that_cannot_be_is_told_like_a_missing_folder(
    folder: Folder, tmp_path: Path
) -> None:
    source = folder(tmp_path / ("a" * 300))

    with pytest.raises(FetchError, match="file name too long"):
        source.collect(asking())


def test_a_file_that_goes_while_it_is_looked_at_is_not_there(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    with os.scandir(tmp_path) as entries:
        [entry] = entries
    (tmp_path / "a.txt").unlink()

    assert list(look(entry, Path())) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_closed_folder_is_told_with_the_remedy(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)

    with pytest.raises(FetchError, match="permission denied") as caught:
        folder(tmp_path / "closed").collect(asking())

    assert caught.value.hint == "let the user that ingestd runs as read it"


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.txt", b"text", "text/plain"),
        ("README", b"text", "text/plain"),
        ("a.part", b"<!doctype html>\n<HTML>", "text/html"),
        ("a.pdf", b"%PDF-", "text/plain"),
    ],
)
def test_a_file_that_is_named_is_offered_whatever_it_is_called_and_however_fresh(
    folder: Folder, tmp_path: Path, name: str, content: bytes, media_type: str
) -> None:
    path = write(tmp_path / name, content)
    write(tmp_path / "other.txt")
    source = folder(path, at=seconds_after(path, 0))

    body = only(source.collect(asking())).load()

    assert (body.content, body.media_type) == (content, media_type)
    assert source.watched is None


def test_a_folder_says_what_it_is(folder: Folder, tmp_path: Path) -> None:
    source = folder(every="90s", include=["*.txt"])

    assert (source.name, source.kind, source.address) == ("drop", "folder", str(tmp_path))
    assert (source.pace.start, source.watched) == (90.0, tmp_path)
    assert source.options == '{"every":90.0,"include":["*.txt"]}'


def test_looking_and_loading_change_nothing_in_the_folder(
    folder: Folder, tmp_path: Path
) -> None:
    path = write(tmp_path / "a" / "b.txt")
    before = [(each, each.stat().st_mtime_ns) for each in sorted(tmp_path.rglob("*"))]

    for found in documents(folder().collect(asking())):
        found.load()

    assert [(each, each.stat().st_mtime_ns) for each in sorted(tmp_path.rglob("*"))] == before
    assert path.read_bytes() == b"text"
