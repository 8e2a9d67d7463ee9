"""What a server says, before its body is read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Status and headers, names in small letters; `pieces` are the body as it comes, once."""

    status: int
    reason: str
    headers: Mapping[str, str]
    pieces: Iterator[bytes]


def headers_of(raw: Sequence[tuple[bytes, bytes]]) -> Mapping[str, str]:
    """Headers by name, in small letters; what comes several times is parted by commas."""
    headers: dict[str, str] = {}
    for name, value in raw:
        key, told = name.decode("latin-1").lower(), _decoded(value)
        headers[key] = f"{headers[key]}, {told}" if key in headers else told
    return headers


def _decoded(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")
