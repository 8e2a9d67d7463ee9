# ruff: noqa: RUF001 - the marks of print are meant
"""How well persons, places and bodies are found in a public set: exact span and type.

`python -m benchmarks.eval.wikineural FILE… [--language CODE] [--limit N] [--block N] [--errors N]`
scores files in CoNLL columns (number, word, tag), as WikiNEuRal and CoNLL-2003 come; the
language is that of the folder (`…/fr/val.conllu`) unless told. Words are joined to sentences by the
rules of print, each sentence (or block of N) is read alone, and only ORG, PER and LOC count.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor

COARSE = {
    "company": "ORG", "public_body": "ORG", "organization": "ORG", "person": "PER", "place": "LOC",
}  # fmt: skip
KINDS = ("ORG", "PER", "LOC")
NO_BLANK_BEFORE = re.compile(r"[.,;:!?)\]}%”’»…]+$|'(?:s|m|d|re|ve|ll|S)?$|n't$|\.\.\.$")
NO_BLANK_AFTER = re.compile(r"[(\[{$£€“‘«#]$|(?:[A-Za-zÀ-ÿ]{1,7})?['’]$")
Span = tuple[int, int, str]


@dataclass(slots=True)
class Sentence:
    """A text and what is named in it: start, end, kind."""

    text: str = ""
    gold: list[Span] = field(default_factory=list)


def rows(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Words with their tags, sentence by sentence."""
    found: list[tuple[str, str]] = []
    for row in path.read_text(encoding="utf-8").split("\n"):
        columns = row.split("\t")
        if len(columns) >= 3 and columns[1].strip():  # noqa: PLR2004 - number, word, tag
            found.append((columns[1], columns[2]))
        elif found:
            yield found
            found = []
    if found:
        yield found


def joined(listed: list[tuple[str, str]]) -> Sentence:
    """The sentence as it was printed; straight quotes open and close in turn."""
    sentence, quotes, tight = Sentence(), 0, True
    spans: list[list[int | str]] = []
    for word, tag in listed:
        closes = word == '"' and quotes % 2 == 1
        blank = not (tight or closes or NO_BLANK_BEFORE.match(word))
        sentence.text += " " + word if blank else word
        end = len(sentence.text)
        if tag[:1] == "B":
            spans.append([end - len(word), end, tag[2:]])
        elif tag[:1] == "I" and spans:
            spans[-1][1] = end
        quotes += word == '"'
        tight = bool(word == '"' and not closes) or _binds(word)
    sentence.gold = [(int(a), int(b), str(kind)) for a, b, kind in spans if kind in KINDS]
    return sentence


def _binds(word: str) -> bool:
    """Whether the next word follows without a blank: not behind a closing quote mark alone."""
    return word != "'" and bool(NO_BLANK_AFTER.search(word))


def found_in(text: str, language: str) -> set[Span]:
    """What the extractor names, the outermost of nested spans."""
    article = Article(text=text, blocks=(), language=language)
    spans = sorted(
        {
            (quote.start, quote.end, COARSE[entity.type])
            for entity in RulesExtractor().extract(article).entities
            if entity.type in COARSE
            for quote in entity.mentions
        },
        key=lambda span: (span[0], -span[1], span[2]),
    )
    kept: list[Span] = []
    for span in spans:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return set(kept)


def groups(sentences: Iterator[Sentence], size: int) -> Iterator[tuple[Sentence, ...]]:
    """Sentences in groups of a size, the last one as it comes."""
    while group := tuple(islice(sentences, size)):
        yield group


def block(sentences: tuple[Sentence, ...]) -> Sentence:
    """Several sentences as one text, each its own paragraph."""
    whole = Sentence()
    for sentence in sentences:
        offset = len(whole.text)
        whole.gold += [(a + offset, b + offset, kind) for a, b, kind in sentence.gold]
        whole.text += sentence.text + "\n\n"
    return whole


def main() -> None:
    """Print precision, recall and F1 for each kind and over all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--language")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--block", type=int, default=1)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    for path in options.files:
        language = options.language or path.parent.name
        sentences = (joined(listed) for listed in islice(rows(path), options.limit))
        texts = (block(group) for group in groups(sentences, options.block))
        score(path, texts, language, errors=options.errors)


def score(path: Path, texts: Iterator[Sentence], language: str, *, errors: int) -> None:
    """Compare and print."""
    right: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for text in texts:
        gold, found = set(text.gold), found_in(text.text, language)
        right.update(kind for _, _, kind in gold & found)
        extra.update(kind for _, _, kind in found - gold)
        missed.update(kind for _, _, kind in gold - found)
        if gold != found and errors > 0:
            errors -= 1
            show(text.text, gold, found)
    print(path)
    for kind in KINDS:
        print(line_of(kind, right[kind], extra[kind], missed[kind]))
    print(line_of("all", right.total(), extra.total(), missed.total()))


def show(text: str, gold: set[Span], found: set[Span]) -> None:
    """What differs in one text."""
    print(text.strip())
    for mark, spans in (("  - ", gold - found), ("  + ", found - gold)):
        for start, end, kind in sorted(spans):
            print(f"{mark}{kind} {text[start:end]}")


def line_of(kind: str, right: int, extra: int, missed: int) -> str:
    """Precision, recall, F1 and what they were counted from."""
    precision = right / (right + extra) if right + extra else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    counted = f"{right} right, {extra} extra, {missed} missed"
    return f"{kind:4} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({counted})"


if __name__ == "__main__":
    main()
