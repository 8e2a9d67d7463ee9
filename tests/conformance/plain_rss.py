"""Compares what is read the quick way with what feedparser makes of the same files.

`python -m tests.conformance.plain_rss FOLDER…`, any folders with feeds, as those of kurtmckee/feedparser,
w3c/feedvalidator and mmcdole/gofeed: each file as it comes under several labels. No difference is
allowed; how many are read the quick way says only how plain they are.
"""

# ruff: noqa: T201 - it prints what it finds

import argparse
import sys
from collections import Counter
from pathlib import Path

from ingestd.sources.feeds.plain_rss import read_plain
from ingestd.sources.feeds.preparing import prepared
from ingestd.sources.feeds.xml_feed import parsed_by_feedparser, telling_of

URL = "http://feed.example/feed"
LABELS = ("", "application/rss+xml; charset=utf-8", "text/xml")
LARGEST = 3_000_000


def compared(content: bytes, label: str) -> str:
    """Which way it is read, and whether that makes a difference."""
    ready = prepared(content, label)
    parsed = read_plain(*ready)
    if parsed is None:
        return "by feedparser"
    expected = telling_of(parsed_by_feedparser(*ready), url=URL)
    return "quickly" if telling_of(parsed, url=URL) == expected else "differently"


def main() -> int:
    """Print the counts, and the files that are read differently; 1 where there are any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="+")
    counts = Counter[str]()
    for file in (found for folder in parser.parse_args().folder for found in folder.rglob("*")):
        if not file.is_file() or file.stat().st_size > LARGEST:
            continue
        for label in LABELS:
            outcome = compared(file.read_bytes(), label)
            counts[outcome] += 1
            if outcome == "differently":
                print(file, label)
    print(", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items())))
    return int(counts["differently"] > 0)


if __name__ == "__main__":
    sys.exit(main())
