import bz2
import gzip
import io
import lzma
import tarfile
import zipfile

import pytest

from ingestd.sources.bundles.kinds import kind_of, unread


def zipped(*names: str, method: int = zipfile.ZIP_STORED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name in names:
            archive.writestr(name, "The firm signed.")
    return held.getvalue()


def tarred(*names: str) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for name in names:
            info = tarfile.TarInfo(name)
            info.size = 3
            archive.addfile(info, io.BytesIO(b"abc"))
    return held.getvalue()


RECORD = b"WARC/1.0\r\nWARC-Type: response\r\n\r\n"


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.txt", b"The firm signed.", "document"),
        ("a", b"The firm signed.", "document"),
        ("a.html", b"<p>The firm signed.", "document"),
        ("a.pdf", b"%PDF-1.7", "document"),
        ("a.docx", zipped("[Content_Types].xml", "word/document.xml"), "document"),
        ("a.eml", b"From: a\r\n\r\nThe firm", "document"),
        ("a", b"From: a\nDate: b\n\nThe firm", "document"),
        ("a.zip", zipped("a.txt"), "zip"),
        ("a.txt", zipped("a.txt"), "zip"),
        ("a.tar", tarred("a.txt"), "tar"),
        ("a.tar.gz", gzip.compress(tarred("a.txt")), "tar"),
        ("a.tgz", gzip.compress(tarred("a.txt")), "tar"),
        ("a.tar.bz2", bz2.compress(tarred("a.txt")), "tar"),
        ("a.tar.xz", lzma.compress(tarred("a.txt")), "tar"),
        ("a.warc", RECORD, "warc"),
        ("a.warc.gz", gzip.compress(RECORD), "warc"),
        ("a.mbox", b"From a Thu Nov 11 08:00:00 2021\n", "mbox"),
        ("a", b"From a@b Thu Nov 11 08:00:00 2021\nSubject: x\n", "mbox"),
        ("a.csv", b"title,text\n", "csv"),
        ("a.tsv", b"title\ttext\n", "tsv"),
        ("a.csv.gz", gzip.compress(b"title,text\n"), "csv"),
        ("a.json", b'[{"title": "x"}]', "json"),
        ("a", b'{"title": "x"}', "json"),
        ("a.jsonl", b'{"title": "x"}\n', "jsonl"),
        ("a.jsonl.gz", gzip.compress(b'{"title": "x"}\n'), "jsonl"),
        ("a", b'{"title": "x"}\n{"title": "y"}\n', "jsonl"),
        ("a.txt.gz", gzip.compress(b"The firm signed."), "packed"),
        ("a.zip.gz", gzip.compress(zipped("a.txt")), "packed"),
        ("a.png", b"\x89PNG\r\n\x1a\n", None),
        ("a.rss", b"<rss version='2.0'>", None),
        ("a.png.gz", gzip.compress(b"\x89PNG\r\n\x1a\n"), None),
    ],
    # what packs writes the time into it
    ids=lambda value: "" if isinstance(value, bytes) else None,
)
def test_a_file_is_told_by_its_bytes_and_its_name(
    name: str, head: bytes, kind: str | None
) -> None:
    assert kind_of(name, head) == kind


def test_a_file_that_is_packed_is_told_by_its_beginning_alone() -> None:
    packed = gzip.compress(b'{"title": "x"}\n' * 100_000, mtime=0)

    assert kind_of("a.gz", packed[:300]) == "jsonl"


def test_what_is_packed_and_damaged_is_found_out_when_it_is_read() -> None:
    assert kind_of("a.txt.gz", b"\x1f\x8b\x08\x00broken") == "packed"


def test_what_is_not_read_is_told_with_its_type() -> None:
    error = unread("a.png", b"\x89PNG\r\n\x1a\n")

    assert str(error) == "it is image/png, which is not read"
    assert "pdf" in (error.hint or "")
