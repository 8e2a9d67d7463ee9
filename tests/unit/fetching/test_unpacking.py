import gzip
import zlib
from collections.abc import Iterator

import brotli  # type: ignore[import-untyped] # ships none
import pytest
from hypothesis import given
from hypothesis import strategies as some

from ingestd.errors import FetchError
from ingestd.fetching.limits import Limits
from ingestd.fetching.unpacking import HIGHEST_RATIO, MOST_PIECES, STEP, unpacked

LIMITS = Limits(max_bytes=50_000_000, seconds=1.0)
TEXT = bytes(range(256)) * 300
DEFLATED = zlib.compress(TEXT, wbits=-zlib.MAX_WBITS)


def unpack(*pieces: bytes, encoding: str = "gzip", limits: Limits = LIMITS) -> bytes:
    return b"".join(unpacked(pieces, encoding, origin="http://host/", limits=limits))


def in_pieces(packed: bytes, size: int) -> Iterator[bytes]:
    return (packed[at : at + size] for at in range(0, len(packed), size))


@pytest.mark.parametrize("size", [2, 7, 1_000, 1_000_000])
@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("", TEXT),
        ("gzip", gzip.compress(TEXT)),
        ("x-gzip", gzip.compress(TEXT[:1_000]) + gzip.compress(TEXT[1_000:])),
        ("gzip", gzip.compress(TEXT) + b"\0" * 100),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", DEFLATED),
        ("br", brotli.compress(TEXT, quality=1)),
    ],
    # gzip writes the time into it
    ids=["plain", "gzip", "two of gzip", "gzip padded", "deflate", "deflate bare", "br"],
)
def test_however_it_comes_in_pieces_it_is_the_same(
    encoding: str, packed: bytes, size: int
) -> None:
    assert unpack(*in_pieces(packed, size), encoding=encoding) == TEXT


@pytest.mark.parametrize("encoding", ["", "gzip", "deflate", "br"])
def test_an_answer_of_nothing_is_complete(encoding: str) -> None:
    assert unpack(encoding=encoding) == b""


@given(some.binary(max_size=200_000), some.integers(1, 70_000))
def test_what_was_packed_comes_out(text: bytes, size: int) -> None:
    assert unpack(*in_pieces(gzip.compress(text), size)) == text
    assert unpack(*in_pieces(brotli.compress(text, quality=1), size), encoding="br") == text


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(TEXT)),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", DEFLATED),
        ("br", brotli.compress(TEXT, quality=1)),
    ],
    ids=["gzip", "deflate", "deflate bare", "br"],
)
def test_what_is_cut_short_is_never_taken_for_whole(encoding: str, packed: bytes) -> None:
    for end in range(1, len(packed)):
        with pytest.raises(FetchError, match="is cut short"):
            unpack(packed[:end], encoding=encoding)


def test_a_second_member_that_is_cut_short_is_told() -> None:
    with pytest.raises(FetchError, match="is cut short"):
        unpack(gzip.compress(TEXT) + gzip.compress(TEXT)[:-1])


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_what_is_damaged_is_told(encoding: str) -> None:
    with pytest.raises(FetchError, match="is damaged"):
        unpack(b"\xff" * 100, encoding=encoding)


def test_damage_after_a_good_beginning_is_told() -> None:
    packed = bytearray(zlib.compress(TEXT))
    packed[-1] ^= 1

    with pytest.raises(FetchError, match="is damaged"):
        unpack(bytes(packed), encoding="deflate")


def test_a_bomb_is_given_up_at_the_first_step_over_the_limit() -> None:
    limits = Limits(max_bytes=100_000, seconds=1.0)
    pieces = unpacked([gzip.compress(bytes(10_000_000))], "gzip", origin="", limits=limits)

    assert len(next(pieces)) == STEP
    with pytest.raises(FetchError, match=r"over the limit of 100,000 bytes"):
        next(pieces)


def test_what_is_not_too_much_may_still_be_too_much_for_its_size() -> None:
    with pytest.raises(FetchError, match="unpacks to more than 200 times its size"):
        unpack(gzip.compress(bytes(40_000_000)))


def test_less_than_a_mebibyte_may_be_packed_as_tightly_as_it_can() -> None:
    packed = gzip.compress(bytes(2**20))

    assert len(packed) * HIGHEST_RATIO < 2**20
    assert len(unpack(packed)) == 2**20


def test_an_answer_in_crumbs_is_given_up() -> None:
    assert len(unpack(*[b"x"] * MOST_PIECES, encoding="")) == MOST_PIECES
    with pytest.raises(FetchError, match="comes in over 50,000 pieces"):
        unpack(*[b"x"] * (MOST_PIECES + 1), encoding="")


def test_an_answer_of_a_thousand_members_is_given_up() -> None:
    assert unpack(gzip.compress(b"x") * 1_000) == b"x" * 1_000
    with pytest.raises(FetchError, match="is damaged"):
        unpack(gzip.compress(b"x") * 1_001)
