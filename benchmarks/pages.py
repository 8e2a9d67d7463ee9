"""How many pages a second are read, beside bare trafilatura, in one run.

    python -m benchmarks.pages FOLDER [--rounds N]

FOLDER holds pages (*.html, *.html.gz; a clone of scrapinghub/article-extraction-benchmark will
do). Three take turns with each page: `trafilatura`, which finds the article and what the page
says of itself; `here`, our reader, which also decodes, cuts into blocks, tells the language and
guesses at dates; `child`, the same asked of a child process, as the daemon does. CPU time of
this process and the child's, so that others on the machine count less; best of the rounds.
"""

import argparse
import gzip
import resource
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from ingestd.confinement.children import Children
from ingestd.confinement.task import Bounds
from ingestd.errors import UnreadableError
from ingestd.events.media_types import HTML
from ingestd.parsing.apart import PARSE, Original, read
from ingestd.parsing.parsed import Claims

Reader = Callable[[bytes], object]


def pages_in(folder: Path) -> list[bytes]:
    """Every page below a folder."""
    packed = [gzip.decompress(path.read_bytes()) for path in sorted(folder.rglob("*.html.gz"))]
    return packed or [path.read_bytes() for path in sorted(folder.rglob("*.html"))]


def bare(body: bytes) -> object:
    """The article and the metadata of a page, by trafilatura alone."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - only here

    return bare_extraction(body, include_comments=False, with_metadata=True)


def original(body: bytes) -> Original:
    return Original(body=body, media_type=HTML, claims=Claims())


def here(body: bytes) -> object:
    """The page by our reader, in this process."""
    try:
        return read(original(body))
    except UnreadableError:
        return None


def apart(children: Children) -> Reader:
    """The page by our reader, in a child."""

    def ask(body: bytes) -> object:
        try:
            return children.run(PARSE, original(body))
        except UnreadableError:
            return None

    return ask


def seconds(reader: Reader, pages: list[bytes], spent: Callable[[], float]) -> float:
    """How long it takes to read all pages."""
    begun = spent()
    for page in pages:
        reader(page)
    return spent() - begun


def own_time() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def measured(pages: list[bytes], rounds: int) -> Iterator[tuple[str, float]]:
    """Each reader with the seconds of its best round; the child's by the clock."""
    children = Children(1, Bounds(seconds=60, work=60))
    readers = [
        ("trafilatura", bare, own_time),
        ("here", here, own_time),
        ("child", apart(children), time.monotonic),
    ]
    for _, reader, _ in readers:
        reader(pages[0])  # what it needs is loaded
    best: dict[str, float] = {}
    for _ in range(rounds):
        for name, reader, spent in readers:
            took = seconds(reader, pages, spent)
            best[name] = min(best.get(name, took), took)
    children.close()
    yield from best.items()


def main() -> None:
    """Print pages a second, and milliseconds a page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    told = parser.parse_args()
    pages = pages_in(told.folder)
    size = sum(map(len, pages)) / len(pages) / 1024
    print(f"{len(pages)} pages of {size:.0f} KiB")
    for name, took in measured(pages, told.rounds):
        rate = len(pages) / took
        print(f"{name:<12} {rate:6.1f} pages/s  {1000 * took / len(pages):6.2f} ms a page")


if __name__ == "__main__":
    main()
