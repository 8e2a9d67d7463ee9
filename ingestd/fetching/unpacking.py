"""Taking an answer out of its packing in small steps, so that a bomb is noticed, not felt."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

from ingestd.errors import FetchError
from ingestd.fetching.limits import Limits, too_large

STEP = 2**16
HIGHEST_RATIO = 200  # news is text: it is packed to a tenth, seldom to a fiftieth
RATIO_COUNTS_FROM = 2**20
MOST_PIECES = 50_000  # an answer in crumbs costs much more to read than to send
MOST_MEMBERS = 1_000  # each costs something, even an empty one
GZIP = zlib.MAX_WBITS | 16
LENGTH_OF_WRAPPING = 2  # RFC 1950: it says "deflate", and is divisible by 31


class Inflater(Protocol):
    """What zlib.decompressobj gives."""

    @property
    def eof(self) -> bool: ...  # noqa: D102

    @property
    def unconsumed_tail(self) -> bytes: ...  # noqa: D102

    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...  # noqa: D102


class DamagedError(Exception):
    """What came was not packed as it says."""


class Unpacker(Protocol):
    """Takes bytes as they come, gives what is in them piece by piece."""

    def feed(self, packed: bytes) -> Iterator[bytes]:
        """What these bytes add, in pieces of about STEP bytes. Raises DamagedError."""

    @property
    def is_complete(self) -> bool:
        """Whether the packing was closed properly."""


class Plain:
    """Nothing was packed."""

    is_complete = True

    def feed(self, packed: bytes) -> Iterator[bytes]:
        """The bytes themselves."""
        yield packed


class Gzip:
    """gzip, of any number of members."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(GZIP)
        self._members = 0

    @property
    def is_complete(self) -> bool:
        """Whether the last member was closed; an answer of no bytes is complete, too."""
        return self._members == 0 or self._inner.eof

    def feed(self, packed: bytes) -> Iterator[bytes]:
        """Unpack; what follows the last member is left alone, as browsers do."""
        while packed:
            if self._members == 0 or self._inner.eof:
                if self._members and not packed.startswith(b"\x1f"):
                    return
                self._begin()
            yield from _inflated(self._inner, packed)
            packed = self._inner.unused_data

    def _begin(self) -> None:
        self._members += 1
        if self._members > MOST_MEMBERS:
            raise DamagedError
        self._inner = zlib.decompressobj(GZIP)


class Deflate:
    """deflate, with its wrapping, or without: many servers take the name for the bare stream."""

    def __init__(self) -> None:
        self._head = b""
        self._inner: Inflater | None = None

    @property
    def is_complete(self) -> bool:
        """Whether the stream was closed; an answer of no bytes is complete, too."""
        return not self._head if self._inner is None else self._inner.eof

    def feed(self, packed: bytes) -> Iterator[bytes]:
        """Unpack; what follows the stream is left alone."""
        if self._inner is None:
            self._head += packed
            if len(self._head) < LENGTH_OF_WRAPPING:
                return
            packed = self._head
            wrapped = packed[0] & 0x0F == zlib.DEFLATED and not int.from_bytes(packed[:2]) % 31
            self._inner = zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
        yield from _inflated(self._inner, packed)


def _inflated(inner: Inflater, packed: bytes) -> Iterator[bytes]:
    try:
        # all may have been taken in, and as much as was asked for have come out
        while not inner.eof and (piece := inner.decompress(packed, STEP)):
            yield piece
            packed = inner.unconsumed_tail
    except zlib.error as error:
        raise DamagedError from error


class Brotli:
    """br."""

    def __init__(self) -> None:
        # only for those who get such answers
        import brotli  # type: ignore[import-untyped] # noqa: PLC0415 - ships none

        self._inner = brotli.Decompressor()
        self._error: type[Exception] = brotli.error
        self._is_new = True

    @property
    def is_complete(self) -> bool:
        """Whether the stream was closed; an answer of no bytes is complete, too."""
        return self._is_new or self._inner.is_finished()

    def feed(self, packed: bytes) -> Iterator[bytes]:
        """Unpack."""
        self._is_new = False
        try:
            piece = self._inner.process(packed, output_buffer_limit=STEP)
            while piece:
                yield piece
                piece = self._inner.process(b"", output_buffer_limit=STEP)
        except self._error as error:
            raise DamagedError from error


UNPACKERS: Mapping[str, Callable[[], Unpacker]] = {
    "": Plain,
    "identity": Plain,
    "gzip": Gzip,
    "x-gzip": Gzip,
    "deflate": Deflate,
    "br": Brotli,
}
ACCEPTED = "br, gzip, deflate"


def unpacked(
    pieces: Iterable[bytes], encoding: str, *, origin: str, limits: Limits
) -> Iterator[bytes]:
    """What the pieces of an answer hold. Raises FetchError as soon as it is too much.

    The packing is one of ACCEPTED, in small letters, or none.
    """
    make = UNPACKERS.get(encoding)
    if make is None:
        raise FetchError(origin, f"the answer is packed as '{encoding}', not as was asked for")
    unpacker = make()
    came = given = 0
    try:
        for number, packed in enumerate(pieces):
            if number == MOST_PIECES:
                raise FetchError(origin, f"the answer comes in over {MOST_PIECES:,} pieces")
            came += len(packed)
            for piece in unpacker.feed(packed):
                given += len(piece)
                _check(came, given, origin, limits)
                yield piece
    except DamagedError as error:
        raise FetchError(origin, "the compressed answer is damaged") from error
    if not unpacker.is_complete:
        raise FetchError(origin, "the compressed answer is cut short")


def _check(came: int, given: int, origin: str, limits: Limits) -> None:
    if given > RATIO_COUNTS_FROM and given > came * HIGHEST_RATIO:
        reason = f"the answer unpacks to more than {HIGHEST_RATIO} times its size"
        raise FetchError(origin, reason, hint="that is how servers are attacked, not news")
    if given > limits.max_bytes:
        raise too_large(origin, limits)
