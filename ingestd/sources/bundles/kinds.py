"""What a file is to us: a document, a bundle of them, or neither."""

from collections.abc import Mapping
from typing import Literal

from ingestd.errors import UnreadableError
from ingestd.events import media_types
from ingestd.events.media_types import sniff
from ingestd.sources.bundles.unpacking import beginning, inner_name

BundleKind = Literal["zip", "tar", "packed", "mbox", "json", "jsonl", "csv", "tsv", "warc"]
"""How a bundle is read; `packed`: one document, made small by gzip, bzip2 or xz."""

DOCUMENTS = frozenset({
    media_types.TEXT, media_types.MARKDOWN, media_types.HTML, media_types.XHTML,
    media_types.PDF, media_types.DOCX, media_types.ODT, media_types.MAIL,
})  # fmt: skip
"""The media types whose text the parser finds."""

HEAD = 2**16
"""Bytes from the beginning of a file that it is told by."""

_BUNDLES: Mapping[str, BundleKind] = {
    media_types.ZIP: "zip",
    media_types.TAR: "tar",
    media_types.MAILBOX: "mbox",
    media_types.JSON: "json",
    media_types.JSON_LINES: "jsonl",
    media_types.CSV: "csv",
    media_types.TSV: "tsv",
    media_types.WARC: "warc",
}
_READ = "documents: txt, md, html, pdf, docx, odt, eml; bundles: zip, tar, gz, mbox, json, jsonl, csv, tsv, warc"


def kind_of(name: str, head: bytes) -> Literal["document"] | BundleKind | None:
    """Tell what a file is by its name and its first `HEAD` bytes; None: nothing that is read.

    A bundle may itself be packed: of a `.jsonl.gz` it is `jsonl`, of a `.tgz` it is `tar`.
    """
    inner = beginning(head, media_types.REACH)
    if inner is None:
        return _kind(sniff(head, name))
    kind = _kind(sniff(inner, inner_name(name)))
    return "packed" if kind in {"document", "zip"} else kind


def unread(name: str, head: bytes) -> UnreadableError:
    """Why a file is rejected that `kind_of` has nothing to say of."""
    return UnreadableError(
        f"it is {sniff(head, name)}, which is not read", hint=f"what is read: {_READ}"
    )


def _kind(media_type: str) -> Literal["document"] | BundleKind | None:
    return "document" if media_type in DOCUMENTS else _BUNDLES.get(media_type)
