"""Reads every file of a folder as a feed, and tells what came of it."""

# ruff: noqa: T201 - it prints what it finds

import argparse
import traceback
from collections import Counter
from pathlib import Path
from time import process_time

from ingestd.errors import UnreadableError
from ingestd.sources.feeds.reading import Asked, Feed, read_feed

RSS_11 = b"http://purl.org/net/rss1.1#"
URL = "http://feed.example/feed"


def tell(description: str | None, folders: tuple[str, ...]) -> int:
    """Print the counts; 1 where anything but UnreadableError was raised."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    files = sorted(file for one in folders for file in (folder / one).rglob("*.xml"))
    counts, rss_11 = Counter[str](), Counter[str]()
    longest, slowest = 0.0, Path()
    begun = process_time()
    for file in files:
        content = file.read_bytes()
        at = process_time()
        outcome = came_of(content, file)
        counts[outcome] += 1
        if RSS_11 in content:
            rss_11[outcome] += 1
        longest, slowest = max((longest, slowest), (process_time() - at, file))
    took = process_time() - begun
    print(f"{len(files)} files in {took:.1f} s, the slowest {longest:.2f} s ({slowest.name})")
    print(", ".join(f"{outcome} {count}" for outcome, count in sorted(counts.items())))
    if rss_11:
        print("RSS 1.1:", ", ".join(f"{one} {count}" for one, count in sorted(rss_11.items())))
    return int(counts["exception"] > 0)


def came_of(content: bytes, file: Path) -> str:
    try:
        feed = read_feed(Asked(content=content, url=URL, place=URL))
    except UnreadableError:
        return "no feed"
    except Exception:  # noqa: BLE001 - it is what is looked for
        print(file)
        traceback.print_exc()
        return "exception"
    return shown(feed)


def shown(feed: Feed) -> str:
    return "with entries" if feed.entries else "without entries"
