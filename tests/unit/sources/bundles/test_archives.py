import bz2
import gzip
import io
import lzma
import tarfile
import warnings
import zipfile
from collections.abc import Callable, Mapping

import pytest

from ingestd.sources.bundles.caps import Caps
from ingestd.sources.bundles.opening import Reading
from ingestd.sources.found import Bundle, Found
from tests.unit.sources.bundles.opened import bodies, items, told
from tests.unit.sources.bundles.packing import tarred, zipped

Pack = Callable[[Mapping[str, bytes]], bytes]
PACKED: list[tuple[str, Pack]] = [
    ("a.zip", zipped),
    ("a.tar", tarred),
    ("a.tar.gz", lambda members: gzip.compress(tarred(members))),
    ("a.tar.bz2", lambda members: bz2.compress(tarred(members))),
    ("a.tar.xz", lambda members: lzma.compress(tarred(members))),
]
every_archive = pytest.mark.parametrize(("name", "pack"), PACKED, ids=[n for n, _ in PACKED])
every_stream = pytest.mark.parametrize(
    ("name", "pack"), PACKED[1:], ids=[n for n, _ in PACKED[1:]]
)


@every_archive
def test_each_document_of_an_archive_is_at_a_place_of_its_own(name: str, pack: Pack) -> None:
    archive = pack({"one.txt": b"One.", "deep/er/two #1?.html": b"<p>Two."})

    assert told(name, archive) == [
        (f"{name}#one.txt", "One."),
        (f"{name}#deep/er/two%20%231%3F.html", "<p>Two."),
    ]
    assert [body.media_type for body in bodies(name, archive)] == ["text/plain", "text/html"]


@every_archive
def test_a_member_has_the_same_mark_until_it_changes(name: str, pack: Pack) -> None:
    def marks(content: bytes) -> list[str | None]:
        archive = pack({"one.txt": b"One.", "two.txt": content})
        return [item.mark for item in items(name, archive)]

    before, same, after = marks(b"Two."), marks(b"Two."), marks(b"Two!")

    assert before == same
    assert before[0] == after[0]
    assert before[1] != after[1]


@every_archive
def test_no_name_leads_out_of_its_archive(name: str, pack: Pack) -> None:
    archive = pack(
        {"../../etc/x.txt": b"One.", "/root/./y.txt": b"Two.", "c:\\z.txt": b"Three."}
    )

    assert [origin for origin, _ in told(name, archive)] == [
        f"{name}#_/_/etc/x.txt",
        f"{name}#root/y.txt",
        f"{name}#c%3A/z.txt",
    ]


@every_archive
def test_litter_in_an_archive_is_passed_over(name: str, pack: Pack) -> None:
    archive = pack(
        {"__MACOSX/a.txt": b"x", ".hidden/a.txt": b"x", "a.txt~": b"x", "b.txt": b"B."}
    )

    assert told(name, archive) == [(f"{name}#b.txt", "B.")]


@every_archive
def test_what_is_not_read_is_told_with_its_type_beside_what_is(name: str, pack: Pack) -> None:
    archive = pack({"a.png": b"\x89PNG\r\n\x1a\n", "b.txt": b"B."})

    assert told(name, archive) == [
        (f"{name}#a.png", "! it is image/png, which is not read"),
        (f"{name}#b.txt", "B."),
    ]


@every_archive
def test_a_member_over_the_limit_is_told_beside_one_below(name: str, pack: Pack) -> None:
    archive = pack({"a.txt": b"A" * 101, "b.txt": b"B" * 100})

    assert told(name, archive, Reading(caps=Caps(document=100))) == [
        (f"{name}#a.txt", "! 101 bytes are over the limit of 100"),
        (f"{name}#b.txt", "B" * 100),
    ]


@every_archive
def test_no_more_is_taken_out_than_may_be(name: str, pack: Pack) -> None:
    archive = pack({"a.txt": b"A" * 100, "b.txt": b"B" * 100})

    (_, first), (_, second) = told(name, archive, Reading(caps=Caps(total=150)))

    assert first == "A" * 100
    assert "over 150 bytes" in second


@every_archive
def test_no_more_members_are_taken_out_than_may_be(name: str, pack: Pack) -> None:
    archive = pack({f"{number}.txt": b"x" for number in range(3)})

    assert told(name, archive, Reading(caps=Caps(members=2)))[-1] == (
        "!",
        "there are over 2 documents in it",
    )


@every_archive
def test_archives_nest_twice_and_no_deeper(name: str, pack: Pack) -> None:
    archive = pack({"b.zip": zipped({"c.txt": b"C.", "d.tar": tarred({"e.txt": b"E."})})})

    assert told(name, archive) == [
        (f"{name}#b.zip#c.txt", "C."),
        (f"{name}#b.zip#d.tar", "! it is 2 bundles deep, and is one itself"),
    ]


@every_archive
def test_a_bomb_inside_is_not_let_out(name: str, pack: Pack) -> None:
    bomb = zipped({"zeros.txt": b"0" * 5_000_000, "sound.txt": b"Sound."})

    assert told(name, pack({"b.zip": bomb})) == [
        (f"{name}#b.zip#zeros.txt", "! it grows over 200-fold when it is unpacked"),
        (f"{name}#b.zip#sound.txt", "Sound."),
    ]


@every_archive
def test_an_archive_in_an_archive_shares_its_allowance(name: str, pack: Pack) -> None:
    archive = pack({"b.zip": zipped({"c.txt": b"C" * 100}), "d.txt": b"D" * 3_000})

    found = told(name, archive, Reading(caps=Caps(total=3_000)))

    assert found[0] == (f"{name}#b.zip#c.txt", "C" * 100)
    assert "over 3,000 bytes" in found[1][1]


