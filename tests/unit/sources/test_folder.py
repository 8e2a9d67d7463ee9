import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote_to_bytes
from zipfile import ZipFile

import pytest

from ingestd.clock import Clock
from ingestd.errors import FetchError, TooLargeError, UnreadableError, VanishedError
from ingestd.sources.folder import FolderOptions, FolderSource, mark_of
from ingestd.sources.found import Bundle, Collected, Found
from tests.fixtures.asking import asking, documents

Folder = Callable[..., FolderSource]
NOBODY = 65534


@contextmanager
def nobody() -> Iterator[None]:
    """Be somebody who may not read everything."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)


@pytest.fixture
def for_nobody() -> Iterator[Path]:
    """A folder to which the way is open to everybody."""
    with TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield Path(made)
        for inside in Path(made).rglob("*"):
            inside.chmod(0o755)


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
    """A clock at so many seconds after the state of a file changed."""
    moment = datetime.fromtimestamp(path.stat().st_ctime, UTC) + timedelta(seconds=seconds)
    return lambda: moment


def test_documents_are_offered_and_nothing_that_is_not_read(
    folder: Folder, tmp_path: Path
) -> None:
    offered = [
        "a.txt",
        "b.MD",
        "c.html",
        "d.htm",
        "e.xhtml",
        "f.pdf",
        "g.docx",
        "h.odt",
        "i.eml",
    ]
    for name in (*offered, "j", "k.png", "l.exe"):
        write(tmp_path / name)

    collected = folder().collect(asking())

    assert names(collected, tmp_path) == offered
    assert collected.again_after is None


def test_archives_mailboxes_and_tables_are_offered_as_what_holds_documents(
    folder: Folder, tmp_path: Path
) -> None:
    offered = ["a.CSV", "b.gz", "c.json", "d.jsonl", "e.mbox", "f.tar", "g.tar.gz", "h.tgz",
               "i.tsv", "j.warc", "k.warc.gz", "l.zip"]  # fmt: skip
    for name in offered:
        write(tmp_path / name)

    items = list(folder().collect(asking()).items)

    assert all(isinstance(item, Bundle) and item.mark for item in items)
    assert [item.origin.rpartition("/")[2] for item in items] == offered


def zipped(path: Path, **members: str) -> Path:
    with ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(f"{name}.txt", text)
    return path


@pytest.mark.parametrize("name", ["a.zip", "no-ending"])
def test_an_archive_gives_what_is_in_it_whatever_it_is_called(
    folder: Folder, tmp_path: Path, name: str
) -> None:
    path = zipped(tmp_path / name, one="First words.", two="Other words.")

    [bundle] = folder(include=["*"]).collect(asking()).items

    assert isinstance(bundle, Bundle)
    inside = [found for found in bundle.open() if isinstance(found, Found)]
    assert [found.origin for found in inside] == [
        f"{path.as_uri()}#one.txt",
        f"{path.as_uri()}#two.txt",
    ]
    assert inside[0].load().content == b"First words."


def test_an_archive_that_was_replaced_since_it_was_seen_is_left_for_a_later_look(
    folder: Folder, tmp_path: Path
) -> None:
    zipped(tmp_path / "a.zip", one="First words.")
    [bundle] = folder().collect(asking()).items
    zipped(tmp_path / "b.tmp", two="Other words.").replace(tmp_path / "a.zip")

    assert isinstance(bundle, Bundle)
    with pytest.raises(VanishedError):
        next(bundle.open())


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n", "it is image/png, which is not read"),
        ("a", b"\x7fELF", "it is application/x-elf, which is not read"),
        ("a.txt", b"PK\x03\x04" + bytes(26), "it is a zip, but not called one"),
    ],
)
def test_what_is_not_read_is_rejected_with_what_it_is(
    folder: Folder, tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    write(tmp_path / name, content)

    with pytest.raises(UnreadableError, match=reason):
        only(folder(include=["*"]).collect(asking())).load()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<html>", "it is text/html, but not called so"),
        (b"\x89PNG\r\n\x1a\n", "it is image/png, which is not read"),
    ],
)
def test_what_is_called_an_archive_and_is_none_is_rejected_with_what_it_is(
    folder: Folder, tmp_path: Path, content: bytes, reason: str
) -> None:
    write(tmp_path / "a.csv", content)
    [bundle] = folder().collect(asking()).items

    assert isinstance(bundle, Bundle)
    with pytest.raises(UnreadableError, match=reason):
        next(bundle.open())


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
    ("age", "again_after"),
    [(0.0, 2.0), (1.5, 0.5), (1.9999, 0.1), (2.0001, None), (-60.0, 2.0)],
)
def test_a_fresh_file_is_left_alone_until_it_has_settled(
    folder: Folder, tmp_path: Path, age: float, again_after: float | None
) -> None:
    path = write(tmp_path / "a.txt")

    collected = folder(at=seconds_after(path, age)).collect(asking())

    assert names(collected, tmp_path) == ["a.txt"] * (again_after is None)
    assert collected.unseen == (path.as_uri(),) * (again_after is not None)
    assert collected.again_after == pytest.approx(again_after, abs=0.001)


def test_a_time_that_was_set_back_does_not_make_a_fresh_file_settled(
    folder: Folder, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.txt")
    os.utime(path, (0, 0))

    assert names(folder(at=seconds_after(path, 1)).collect(asking()), tmp_path) == []


@pytest.mark.parametrize(
    ("age", "changed_at", "has_mark"),
    [
        (0.01, 1_700_000_000_123_456_789, False),
        (0.03, 1_700_000_000_123_456_789, True),
        (1.9, 1_700_000_000_000_000_000, False),
        (2.1, 1_700_000_000_000_000_000, True),
    ],
)
def test_a_file_is_trusted_once_its_clock_would_show_a_change(
    age: float, changed_at: int, has_mark: bool
) -> None:
    seconds = changed_at / 1e9
    status = os.stat_result(
        (0o100644, 7, 1, 1, 0, 0, 5, 0, 0, 0),
        {"st_ctime": seconds, "st_ctime_ns": changed_at, "st_mtime_ns": 3},
    )

    mark = mark_of(status, seconds + age)

    assert mark == (f"5:3:{changed_at}:7" if has_mark else None)


def test_a_file_that_was_heard_to_be_renamed_into_place_is_offered_at_once(
    folder: Folder, tmp_path: Path
) -> None:
    path = write(tmp_path / "inner" / "a.txt")
    source = folder(at=seconds_after(path, 0.001))

    source.heard(str(path), renamed=True)
    source.heard(str(tmp_path / "a.png"), renamed=True)

    assert names(source.collect(asking()), tmp_path) == ["inner/a.txt"]


def test_a_file_that_was_changed_after_it_was_found_is_left_for_a_later_look(
    folder: Folder, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.txt", b"first")
    found = only(folder().collect(asking()))

    write(path, b"first and more")

    with pytest.raises(VanishedError, match="it has changed since it was seen"):
        found.load()


def test_what_is_not_shown_has_gone_but_not_from_folders_named_by_hand(
    folder: Folder, tmp_path: Path, clock: Clock
) -> None:
    write(tmp_path / "a.txt")
    by_hand = FolderSource("ingest", FolderOptions(path=tmp_path), clock, complete=False)

    assert folder().collect(asking()).complete
    assert not by_hand.collect(asking()).complete


def test_a_folder_that_is_another_and_shows_nothing_is_no_empty_folder(
    folder: Folder, tmp_path: Path
) -> None:
    mount = tmp_path / "mount"
    write(mount / "a.txt")
    before = folder(mount).collect(asking()).validators
    mount.rename(tmp_path / "away")
    mount.mkdir()

    with pytest.raises(FetchError, match="it is empty, and not the folder that it was"):
        folder(mount).collect(asking(before))

    write(mount / "b.txt")
    assert names(folder(mount).collect(asking(before)), mount) == ["b.txt"]


def test_a_folder_that_was_emptied_is_empty(folder: Folder, tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    before = folder().collect(asking()).validators
    path.unlink()

    collected = folder().collect(asking(before))

    assert (list(collected.items), collected.complete) == ([], True)
    assert folder().collect(asking(collected.validators)).complete


def test_a_source_that_was_given_another_folder_may_find_it_empty(
    folder: Folder, tmp_path: Path
) -> None:
    write(tmp_path / "one" / "a.txt")
    (tmp_path / "other").mkdir()
    before = folder(tmp_path / "one").collect(asking()).validators

    assert folder(tmp_path / "other").collect(asking(before)).complete


def test_what_lay_on_a_file_system_inside_has_not_gone_while_that_is_away(
    folder: Folder, tmp_path: Path
) -> None:
    write(tmp_path / "z.txt")
    before = {**folder().collect(asking()).validators, "mounts": '["disk"]'}

    away = folder().collect(asking(before))
    (tmp_path / "disk").mkdir()
    still_away = folder().collect(asking(away.validators))
    write(tmp_path / "disk" / "a.txt")
    back = folder().collect(asking(still_away.validators))

    inside = (f"{tmp_path.as_uri()}/disk",)
    assert [away.unseen, still_away.unseen, back.unseen] == [inside, inside, ()]
    assert away.complete


def test_one_bad_file_does_not_stop_the_others(folder: Folder, tmp_path: Path) -> None:
    write(tmp_path / "a.txt", b"0123456789")
    write(tmp_path / "b.txt", b"good")

    large, good = documents(folder(max_bytes=5).collect(asking()))

    with pytest.raises(TooLargeError):
        large.load()
    assert good.load().content == b"good"


def test_a_folder_too_deep_is_told_and_costs_nothing_else(
    folder: Folder, tmp_path: Path
) -> None:
    write(tmp_path / "z.txt")
    deep = "/".join(["d"] * 100)
    write(tmp_path / deep / "in.txt")
    (tmp_path / deep / "d").mkdir()

    collected = folder().collect(asking())
    too_deep, inside, good = documents(collected)

    with pytest.raises(UnreadableError, match="cannot be looked into: it lies more than 100"):
        too_deep.load()
    assert too_deep.origin.endswith(f"/{deep}/d")
    assert (inside.load().content, good.load().content) == (b"text", b"text")
    assert (collected.complete, collected.unseen) == (True, (too_deep.origin,))


def test_a_file_is_read_though_its_path_is_longer_than_a_path_may_be(
    folder: Folder, tmp_path: Path
) -> None:
    inside = os.open(tmp_path, os.O_RDONLY)
    for _ in range(20):
        os.mkdir("d" * 250, dir_fd=inside)
        deeper = os.open("d" * 250, os.O_RDONLY, dir_fd=inside)
        os.close(inside)
        inside = deeper
    os.close(os.open("a.txt", os.O_CREAT | os.O_WRONLY, dir_fd=inside))
    os.close(inside)

    found = only(folder().collect(asking()))

    assert len(found.origin) > 5_000
    assert found.load().content == b""


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


def test_what_is_closed_to_us_is_told_with_the_remedy(folder: Folder, for_nobody: Path) -> None:
    write(for_nobody / "closed.txt").chmod(0)
    write(for_nobody / "nameless").chmod(0)
    write(for_nobody / "inner" / "hidden.txt")
    (for_nobody / "inner").chmod(0o444)
    write(for_nobody / "open.txt").chmod(0o644)
    source = folder(for_nobody, include=["*"])

    with nobody():
        collected = source.collect(asking())
        inner, closed, nameless, good = documents(collected)
        for one in (inner, closed, nameless):
            with pytest.raises(UnreadableError, match="permission denied") as caught:
                one.load()
            assert caught.value.hint == "let the user that ingestd runs as read it"
        assert good.load().content == b"text"

    assert collected.unseen == (inner.origin,)


def test_a_closed_folder_is_told_with_the_remedy(folder: Folder, for_nobody: Path) -> None:
    (for_nobody / "closed").mkdir(mode=0)
    source = folder(for_nobody / "closed")

    with nobody(), pytest.raises(FetchError, match="permission denied") as caught:
        source.collect(asking())

    assert caught.value.hint == "let the user that ingestd runs as read it"


def test_a_file_that_may_be_read_at_last_has_another_mark(
    folder: Folder, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.txt")
    path.chmod(0)
    before = only(folder().collect(asking())).mark

    path.chmod(0o644)

    assert before != only(folder().collect(asking())).mark


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.txt", b"text", "text/plain"),
        ("README", b"text", "text/plain"),
        ("a.part", b"<!doctype html>\n<HTML>", "text/html"),
        ("a.pdf", b"%PDF-", "application/pdf"),
    ],
)
def test_a_file_that_is_named_is_offered_whatever_it_is_called_and_however_fresh(
    folder: Folder, tmp_path: Path, name: str, content: bytes, media_type: str
) -> None:
    path = write(tmp_path / name, content)
    write(tmp_path / "other.txt")
    source = folder(path, at=seconds_after(path, 0), settle="0s")

    body = only(source.collect(asking())).load()

    assert (body.content, body.media_type) == (content, media_type)
    assert source.watched is None


@pytest.mark.parametrize(("age", "again_after"), [(0.5, 1.5), (2.1, None)])
def test_a_single_file_is_offered_once_it_has_settled(
    folder: Folder, tmp_path: Path, age: float, again_after: float | None
) -> None:
    path = write(tmp_path / "a.txt")

    collected = folder(path, at=seconds_after(path, age)).collect(asking())

    found = documents(collected)
    assert [one.mark is not None for one in found] == [True] * (again_after is None)
    assert collected.unseen == (path.as_uri(),) * (again_after is not None)
    assert collected.again_after == pytest.approx(again_after, abs=0.001)


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
