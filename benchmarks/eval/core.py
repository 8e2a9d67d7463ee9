"""How well the relation of two given names is told: accuracy and macro-F1 over CORE's relations.

`python -m benchmarks.eval.core FILE [--third]` reads a split of CORE (`dataset/train.json`):
sentences with two marked names and one of twelve relations. With `--third`, the two thirds of
the sentences that rules may be written by and the third held back are told apart, by a checksum
of their ids. Direction is the share of those told right whose order is told right, too.
"""

import argparse
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict, cast

from ingestd.events.facts import RelationKind
from ingestd.extraction.languages.relations import clues_of
from ingestd.extraction.relations import Pair, Verdict, judge

# To each relation, what it is here, and whether it makes the second name the other one.
RELATIONS: dict[str, tuple[RelationKind | None, bool | None]] = {
    "acquired_by": ("acquirer", True),
    "brand_of": ("brand", False),
    "client_of": ("client", False),
    "collaboration": ("collaboration", None),
    "competitor_of": ("competitor", None),
    "merged_with": ("merger", None),
    "product_or_service_of": ("product", False),
    "regulated_by": ("regulator", True),
    "shareholder_of": ("shareholder", False),
    "subsidiary_of": ("subsidiary", False),
    "traded_on": ("listing", True),
    "undefined": (None, None),
}
_HELD_BACK = 3
_LEFT = re.compile(r" (?='s\b|[,.;:)%]|')")
_RIGHT = re.compile(r"([(\[]) ")


class Sentence(TypedDict):
    """One line of the set: places of the names count words, ends inclusive."""

    id: str
    relation: str
    invert_relation: int
    e1_start: int
    e1_end: int
    e2_start: int
    e2_end: int
    context: list[str]


@dataclass(frozen=True, slots=True)
class Score:
    """How many sentences, and which shares of them are told right."""

    sentences: int
    accuracy: float
    macro_f1: float
    direction: float


def sentences(file: Path) -> list[Sentence]:
    """The sentences of a split."""
    return cast("list[Sentence]", json.loads(file.read_text(encoding="utf-8")))


def held_back(sentence: Sentence) -> bool:
    """Whether no rule was written by this sentence."""
    return zlib.crc32(sentence["id"].encode()) % _HELD_BACK == 0


def pair(sentence: Sentence) -> Pair:
    """The two names and the words around them, blanks as in print."""
    words = sentence["context"]
    first, second = sorted(
        [(sentence["e1_start"], sentence["e1_end"]), (sentence["e2_start"], sentence["e2_end"])]
    )
    return Pair(
        before=_printed(words[: first[0]], " "),
        first=_printed(words[first[0] : first[1] + 1]),
        between=_printed(["", *words[first[1] + 1 : second[0]]], " "),
        second=_printed(words[second[0] : second[1] + 1]),
        behind=_printed(["", *words[second[1] + 1 :]]),
    )


def _printed(words: list[str], end: str = "") -> str:
    text = _RIGHT.sub(r"\1", _LEFT.sub("", " ".join(words).lower())).replace("``", '"')
    return text + end if text and not text.endswith(("(", "-")) else text


def score(listed: list[Sentence]) -> Score:
    """Judge every sentence."""
    clues = clues_of("en")
    told: Counter[tuple[RelationKind | None, RelationKind | None]] = Counter()
    ordered: Counter[bool] = Counter()
    for sentence in listed:
        verdict = judge(pair(sentence), clues)
        told[RELATIONS[sentence["relation"]][0], verdict.kind] += 1
        ordered.update(_in_order(sentence, verdict))
    right = sum(count for (gold, found), count in told.items() if gold == found)
    of_kinds = [_f1(told, kind) for kind, _ in RELATIONS.values()]
    return Score(
        sentences=len(listed),
        accuracy=right / max(len(listed), 1),
        macro_f1=sum(of_kinds) / len(of_kinds),
        direction=ordered[True] / max(ordered.total(), 1),
    )


def _in_order(sentence: Sentence, verdict: Verdict) -> Iterator[bool]:
    kind, other_is_e2 = RELATIONS[sentence["relation"]]
    if other_is_e2 is not None and kind == verdict.kind:
        e2_is_other = other_is_e2 != bool(sentence["invert_relation"])
        e2_is_second = sentence["e2_start"] > sentence["e1_start"]
        yield (e2_is_other == e2_is_second) == verdict.second_is_other


def _f1(
    told: Counter[tuple[RelationKind | None, RelationKind | None]], kind: RelationKind | None
) -> float:
    found = sum(count for (_, one), count in told.items() if one == kind)
    there = sum(count for (one, _), count in told.items() if one == kind)
    return 2 * told[kind, kind] / max(found + there, 1)


def main() -> None:
    """Read, judge, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--third", action="store_true", help="tell the held third apart")
    options = parser.parse_args()
    listed = sentences(options.file)
    parts = {"all": listed}
    if options.third:
        parts["known"] = [one for one in listed if not held_back(one)]
        parts["held back"] = [one for one in listed if held_back(one)]
    for name, part in parts.items():
        got = score(part)
        print(
            f"{name}: {got.sentences} sentences, accuracy {got.accuracy:.3f},"
            f" macro-F1 {got.macro_f1:.3f}, direction {got.direction:.3f}"
        )


if __name__ == "__main__":
    main()
