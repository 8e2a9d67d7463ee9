"""How well articles are put into stories: ECB+ documents, B³ of the stories that we make of them.

`python -m benchmarks.eval.ecb FOLDER [--errors N]` reads the folder `ECB+` (topics 1 to 35, which
are for development; 36 to 45 are never read). A gold story is one half of a topic: its documents
`…ecb.xml` tell of one event, its `…ecbplus.xml` of another of the same kind. All documents of all
topics are put together; each is compared to each, as the projection of stories compares, and what
hangs together by links is a story. Documents have no dates (those of the web addresses in front
of them are left out with the addresses), so that nothing keeps two apart but what they tell.

Two scores: of stories (articles that surely tell the same, as the views show them), and of
matters (`ingestd.resolution.matters`: what lies together among all that is looked at).
"""

import argparse
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor
from ingestd.parsing.parse import parse
from ingestd.parsing.parsed import Claims
from ingestd.resolution.matters import Telling, matters
from ingestd.resolution.stories import Traits, names_of, paragraphs, same_story

DEVELOPED_ON = range(1, 36)
DAY = date(2021, 1, 1)
_CLOSING = re.compile(r" (?=[.,;:!?%)\]]|'s\b|n't\b|'(?:ll|re|ve|d|m)\b)")
_OPENING = re.compile(r"(?<=[(\[$]) ")
_ADDRESS = re.compile(r"https?\b")


@dataclass(frozen=True, slots=True)
class Told:
    """A document: its gold story and by what it is compared."""

    name: str
    story: str
    text: str
    traits: Traits


def documents(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Name, gold story and text of each document, a paragraph for each sentence."""
    for topic in DEVELOPED_ON:
        for path in sorted((folder / str(topic)).glob("*.xml")):
            story = f"{topic}{'ecbplus' if path.stem.endswith('ecbplus') else 'ecb'}"
            yield path.stem, story, text_of(path)


def text_of(path: Path) -> str:
    """The text of a document, but for the web address in front of it."""
    sentences: dict[int, list[str]] = {}
    for token in ElementTree.parse(path).iter("token"):  # noqa: S314 - a set of one's own choice
        sentences.setdefault(int(token.get("sentence", "0")), []).append(token.text or "")
    told = (" ".join(words) for _, words in sorted(sentences.items()))
    return "\n\n".join(_joined(each) for each in told if not _ADDRESS.match(each))


def _joined(words: str) -> str:
    """Tokens as they are printed."""
    plain = words.replace("`` ", '"').replace(" ''", '"')
    return _OPENING.sub("", _CLOSING.sub("", plain))


def read(folder: Path) -> list[Told]:
    """Every document as ingestd reads it."""
    extractor = RulesExtractor()
    told = []
    for name, story, text in documents(folder):
        parsed = parse(text.encode(), "text/plain", Claims())
        article = Article(text=parsed.text, blocks=parsed.blocks, language="en", published=None)
        traits = Traits(
            sketch=parsed.sketch,
            figures=frozenset(parsed.figures),
            names=tuple(
                names_of(extractor.extract(article).entities, paragraphs(parsed.blocks))
            ),
            published=None,
            month=None,
            received=DAY,
        )
        told.append(Told(name, story, parsed.text, traits))
    return told


def linked(told: Sequence[Told]) -> dict[str, set[str]]:
    """The story of each document: all that hangs together with it."""
    groups = {one.name: {one.name} for one in told}
    for one, other in combinations(told, 2):
        if same_story(one.traits, other.traits) and groups[one.name] is not groups[other.name]:
            groups[one.name] |= groups[other.name]
            for name in groups[other.name]:
                groups[name] = groups[one.name]
    return groups


def b_cubed(
    found: Mapping[str, Collection[str]], gold: Mapping[str, Collection[str]]
) -> tuple[float, float]:
    """Precision and recall (Bagga and Baldwin, 1998), each document of the same weight."""
    right = {name: len(set(found[name]) & set(gold[name])) for name in gold}
    precision = sum(right[name] / len(found[name]) for name in gold) / len(gold)
    recall = sum(right[name] / len(gold[name]) for name in gold) / len(gold)
    return precision, recall


def together(told: Sequence[Told]) -> dict[str, set[str]]:
    """The matter of each document: words and names that are rare among all, on average."""
    tellings = [
        Telling(one.name, one.text, [key for name in one.traits.names for key in name.keys])
        for one in told
    ]
    return {name: set(group) for group in matters(tellings) for name in group}


def lines(folder: Path, errors: int) -> Iterator[str]:
    """What to print."""
    told = read(folder)
    gold: dict[str, set[str]] = {}
    for one in told:
        gold.setdefault(one.story, set()).add(one.name)
    for title, found in (("stories", linked(told)), ("matters", together(told))):
        precision, recall = b_cubed(found, {one.name: gold[one.story] for one in told})
        f1 = 2 * precision * recall / (precision + recall)
        groups = {min(group): sorted(group) for group in found.values()}
        yield (
            f"{title}: {len(told)} documents, {len(gold)} gold stories, {len(groups)} found: "
            f"B3 P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"
        )
        whose = {one.name: one.story for one in told}
        mixed = [one for _, one in sorted(groups.items()) if len({whose[n] for n in one}) > 1]
        for group in mixed[:errors]:
            yield f"  + {' '.join(group)}"


def main() -> None:
    """Print the score, and some of the errors where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    for line in lines(options.folder, options.errors):
        print(line)


if __name__ == "__main__":
    main()
