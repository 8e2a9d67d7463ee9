"""What lies in a bundle, before it is known to be a document or a bundle itself."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO
from urllib.parse import quote

from ingestd.errors import DocumentError
from ingestd.sources.found import Body
from ingestd.sources.litter import is_litter

ASIDE = "__MACOSX"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One member: a `body` whose type is known, or `content`, or the `error` that hides it.

    `name` is where it lies in its bundle. Of a bundle in it only the beginning may be held,
    `again` opens all of it as a file.
    """

    name: str
    body: Body | None = None
    content: bytes = b""
    error: DocumentError | None = None
    held_in_part: bool = False
    again: Callable[[], BinaryIO] | None = None


def safe_name(name: str) -> str:
    """What a member is called by itself (an id, an address) as part of an origin."""
    return quote(name, safe="/:?=&@!$'()*+,;~", errors="replace")


def clean_name(name: str) -> str:
    """A member's name as part of an origin: percent-encoded, and no way out of the bundle."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in {"", "."}]
    safe = ["_" if part == ".." else part for part in parts]
    return quote("/".join(safe), safe="/", errors="surrogateescape")


def is_aside(name: str) -> bool:
    """Say whether a member is nobody's document: hidden, or left by an editor."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in {"", ".", ".."}]
    return ASIDE in parts or any(is_litter(part) for part in parts)