@every_stream
def test_of_a_stream_that_is_cut_off_what_came_whole_is_kept(name: str, pack: Pack) -> None:
    noise = bytes(range(256)).decode("latin-1").encode() * 40  # does not pack away
    archive = pack({"a.txt": b"A.", "b.txt": noise * 3})

    *came, (place, reason) = told(name, archive[: len(archive) // 2])

    # bzip2 packs so much into its first block that nothing of it is whole
    assert came == ([] if name == "a.tar.bz2" else [(f"{name}#a.txt", "A.")])
    assert place == "!"
    assert "cut off" in reason


@pytest.mark.parametrize(("name", "pack"), PACKED[2:], ids=[n for n, _ in PACKED[2:]])
def test_a_stream_that_grows_beyond_reason_is_let_go(name: str, pack: Pack) -> None:
    archive = pack({"a.txt": b"A.", "zeros.txt": b"0" * 20_000_000})

    assert told(name, archive)[-1] == ("!", "it grows over 200-fold when it is unpacked")


@pytest.mark.parametrize(
    "kept", [20, 60, 100, 200, 0.9], ids=["20 bytes", "60", "100", "200", "most"]
)
def test_of_a_zip_that_is_cut_off_the_reason_is_told(kept: float) -> None:
    archive = zipped({"a.txt": b"A.", "b.txt": b"B."})
    end = int(kept) if kept > 1 else int(len(archive) * kept)

    [(place, reason)] = told("a.zip", archive[:end])

    assert place == "!"
    assert "the zip is damaged" in reason


def test_a_damaged_member_costs_its_neighbours_nothing() -> None:
    archive = zipped({"a.txt": b"A" * 1_000, "b.txt": b"B."}, zipfile.ZIP_STORED)
    damaged = archive.replace(b"A" * 500, b"A" * 499 + b"B", 1)

    (_, first), second = told("a.zip", damaged)

    assert "the zip is damaged" in first
    assert second == ("a.zip#b.txt", "B.")


def test_a_member_that_is_encrypted_says_so() -> None:
    archive = bytearray(zipped({"a.txt": b"A."}))
    listed = archive.index(b"PK\x01\x02")
    archive[6] |= 1
    archive[listed + 8] |= 1

    assert told("a.zip", bytes(archive)) == [("a.zip#a.txt", "! it is encrypted")]


def test_an_unusual_packing_says_so() -> None:
    archive = zipped({"a.txt": b"A."}, zipfile.ZIP_LZMA)

    assert told("a.zip", archive) == [
        ("a.zip#a.txt", "! it is packed by method 14, which is not read")
    ]


def test_a_list_of_members_beyond_reason_is_not_read() -> None:
    end = b"PK\x05\x06" + bytes(8) + (2**31).to_bytes(4, "little") + bytes(6)
    padding = b"PK\x03\x04" + bytes(2**26)

    [(_, reason)] = told("a.zip", padding + end)

    assert reason == "its list of members is too long"


def test_two_members_of_one_name_are_two_documents() -> None:
    held = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(held, "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("a.txt", "One.")
        archive.writestr("a.txt", "Two.")

    assert told("a.zip", held.getvalue()) == [
        ("a.zip#a.txt", "One."),
        ("a.zip#a.txt~2", "Two."),
    ]


def test_links_and_devices_in_a_tar_are_passed_over() -> None:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE):
            info = tarfile.TarInfo("link")
            info.type = kind
            info.linkname = "/etc/passwd"
            archive.addfile(info)
        info = tarfile.TarInfo("a.txt")
        info.size = 2
        archive.addfile(info, io.BytesIO(b"A."))

    assert told("a.tar", held.getvalue()) == [("a.tar#a.txt", "A.")]


def test_a_tars_header_of_unbounded_length_is_not_read() -> None:
    info = tarfile.TarInfo("././@LongLink")
    info.type = tarfile.GNUTYPE_LONGNAME
    info.size = 2**30
    archive = info.tobuf() + b"x" * 2**20

    assert told("a.tar", archive) == [("!", "a header in the tar is too long")]


def test_a_packed_document_is_one() -> None:
    packed = gzip.compress(b"The firm signed.")

    assert told("notes.txt.gz", packed) == [("notes.txt.gz#notes.txt", "The firm signed.")]


def test_parts_that_are_packed_one_behind_the_other_are_one_file() -> None:
    packed = gzip.compress(b"The firm") + gzip.compress(b" signed.") + bytes(100)

    assert told("a.txt.gz", packed) == [("a.txt.gz#a.txt", "The firm signed.")]


def test_a_packed_document_over_the_limit_is_refused() -> None:
    packed = gzip.compress(b"x" * 101)

    assert told("a.txt.gz", packed, Reading(caps=Caps(document=100))) == [
        ("a.txt.gz#a.txt", "! it is over the limit of 100 bytes once it is unpacked")
    ]


def test_what_is_packed_and_damaged_is_told() -> None:
    packed = gzip.compress(b"The firm signed." * 100)

    assert told("a.txt.gz", packed[:20] + b"xxxx" + packed[24:]) == [
        ("!", "what is packed in it is damaged")
    ]


def test_a_bundle_in_an_archive_is_given_as_one() -> None:
    archive = zipped({"b.zip": zipped({"c.txt": b"C."})})

    [item] = items("a.zip", archive)

    assert isinstance(item, Bundle)
    assert item.origin == "file:///in/a.zip#b.zip"
    assert all(isinstance(inner, Found) for inner in item.open())
    assert [inner.origin for inner in item.open()] == ["file:///in/a.zip#b.zip#c.txt"]
