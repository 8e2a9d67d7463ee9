"""Originals are kept once, whole, or not at all; what is wrong with them is told plainly.

Each promise is held by every member: files in a folder, objects in a bucket.
"""

import itertools
import random
import zlib
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

import pytest

from ingestd.errors import LostBlobError
from ingestd.events.ids import digest
from ingestd.store.blobs import Blobs
from ingestd.store.blobs_folder import FolderBlobs
from tests.fixtures.objects import Bucket

MEMBERS = ("folder", pytest.param("objects", marks=pytest.mark.objects))
BEGINNING = datetime(2021, 11, 11, tzinfo=UTC)


class Place(Protocol):
    """Where one member keeps its blobs, and the way there past the member."""

    @property
    def blobs(self) -> Blobs: ...

    @property
    def address(self) -> str: ...

    def read(self, name: str) -> bytes: ...

    def write(self, name: str, content: bytes) -> None: ...


class Folder:
    def __init__(self, folder: Path) -> None:
        self.blobs: Blobs = FolderBlobs(folder)
        self.address = str(folder)

    def read(self, name: str) -> bytes:
        return Path(self.address, name).read_bytes()

    def write(self, name: str, content: bytes) -> None:
        path = Path(self.address, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


class Objects:
    def __init__(self, bucket: Bucket) -> None:
        self.blobs: Blobs = bucket.blobs()
        self.address = f"s3://{bucket.name}/kept"
        self._bucket = bucket

    def read(self, name: str) -> bytes:
        return self._bucket.read(f"kept/{name}")

    def write(self, name: str, content: bytes) -> None:
        self._bucket.write(f"kept/{name}", content)


@pytest.fixture(params=MEMBERS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    if request.param == "folder":
        return Folder(tmp_path / "blobs")
    return Objects(request.getfixturevalue("bucket"))


def path_of(name: str) -> str:
    return f"{name[:2]}/{name}"


def names(blobs: Blobs) -> list[str]:
    return [kept.name for kept in blobs.names()]


@pytest.mark.parametrize(
    "content",
    ["Việt Nam".encode(), b"", b"\0\xff" * 1000, random.Random(7).randbytes(100_000)],
    ids=["words", "nothing", "no text", "incompressible"],
)
def test_content_comes_back_by_its_digest(place: Place, content: bytes) -> None:
    name = place.blobs.put(content)

    assert name == digest(content)
    assert place.blobs.get(name) == content


def test_a_text_comes_back_as_a_text(place: Place) -> None:
    assert place.blobs.text(place.blobs.put("Việt Nam".encode())) == "Việt Nam"


@pytest.mark.slow
def test_twenty_megabytes_come_back(place: Place) -> None:
    content = random.Random(7).randbytes(20_000_000)

    assert place.blobs.get(place.blobs.put(content)) == content


def test_it_is_kept_compressed_in_the_same_form_everywhere(place: Place) -> None:
    name = place.blobs.put(b"word " * 1000)

    assert place.read(path_of(name)) == zlib.compress(b"word " * 1000)


def test_keeping_twice_is_keeping_once(place: Place) -> None:
    kept = {place.blobs.put(b"same"), place.blobs.put(b"same"), place.blobs.put(b"other")}

    assert names(place.blobs) == sorted(kept)


def test_several_may_keep_the_same_at_once(place: Place) -> None:
    with ThreadPoolExecutor(4) as pool:
        [name] = set(pool.map(place.blobs.put, [b"same" * 1000] * 16))

    assert names(place.blobs) == [name]
    assert place.blobs.get(name) == b"same" * 1000


def test_many_may_be_kept_at_once(place: Place) -> None:
    many = [f"piece {number}".encode() for number in range(12)]
    place.blobs.put(many[3])

    place.blobs.put_all([*many, many[0]])

    assert [place.blobs.get(digest(content)) for content in many] == many
    assert names(place.blobs) == sorted(digest(content) for content in many)


@pytest.mark.parametrize(
    "damaged",
    [b"", b"no zlib", zlib.compress(b"whole")[:-2], zlib.compress(b"something else")],
    ids=["empty", "garbled", "cut short", "exchanged"],
)
def test_a_damaged_blob_is_told_by_its_place_and_mended_by_the_next_put(
    place: Place, damaged: bytes
) -> None:
    name = place.blobs.put(b"whole")
    place.write(path_of(name), damaged)

    with pytest.raises(LostBlobError) as caught:
        place.blobs.get(name)

    assert str(caught.value) == (
        f"{place.address}/{path_of(name)} is damaged: its content is not what its name says"
    )
    assert caught.value.hint == "bring the file back from a backup"
    assert place.blobs.put(b"whole") == name
    assert place.blobs.get(name) == b"whole"


def test_a_missing_blob_is_told_by_its_place(place: Place) -> None:
    place.blobs.put(b"another")

    with pytest.raises(LostBlobError, match=f"{place.address}/aa/aabb is missing"):
        place.blobs.get("aabb")


def test_what_is_there_is_known_without_being_read(place: Place) -> None:
    name = place.blobs.put(b"content")
    place.write(path_of(name), b"damaged")

    assert place.blobs.has(name)
    assert not place.blobs.has(digest(b"something else"))


def test_nothing_is_there_before_anything_is_kept(place: Place) -> None:
    assert names(place.blobs) == []
    assert not place.blobs.has(digest(b""))
    assert place.blobs.sweep(datetime.max.replace(tzinfo=UTC)) == 0


def test_names_come_in_order_with_their_size_and_time(place: Place) -> None:
    kept = sorted(place.blobs.put(b"%d" % number) for number in range(40))

    found = list(place.blobs.names())

    assert [blob.name for blob in found] == kept
    assert [blob.size for blob in found] == [len(place.read(path_of(name))) for name in kept]
    times = [blob.written for blob in found]
    assert max(times) - min(times) < timedelta(hours=1)
    assert min(times) > BEGINNING


def test_what_is_no_blob_is_not_among_the_names(place: Place) -> None:
    name = place.blobs.put(b"content")
    astray = digest(b"astray")
    for other in (
        "README",
        f"{name[:2]}/README",
        f"zz/{astray}",
        astray,
        f"{name[:2]}/{astray}/x",
    ):
        place.write(other, b"something else")

    assert names(place.blobs) == [name]


def test_names_may_be_listed_while_others_put_and_remove(place: Place) -> None:
    kept = sorted(place.blobs.put(b"%d" % number) for number in range(20))
    listing = place.blobs.names()
    first = next(listing).name

    for name in kept[10:]:
        place.blobs.remove(name)
    place.blobs.put(b"new")
    rest = [blob.name for blob in itertools.islice(listing, 100)]

    assert [first, *kept[1:10]] == [name for name in [first, *rest] if name in kept[:10]]


def test_a_removed_blob_is_gone_and_the_others_stay(place: Place) -> None:
    gone, kept = place.blobs.put(b"gone"), place.blobs.put(b"kept")

    place.blobs.remove(gone)
    place.blobs.remove(gone)

    assert not place.blobs.has(gone)
    assert names(place.blobs) == [kept]
    with pytest.raises(LostBlobError, match="is missing"):
        place.blobs.get(gone)
    assert place.blobs.get(place.blobs.put(b"gone")) == b"gone"


def test_sweeping_leaves_every_blob(place: Place) -> None:
    name = place.blobs.put(b"content")

    assert place.blobs.sweep(datetime.max.replace(tzinfo=UTC)) == 0

    assert place.blobs.get(name) == b"content"
