"""The invented press of tests/gold/stories, read as ingestd reads it; with copies of each article."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path

from ingestd.extraction.extractor import Article
from ingestd.extraction.registry import load_extractor
from ingestd.parsing.parse import parse
from ingestd.parsing.parsed import Claims
from ingestd.resolution.stories import Traits, names_of, paragraphs, same_story

GOLD = Path(__file__).parents[2] / "gold" / "stories"
RECEIVED = date(2025, 1, 7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An article: which story it tells, in which way."""

    story: str
    name: str
    traits: Traits


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How many pairs are rightly joined, wrongly joined, wrongly left apart."""

    right: int
    wrong: tuple[str, ...]
    missed: tuple[str, ...]

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        return self.right / (self.right + len(self.missed))


def traits_of(text: str, published: str | None, *, received: date = RECEIVED) -> Traits:
    """What is told of a text by which it is compared."""
    parsed = parse(text.encode(), "text/plain", Claims())
    article = Article(text=parsed.text, blocks=parsed.blocks, language=parsed.language)
    told = load_extractor("rules").extract(article)
    return Traits(
        sketch=parsed.sketch,
        figures=frozenset(parsed.figures),
        names=tuple(names_of(told.entities, paragraphs(parsed.blocks))),
        published=date.fromisoformat(published) if published else None,
        month=None,
        received=received,
    )


@cache
def press(*, copies: bool) -> tuple[Telling, ...]:
    """Every article, with its copies if asked for."""
    return tuple(
        Telling(story=path.stem.split("-")[0], name=name, traits=traits_of(text, published))
        for path in sorted(GOLD.glob("*.txt"))
        for published, name, text in _tellings(path, copies=copies)
    )


def score(articles: tuple[Telling, ...]) -> Score:
    """Compare each to each."""
    right, wrong, missed = 0, [], []
    for one, other in combinations(articles, 2):
        joined = same_story(one.traits, other.traits) is not None
        named = f"{one.name} {other.name}"
        if one.story == other.story:
            right += joined
            missed += [] if joined else [named]
        elif joined:
            wrong.append(named)
    return Score(right=right, wrong=tuple(wrong), missed=tuple(missed))


def _tellings(path: Path, *, copies: bool) -> Iterator[tuple[str, str, str]]:
    published, _, text = path.read_text("utf-8").partition("\n")
    yield published, path.stem, text
    if copies:
        yield published, f"{path.stem}+edited", edited(text)
        yield published, f"{path.stem}+cut", cut(text)
        yield published, f"{path.stem}+signed", signed(text)


def edited(text: str) -> str:
    """As a desk edits: another title, every fifteenth word left out, the last paragraph gone."""
    title, *paragraphs = text.strip().split("\n\n")
    kept = paragraphs[:-1] if len(paragraphs) > 2 else paragraphs
    shorter = [" ".join(w for n, w in enumerate(p.split(), 1) if n % 15) for p in kept]
    return "\n\n".join([f"{title} - what it means", *shorter])


def cut(text: str) -> str:
    """As a desk cuts: the title and the first half."""
    title, *paragraphs = text.strip().split("\n\n")
    return "\n\n".join([title, *paragraphs[: (len(paragraphs) + 1) // 2]])


def signed(text: str) -> str:
    """As another paper prints it: in its own frame."""
    return f"{text.strip()}\n\nSubscribe to The Kelby Observer, your paper since 1871. All rights reserved."
