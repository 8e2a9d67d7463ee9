"""How well names are linked across languages and scripts: pairs of names, precision and recall.

`python -m benchmarks.eval.bsnlp FOLDER… [--errors N]` reads `annotated` folders of the shared
task BSNLP-2021 (one line per name: as written, base form, kind, id across languages). What is
compared are the distinct base forms of persons, places and bodies in each language; a pair is
right where the set gives both the same id. Nothing is known of a name but its letters and kind.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from msgspec.structs import replace

from ingestd.events.facts import EntityType
from ingestd.resolution import Known, links, naming
from ingestd.resolution.bearers import gathered

KINDS: dict[str, EntityType] = {"PER": "person", "LOC": "place", "ORG": "organization"}
COLUMNS = 4


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A base form as one language has it, and who that is."""

    language: str
    form: str
    kind: str
    who: str


Pair = tuple[Name, Name]


def names(folder: Path) -> list[Name]:
    """Every distinct base form of a language and kind, with the id it has most often."""
    told: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for path in sorted(folder.rglob("*.out")):
        for row in path.read_text(encoding="utf-8-sig").split("\n"):
            columns = [column.strip() for column in row.split("\t")]
            if len(columns) >= COLUMNS and columns[2] in KINDS:
                _, form, kind, who = columns[:COLUMNS]
                told[path.parent.name, form, kind][who] += 1
    return sorted(
        Name(*key, min(ids, key=lambda who: (-ids[who], who))) for key, ids in told.items()
    )


def linked(listed: Iterable[Name], *, in_one_topic: bool) -> set[Pair]:
    """The pairs that become one when name after name is told, as in the log.

    In one topic, a single name means the only person there who bears it.
    """
    people = People()
    for name in listed:
        people.tell(name)
    if in_one_topic:
        people.gather()
    return {pair for group in people.groups.values() for pair in combinations(sorted(group), 2)}


class People:
    """Who is known by now, by which names."""

    def __init__(self) -> None:
        self.groups: dict[str, list[Name]] = {}
        self._told = 0
        self._known: dict[str, Known] = {}
        self._by_key: dict[str, set[str]] = defaultdict(set)

    def gather(self) -> None:
        """Take single names for the persons who bear them."""
        persons = [known for known in self._known.values() if known.type == "person"]
        for first, *others in gathered(persons):
            for other in others:
                self.groups[first.id] += self.groups.pop(other.id)

    def tell(self, name: Name) -> None:
        """Take a name for whom it is of, or for somebody new."""
        how = naming(name.form, KINDS[name.kind])
        sharing = {one for key in how.sought for one in self._by_key[key]}
        found = [
            link.id
            for link in links(how.known, (self._known[each] for each in sorted(sharing)))
        ]
        self._told += 1
        identity = min(found, default=f"{self._told:06}")
        group = [name, *(each for one in found for each in self.groups.pop(one))]
        known = [how.known, *(self._known.pop(one) for one in found)]
        self.groups[identity] = group
        self._known[identity] = replace(
            known[-1],
            id=identity,
            names=tuple(sorted({each for one in known for each in one.names})),
            reference=next((one.reference for one in known if one.reference), None),
        )
        for ids in self._by_key.values():
            if not ids.isdisjoint(found):
                ids.difference_update(found)
                ids.add(identity)
        for key in how.keys:
            self._by_key[key].add(identity)


def same(listed: Iterable[Name]) -> set[Pair]:
    """The pairs that have one id."""
    by_id: dict[str, list[Name]] = defaultdict(list)
    for name in listed:
        by_id[name.who].append(name)
    return {pair for group in by_id.values() for pair in combinations(group, 2)}


def told(title: str, right: int, found: int, gold: int) -> str:
    """Precision, recall and F1 in a line."""
    precision, recall = right / (found or 1), right / (gold or 1)
    f1 = 2 * right / ((found + gold) or 1)
    return (
        f"{title:24} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  "
        f"({right} right, {found - right} extra, {gold - right} missed)"
    )


def lines(folder: Path, errors: int) -> Iterator[str]:
    """What to print for one topic."""
    listed = names(folder)
    gold, alone = same(listed), linked(listed, in_one_topic=False)
    yield told(f"{folder.parent.name}, alone", len(gold & alone), len(alone), len(gold))
    found = linked(listed, in_one_topic=True)
    yield told(f"{folder.parent.name}, in one topic", len(gold & found), len(found), len(gold))
    for kind in KINDS:
        right, mine, theirs = (
            sum(one.kind == kind for one, _ in pairs) for pairs in (gold & found, found, gold)
        )
        yield told(f"  {kind}", right, mine, theirs)
    for mark, pairs in (("+", found - gold), ("-", gold - found)):
        for one, other in sorted(pairs)[:: max(1, len(pairs) // errors)] if errors else ():
            yield f"  {mark} {one.kind} {one.language}:{one.form} | {other.language}:{other.form}"


def main() -> None:
    """Print the scores of each topic, and some of the errors where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    for folder in options.folders:
        for line in lines(folder, options.errors):
            print(line)


if __name__ == "__main__":
    main()
