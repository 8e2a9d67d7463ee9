"""What people wrote down of a text: the entities and deals that are to be found in it.

A gold document is a JSON file; `Line` is what an extractor said of the same text, as
`ingestd extract --json` prints it.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from ingestd.errors import UsageError
from ingestd.events.facts import Money


class GoldEntity(msgspec.Struct, kw_only=True, frozen=True):
    """Somebody or something named. An `optional` one is neither missed nor extra."""

    name: str
    type: str
    surface: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    type_alternatives: tuple[str, ...] = ()
    role: str | None = None
    role_aliases: tuple[str, ...] = ()
    affiliation: str | None = None
    optional: bool = False


class GoldParty(msgspec.Struct, kw_only=True, frozen=True):
    """One side of a deal; `alt_names` are who else may stand for it."""

    name: str
    role: str | None = None
    alt_names: tuple[str, ...] = ()


class GoldDeal(msgspec.Struct, kw_only=True, frozen=True):
    """A deal; one that is `splittable` may be told in parts."""

    type: str
    status: str
    parties: tuple[GoldParty, ...]
    type_alternatives: tuple[str, ...] = ()
    status_alternatives: tuple[str, ...] = ()
    optional_parties: tuple[str, ...] = ()
    value: Money | None = None
    value_alternatives: tuple[Money, ...] = ()
    date: str | None = None
    date_alternatives: tuple[str, ...] = ()
    splittable: bool = False


class GoldDocument(msgspec.Struct, kw_only=True, frozen=True):
    """One text's gold; in the group `distractor` no deal is to be found."""

    id: str
    lang: str
    entities: tuple[GoldEntity, ...]
    deals: tuple[GoldDeal, ...] = ()
    tolerated_deals: tuple[GoldDeal, ...] = ()
    group: str | None = None
    sha256: str | None = None


class SaidEntity(msgspec.Struct, kw_only=True, frozen=True):
    """An entity as a line has it."""

    name: str
    type: str | None = None
    surface: tuple[str, ...] | None = None
    role: str | None = None
    affiliation: str | None = None


class SaidParty(msgspec.Struct, kw_only=True, frozen=True):
    """A party as a line has it."""

    name: str
    role: str | None = None


class SaidDeal(msgspec.Struct, kw_only=True, frozen=True):
    """A deal as a line has it."""

    type: str | None = None
    status: str | None = None
    parties: tuple[SaidParty, ...] = ()
    value: Money | None = None
    date: str | None = None


class Line(msgspec.Struct, kw_only=True, frozen=True):
    """What an extractor said of one text."""

    doc: str
    entities: tuple[SaidEntity, ...] = ()
    deals: tuple[SaidDeal, ...] = ()


def gold_of(folder: Path) -> list[GoldDocument]:
    """The gold of a folder, in the order of its files. Raises UsageError."""
    documents = list(_documents(folder))
    if not documents:
        raise UsageError(
            f"{folder}: there is no gold in it",
            hint="give a folder with one JSON file for each text: {id, lang, entities, deals}",
        )
    return documents


def _documents(folder: Path) -> Iterator[GoldDocument]:
    for path in sorted(folder.glob("*.json")):
        content = path.read_bytes()
        try:
            if "entities" in msgspec.json.decode(content):  # others speak of several texts
                yield msgspec.json.decode(content, type=GoldDocument)
        except (msgspec.MsgspecError, TypeError) as error:
            raise UsageError(f"{path}: {error}", hint="see docs/evaluation.md") from error


def lines_of(path: Path) -> dict[str, Line]:
    """What was said, by document. Raises UsageError."""
    said: dict[str, Line] = {}
    for number, text in enumerate(path.read_bytes().splitlines(), start=1):
        if not text.strip():
            continue
        try:
            line = msgspec.json.decode(text, type=Line)
        except msgspec.MsgspecError as error:
            raise UsageError(f"{path}:{number}: {error}") from error
        document = line.doc.removesuffix(".txt")
        if document in said:
            raise UsageError(f"{path}:{number}: document {document} is there twice")
        said[document] = line
    return said
