"""How quick the built-in extractor is, and whether any text makes it slow.

`python -m benchmarks.extracting [FOLDER]`: articles of 400 words, made of the texts of each
language in a folder of gold (default: the development set), one process, processor time; what a
cold start takes; the memory after all languages; and texts made to be slow, each beside the time
that plain news of its length takes.
"""

import argparse
import random
import resource
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from ingestd.evaluation.gold import gold_of
from ingestd.events.facts import Block
from ingestd.extraction.extractor import Article
from ingestd.extraction.rules import RulesExtractor

DEVELOPMENT = Path(__file__).parents[1] / "tests" / "corpus" / "development"
WORDS = 400
ROUNDS = 5
LONG = 100_000
COLD = (
    "from ingestd.extraction.rules import RulesExtractor;"
    "from ingestd.extraction.extractor import Article;"
    "RulesExtractor().extract(Article(text={text!r}, blocks=(), language={language!r}))"
)


def article(text: str, language: str | None) -> Article:
    body = Block(kind="body", start=0, end=len(text))
    return Article(text=text, blocks=(body,), language=language, published="2026-05-04")


def articles(folder: Path) -> dict[str, list[Article]]:
    """Per language, articles of about 400 words, each of several whole texts' paragraphs."""
    paragraphs: dict[str, list[str]] = defaultdict(list)
    for gold in gold_of(folder):
        text = (folder / f"{gold.id}.txt").read_text("utf-8")
        paragraphs[gold.lang] += [line for line in text.splitlines() if line.strip()]
    return {
        language: [article(text, language) for text in _of_length(lines)]
        for language, lines in sorted(paragraphs.items())
    }


def _of_length(paragraphs: list[str]) -> Iterator[str]:
    text: list[str] = []
    for paragraph in paragraphs:
        text.append(paragraph)
        if sum(len(each.split()) for each in text) >= WORDS:
            yield "\n\n".join(text)
            text = []


def seconds(extractor: RulesExtractor, one: Article) -> float:
    begun = process_time()
    extractor.extract(one)
    return process_time() - begun


def hard(news: str, letters: int = LONG) -> dict[str, str]:
    """Texts of about so many letters made to be slow, by what they are made of."""
    chance = random.Random(1)  # noqa: S311 - no secret
    words = [chance.choice(news.split() or ["word"]) for _ in range(letters // 6)]
    return {
        "one word of capitals": "A" * letters,
        "capital letters": "A " * (letters // 2),
        "capitalised words": "Aaa " * (letters // 4),
        "capitalised words, hyphens": "Aa-" * (letters // 3),
        "names and 'and'": "Anna and " * (letters // 9),
        "commas": "Acme Ltd, " * (letters // 10),
        "brackets": "(" * letters,
        "quotes": '"' * letters,
        "digits": "1" * letters,
        "numbers": "1,000 " * (letters // 6),
        "dots": "." * letters,
        "blanks": " " * letters,
        "line ends": "\n" * letters,
        "combining marks": "a" + "\u0301" * letters,
        "right to left": "שלום עולם " * (letters // 10),
        "emoji": "👩‍👩‍👧 " * (letters // 6),
        "one sentence of news": " ".join(words),
        "signed, signed": "Acme signed " * (letters // 12),
        "between and and": "an agreement between Acme and " * (letters // 30),
        "respectively": "Acme and Globex signed with Initech and Umbra, respectively, "
        * (letters // 60),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=DEVELOPMENT)
    folder = parser.parse_args().folder
    extractor, made = RulesExtractor(), articles(folder)
    for language, batch in made.items():
        begun = perf_counter()
        code = COLD.format(text=batch[0].text, language=language)
        subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603
        cold = perf_counter() - begun
        extractor.extract(batch[0])
        rounds = [sum(seconds(extractor, one) for one in batch) for _ in range(ROUNDS)]
        per = median(rounds) / len(batch)
        print(
            f"{language}: {1 / per:7.1f} articles/s ({per * 1000:.1f} ms), cold start {cold:.2f} s"
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory with all languages: {peak:.0f} MiB")
    for language in made:
        _print_hard(extractor, language, made[language])


def _print_hard(extractor: RulesExtractor, language: str, batch: list[Article]) -> None:
    news = "\n\n".join(one.text for one in batch)
    whole = news * (LONG // len(news) + 1)
    plain = seconds(extractor, article(whole, language)) / len(whole)
    for name, text in hard(news).items():
        taken = seconds(extractor, article(text, language))
        print(f"{language}  {name:28} {taken:8.2f} s   {taken / (plain * len(text)):6.1f} x")


if __name__ == "__main__":
    main()
