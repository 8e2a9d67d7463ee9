"""A feed in an outline: its address, its other attributes, the folders that it lies in."""

import re
from collections.abc import Mapping
from typing import Annotated

import msgspec
from pydantic import AfterValidator

from ingestd.fetching.web_address import without_secret

Attributes = dict[str, str]

# a name with the address of its namespace in front, as lxml writes it
NAME = re.compile(r"(\{[^{}\s]+\})?[A-Za-z_][\w.-]*")
CONTROLS = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """A feed as an outline has it; `folders` are its enclosing outlines, the outermost first."""

    url: str
    attributes: Attributes
    folders: tuple[Attributes, ...] = ()


def _attributes(told: Attributes) -> Attributes:
    for name, value in told.items():
        if not NAME.fullmatch(name) or name == "xmlUrl":
            raise ValueError(f'should not have an attribute "{name}"')
        if CONTROLS.search(value):
            raise ValueError(f'should have no control characters in "{name}"')
        if without_secret(value) != value:
            raise ValueError(f'should have no user and password in "{name}"')
    return told


def _folder(told: str | Attributes) -> str | Attributes:
    attributes = _attributes(attributes_of(told))
    if not attributes.get("text", "").strip():
        raise ValueError('should be a name, or attributes with "text"')
    return told


def attributes_of(folder: str | Mapping[str, str]) -> Attributes:
    """What an outline of a folder has: a name alone is its text."""
    return {"text": folder} if isinstance(folder, str) else dict(folder)


OutlineAttributes = Annotated[Attributes, AfterValidator(_attributes)]
Folder = Annotated[str | Attributes, AfterValidator(_folder)]
