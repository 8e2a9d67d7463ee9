"""How long from a file in a watched folder to its deal in the API, with the daemon running.

`python -m benchmarks.file_to_deal [--files N]`. Files are renamed into place, or written in it.
Beside it, in the same run, what the way costs
without the daemon: parse and extract of the same text in this process.
"""

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from threading import Event
from time import perf_counter

from ingestd.extraction.extractor import Article
from ingestd.extraction.registry import load_extractor
from ingestd.parsing.parse import parse
from ingestd.parsing.parsed import Claims
from tests.fixtures.daemons import Program

TEXT = (
    "HANOI - {one} Energy and {other} Steel signed a memorandum of understanding in Hanoi on "
    "March {day}, 2024 to build wind farms.\n"
)
Way = Callable[[Program, str, str], Path]
NAMES = ("Northwind", "Eastlake", "Southport", "Westbrook", "Highmoor", "Lowfield", "Stonegate")


def text(number: int) -> str:
    one, other = NAMES[number % 7], NAMES[(number // 7 + number % 7 + 1) % 7]
    return TEXT.format(one=f"{one}{number}", other=f"{other}{number}", day=number % 28 + 1)


def write(program: Program, name: str, text: str) -> Path:
    """As most programs do: opened, written, closed."""
    path = program.drop / name
    path.write_text(text, "utf-8")
    return path


def through_the_daemon(
    program: Program, ways: tuple[Way, ...], files: int
) -> list[list[float]]:
    program.start()
    program.wait_for("/v1/sources", 1)
    program.put("warm.txt", text(0))
    program.wait_for("/v1/deals?limit=1000", 1)
    took: list[list[float]] = [[] for _ in ways]
    for number in range(files * len(ways)):
        at = number % len(ways)
        begun = perf_counter()
        ways[at](program, f"{number:04}.txt", text(number + 1))
        while (
            len((program.get("/v1/deals?limit=1000") or {"items": []})["items"]) <= number + 1
        ):
            Event().wait(0.01)
        took[at].append(perf_counter() - begun)
    program.stop()
    return took


def in_this_process(files: int) -> list[float]:
    extractor = load_extractor("rules")
    took = []
    for number in range(files + 1):
        begun = perf_counter()
        parsed = parse(text(number).encode(), "text/plain", Claims())
        article = Article(
            text=parsed.text,
            blocks=parsed.blocks,
            language=parsed.language,
            published=parsed.published,
        )
        extractor.extract(article)
        took.append(perf_counter() - begun)
    return took[1:]


def tell(name: str, took: list[float]) -> None:
    cuts = quantiles(took, n=100, method="inclusive")
    told = f"p95 {cuts[94]:.3f} s  p99 {cuts[98]:.3f} s  worst {max(took):.3f} s"
    print(f"{name:<28} median {median(took):.3f} s  {told}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=50)
    files = parser.parse_args().files
    with tempfile.TemporaryDirectory() as home:
        renamed, written = through_the_daemon(Program(Path(home)), (Program.put, write), files)
        tell("renamed into place, daemon", renamed)
        tell("written in place, daemon", written)
    tell("parse and extract alone", in_this_process(files))


if __name__ == "__main__":
    main()
