"""By what an article is compared to others, as a row keeps it."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

import msgspec

from ingestd.events import DocumentParsed
from ingestd.events.briefs import BriefEntity
from ingestd.resolution.stories import Name, Traits, name_of_keys, names_of, paragraphs
from ingestd.store.rows import Row

Named = dict[str, tuple[int, list[tuple[float, tuple[str, ...]]]]]
"""By extractor: the revision that it read, and each thing named with its weight and keys."""

_JSON = msgspec.json.Encoder()
_SKETCH = msgspec.json.Decoder(tuple[int, ...])
_FIGURES = msgspec.json.Decoder(frozenset[str])
_SPANS = msgspec.json.Decoder(list[tuple[int, int]])
_NAMED = msgspec.json.Decoder(Named)
_KEYS = msgspec.json.Decoder(list[int])
_DAY = len("YYYY-MM-DD")
_MONTH = len("YYYY-MM")
NAMES = 24
"""Things named that count, those that an article names first."""


def unread(article: str, number: int, received: str) -> Row:
    """A row of which nothing is known so far."""
    return {
        "number": number,
        "article": article,
        "revision": 0,
        "related": None,
        "shown": 1,
        "published": None,
        "received": received,
        "sketch": "[]",
        "figures": "[]",
        "spans": "[]",
        "names": "{}",
        "posted": "[]",
    }


def read(row: Row, event: DocumentParsed) -> None:
    """Put what parsing found into the row."""
    row |= {
        "revision": event.revision,
        "published": event.published,
        "sketch": _written(event.sketch),
        "figures": _written(event.figures),
        "spans": _written(paragraphs(event.blocks)),
    }
    row["told"] = event.sketch, frozenset(event.figures)  # as it would be read again


def name(row: Row, extractor: str, entities: Sequence[BriefEntity]) -> None:
    """Put what an extractor named in the row's revision into it."""
    names = _names_of(row, entities)
    named = _named(row, extractor, names)
    row["names"] = _written(named)
    if len(named) == 1:
        row["named"] = names  # as they would be read again


def is_news(row: Row, extractor: str, entities: Sequence[BriefEntity]) -> bool:
    """Say whether what an extractor names is not in the row already."""
    said: str = row["names"]
    return _written(_named(row, extractor, _names_of(row, entities))) != said


def _names_of(row: Row, entities: Sequence[BriefEntity]) -> list[Name]:
    return list(islice(names_of(entities, _SPANS.decode(row["spans"])), NAMES))


def _named(row: Row, extractor: str, names: Sequence[Name]) -> Named:
    named = _NAMED.decode(row["names"])
    # who read an earlier revision only tells nothing of this one
    named = {who: told for who, told in named.items() if told[0] == row["revision"]}
    named[extractor] = (row["revision"], [(each.weight, each.keys) for each in names])
    return dict(sorted(named.items()))


def traits_of(row: Row) -> Traits:
    """Return what the row tells."""
    day, month = _published(row["published"])
    sketch, figures = row.pop("told", None) or _told(row)
    return Traits(
        sketch=sketch,
        figures=figures,
        names=tuple(_names(row)),
        published=day,
        month=month,
        received=date.fromisoformat(row["received"][:_DAY]),
    )


def post(row: Row, keys: Sequence[int]) -> None:
    """Put into the row under which keys it is found."""
    row["posted"] = _written(keys)


def posted(row: Row) -> list[int]:
    """The keys under which it is found."""
    return _KEYS.decode(row["posted"])


def _told(row: Row) -> tuple[tuple[int, ...], frozenset[str]]:
    return _SKETCH.decode(row["sketch"]), _FIGURES.decode(row["figures"])


def _names(row: Row) -> list[Name]:
    """Name each thing once, though several extractors tell of it."""
    names: list[Name] = []
    known: set[str] = set()
    for each in row.pop("named", None) or _read_names(row):
        if known.isdisjoint(each.keys):
            names.append(each)
            known.update(each.sought)
    return names


def _read_names(row: Row) -> Iterator[Name]:
    for revision, told in _NAMED.decode(row["names"]).values():
        for weight, keys in told if revision == row["revision"] else ():
            yield name_of_keys(weight, keys)


def _published(told: str | None) -> tuple[date | None, str | None]:
    """The day, or at least the month."""
    if told is None or len(told) < _MONTH:
        return None, None
    if len(told) < _DAY:
        return None, told[:_MONTH]
    try:
        return date.fromisoformat(told[:_DAY]), None
    except ValueError:  # nobody checks what another parser writes
        return None, None


def _written(value: Any) -> str:
    return _JSON.encode(value).decode()
