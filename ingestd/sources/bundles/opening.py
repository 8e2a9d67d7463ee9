"""Opening a bundle: one member after the other, as documents and as bundles in it."""

import io
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import BinaryIO

from ingestd.errors import DocumentError, UnreadableError
from ingestd.events.ids import digest
from ingestd.events.media_types import sniff
from ingestd.sources.bundles.caps import Allowance, Caps
from ingestd.sources.bundles.fields import Fields
from ingestd.sources.bundles.kinds import BundleKind, kind_of, unread
from ingestd.sources.bundles.mailboxes import mailbox_members
from ingestd.sources.bundles.members import Member
from ingestd.sources.bundles.objects import json_line_members, json_members
from ingestd.sources.bundles.tables import table_members
from ingestd.sources.bundles.tars import tar_members
from ingestd.sources.bundles.unpacking import inner_name, unpacked
from ingestd.sources.bundles.warcs import warc_members
from ingestd.sources.bundles.zips import zip_members
from ingestd.sources.found import Body, Bundle, Found

Read = Callable[[], BinaryIO]
"""Opens a file that can be sought in; raises DocumentError or FetchError. Who reads closes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How bundles are read: how much is taken out, and which field of a row holds what."""

    caps: Caps = field(default_factory=Caps)
    fields: Fields = field(default_factory=Fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A bundle to be opened: its origin, what it is called, how it is read."""

    origin: str
    name: str
    kind: BundleKind
    read: Read
    fields: Fields
    allowance: Allowance
    depth: int = 1


def open_bundle(
    origin: str, kind: BundleKind, read: Read, reading: Reading | None = None
) -> Iterator[Found | Bundle]:
    """Give what is in a bundle, one after the other; see Bundle.

    `origin` ends in the bundle's name. Each document is held from when it is given until it
    is dropped, and nothing else of the bundle is. A member that cannot be read raises when it
    is loaded, and costs its neighbours nothing.
    """
    reading = reading or Reading()
    return _items(
        Opening(
            origin=origin,
            name=origin.rpartition("/")[2],
            kind=kind,
            read=read,
            fields=reading.fields,
            allowance=Allowance(caps=reading.caps),
        )
    )


def _items(opening: Opening) -> Iterator[Found | Bundle]:
    names: Counter[str] = Counter()
    for member in _members(opening):
        opening.allowance.count()
        name = member.name
        names[name] += 1
        # two of one name are two documents
        again = f"~{names[name]}" if names[name] > 1 else ""
        yield _item(member, f"{opening.origin}#{name}{again}", opening)


def _members(opening: Opening) -> Iterator[Member]:
    if opening.kind == "zip":
        yield from zip_members(opening.read, opening.allowance, _is_bundle)
        return
    with unpacked(opening.read(), opening.allowance) as file:
        yield from _READERS[opening.kind](file, opening)


_Reader = Callable[[io.BufferedReader, Opening], Iterator[Member]]
_READERS: Mapping[BundleKind, _Reader] = {
    "tar": lambda file, told: tar_members(file, told.allowance),
    "mbox": lambda file, told: mailbox_members(file, told.allowance),
    "json": lambda file, told: json_members(file, told.fields, told.allowance),
    "jsonl": lambda file, told: json_line_members(file, told.fields, told.allowance),
    "csv": lambda file, told: table_members(file, told.fields, told.allowance, tabs=False),
    "tsv": lambda file, told: table_members(file, told.fields, told.allowance, tabs=True),
    "warc": lambda file, told: warc_members(file, told.allowance),
    "packed": lambda file, told: iter([_packed(file, inner_name(told.name), told.allowance)]),
}
"""How each kind is read once, from its beginning to its end; a zip is not."""


def _packed(file: BinaryIO, name: str, allowance: Allowance) -> Member:
    limit = allowance.caps.document
    content = file.read(limit + 1)
    allowance.take(len(content))
    if len(content) > limit:
        reason = f"it is over the limit of {limit:,} bytes once it is unpacked"
        hint = "raise 'max_bytes' of its source, or split the document"
        return Member(name=name, error=UnreadableError(reason, hint=hint))
    return Member(name=name, content=content)


def _item(member: Member, origin: str, opening: Opening) -> Found | Bundle:
    if member.error is not None:
        return _refused(origin, member.error)
    if member.body is not None:
        return _document(origin, member.body)
    kind = kind_of(member.name, member.content)
    if kind is None:
        return _refused(origin, unread(member.name, member.content))
    if kind == "document":
        media_type = sniff(member.content, member.name)
        return _document(origin, Body(content=member.content, media_type=media_type))
    return _bundle(member, origin, kind, opening)


def _document(origin: str, body: Body) -> Found:
    told = (body.title, body.published, body.url)
    mark = digest(body.content + "\0".join(part or "" for part in told).encode())
    return Found(
        origin=origin,
        mark=mark,
        load=lambda: body,
        url=body.url,
        title=body.title,
        published=body.published,
    )


def _refused(origin: str, error: DocumentError) -> Found:
    def load() -> Body:
        raise error

    return Found(origin=origin, mark=None, load=load)


def _bundle(member: Member, origin: str, kind: BundleKind, opening: Opening) -> Found | Bundle:
    if opening.depth >= opening.allowance.caps.depth:
        reason = f"it is {opening.depth} bundles deep, and is one itself"
        return _refused(origin, UnreadableError(reason, hint="unpack the outermost by hand"))
    inner = replace(
        opening,
        origin=origin,
        name=member.name,
        kind=kind,
        read=member.again or partial(io.BytesIO, member.content),
        depth=opening.depth + 1,
    )
    mark = None if member.again else digest(member.content)
    return Bundle(origin=origin, mark=mark, open=partial(_items, inner))


def _is_bundle(name: str, head: bytes) -> bool:
    return kind_of(name, head) not in {"document", None}
