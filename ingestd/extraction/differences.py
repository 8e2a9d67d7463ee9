"""What two extractions of one text tell differently, fact by fact."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ingestd.events.facts import Extraction
from ingestd.extraction.lines import as_line
from ingestd.extraction.view import fold

Key = tuple[object, ...]
NOTHING = Extraction()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One entity or deal that was added, removed, or is told otherwise.

    `before` and `after` hold the fields as `ingestd extract --json` has them; of what changed,
    those that did.
    """

    kind: Literal["entity", "deal"]
    change: Literal["added", "removed", "changed"]
    name: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


def differences(before: Extraction | None, after: Extraction) -> Iterator[Difference]:
    """Entities by name, deals by type and parties; in the order of what is told now."""
    old, new = _facts(before or NOTHING), _facts(after)
    for key in [*new, *(key for key in old if key not in new)]:
        kind: Literal["entity", "deal"] = "entity" if key[0] == "entity" else "deal"
        was, is_now = old.get(key), new.get(key)
        name = _name(is_now or was or {})
        if was is None or is_now is None:
            change: Literal["added", "removed"] = "added" if was is None else "removed"
            yield Difference(kind=kind, change=change, name=name, before=was, after=is_now)
        elif was != is_now:
            fields = [field for field in is_now if was[field] != is_now[field]]
            yield Difference(
                kind=kind,
                change="changed",
                name=name,
                before={field: was[field] for field in fields},
                after={field: is_now[field] for field in fields},
            )


def _facts(extraction: Extraction) -> dict[Key, dict[str, Any]]:
    line = as_line(extraction, doc="", path="", language=None, title=None, published=None)
    entities = _numbered(line["entities"], lambda one: ("entity", fold(one["name"])))
    return entities | _numbered(line["deals"], _deal_key)


def _deal_key(deal: Mapping[str, Any]) -> Key:
    sides = sorted(fold(party["name"]) for party in deal["parties"])
    return ("deal", deal["type"], *sides)


def _numbered(
    facts: Iterable[dict[str, Any]], key_of: Callable[[dict[str, Any]], Key]
) -> dict[Key, dict[str, Any]]:
    """Two facts of one key are told apart by their order."""
    met: Counter[Key] = Counter()
    found: dict[Key, dict[str, Any]] = {}
    for fact in facts:
        key = key_of(fact)
        found[key if not met[key] else (*key, met[key])] = fact
        met[key] += 1
    return found


def _name(fact: Mapping[str, Any]) -> str:
    if "parties" in fact:
        return f"{fact['type']}: {' / '.join(party['name'] for party in fact['parties'])}"
    return str(fact["name"])
