"""How far our reading of feeds agrees with gofeed's, over the `testdata` of mmcdole/gofeed.

`python -m tests.conformance.gofeed FOLDER [--differences]`, FOLDER being a checkout of it. Each
feed there has a JSON file that says what gofeed reads of it. Entry by entry, in their order,
these are compared, where gofeed tells them: title (words without markup), link (absolute http
and https ones, against a made-up address of the feed), date (the moment of publication, else
of the last change), author (names) and content (words of the content, else of the summary);
and the titles of the feeds. What is in BEYOND is told, but not counted.
"""

# ruff: noqa: T201 - it prints what it finds

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingestd.errors import UnreadableError
from ingestd.sources.feeds.json_feed import read_json
from ingestd.sources.feeds.moments import moment
from ingestd.sources.feeds.told import Telling, Told
from ingestd.sources.feeds.wording import absolute_link, words_of
from ingestd.sources.feeds.xml_feed import read_xml

FIELDS = ("feed", "title", "link", "date", "author", "content")
BEYOND = {
    ("rss_channel_item_uri_at_protocol", "link"): "feedparser drops the text of <link uri=…>",
    ("rss_channel_item_author_naked_markup", "author"): "feedparser takes <p> for a field",
    ("dublincore_item_multiple_values", "author"): "gofeed leaves out all but the first",
}
ENOUGH = 0.99
URL = "http://feed.example/feed"
Fields = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of one entry; `theirs` is what gofeed tells."""

    file: Path
    field: str
    theirs: str
    ours: str | None

    @property
    def agrees(self) -> bool:
        return self.theirs == self.ours


def compared(folder: Path) -> Iterator[Compared]:
    """Every field that gofeed tells, beside ours."""
    for feed, expected in pairs(folder):
        telling = read(feed)
        if title := words(expected.get("title")):
            yield Compared(feed, "feed", title, words(telling.title))
        theirs = [by_gofeed(item) for item in items(expected)]
        ours = [by_us(told) for told in telling.entries]
        for number, told in enumerate(theirs):
            mine = ours[number] if number < len(ours) else {}
            for field in FIELDS:
                if value := told.get(field):
                    yield Compared(feed, field, value, mine.get(field))


def pairs(folder: Path) -> Iterator[tuple[Path, Any]]:
    """Feeds, with what is expected of them."""
    for feed in sorted((folder / "testdata").rglob("*")):
        expected = feed.with_suffix(".json")
        if feed.suffix == ".json":
            expected = feed.with_name(f"{feed.stem}_expected.json")
        if feed.suffix in {".xml", ".json"} and expected.exists():
            yield feed, json.loads(expected.read_text("utf-8"))


def items(expected: Any) -> list[dict[str, Any]]:
    return [item or {} for item in expected.get("items") or expected.get("entries") or []]


def read(feed: Path) -> Telling:
    content = feed.read_bytes()
    try:
        if feed.suffix == ".json":
            return read_json(content, url=URL)
        return read_xml(content, url=URL)
    except UnreadableError:
        return Telling(entries=[])


def by_us(told: Told) -> Fields:
    return {
        "title": words(told.title),
        "link": told.link,
        "date": told.published,
        "author": words(told.author),
        "content": words(told.text),
    }


def by_gofeed(item: dict[str, Any]) -> Fields:
    """What gofeed says, in all the shapes of its parsers."""
    content, link = item.get("content"), item.get("link") or item.get("url")
    if isinstance(content, dict):
        content = content.get("value")
    told = content or item.get("content_html") or item.get("content_text")
    return {
        "title": words(item.get("title")),
        "link": absolute_link(link or linked(item), URL),
        "date": dated(item),
        "author": authors(item),
        "content": words(told or item.get("description") or item.get("summary")),
    }


def linked(item: dict[str, Any]) -> str | None:
    for link in item.get("links") or []:
        if isinstance(link, dict) and link.get("rel") in {None, "", "alternate"}:
            return str(link.get("href") or "")
    return None


def dated(item: dict[str, Any]) -> str | None:
    keys = ("publishedParsed", "pubDateParsed", "date_published", "updatedParsed")
    told = (item.get(key) for key in (*keys, "date_modified"))
    return next((moment(value) for value in told if value), None)


def authors(item: dict[str, Any]) -> str | None:
    people = item.get("authors") or [item.get("author")]
    names = [one.get("name") if isinstance(one, dict) else one for one in people]
    return words(", ".join(filter(None, names)))


def words(text: str | None) -> str | None:
    """Letters alone, however often their markup was escaped."""
    before, told = None, text or ""
    while told != before:
        before, told = told, words_of(told)
    return told.replace(" ", "") or None


def main() -> int:
    """Print the agreement per field; 1 where it is under 99 % in all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--differences", action="store_true")
    asked = parser.parse_args()
    seen, agreed = Counter[str](), Counter[str]()
    differing: dict[str, list[Compared]] = defaultdict(list)
    for one in compared(asked.folder):
        if not one.agrees:
            differing[one.field].append(one)
        if (one.file.stem, one.field) not in BEYOND:
            seen[one.field] += 1
            agreed[one.field] += one.agrees
    for field in FIELDS:
        print(f"{field:<8} {share(agreed[field], seen[field])}")
        for one in differing[field] if asked.differences else ():
            print(f"  {one.file.name}: {one.theirs!r}, ours {one.ours!r}", end="  ")
            print(BEYOND.get((one.file.stem, one.field), ""))
    print(f"{'all':<8} {share(agreed.total(), seen.total())}")
    return int(agreed.total() < ENOUGH * seen.total())


def share(part: int, whole: int) -> str:
    return f"{part:>4} of {whole:>4}  {part / whole:.2%}"


if __name__ == "__main__":
    sys.exit(main())
