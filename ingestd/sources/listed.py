"""Pages that something lists, each of them an article; what sitemaps and pages share."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Annotated

from msgspec.structs import replace
from pydantic import Field

from ingestd.sources.feeds.sitemap import Listed
from ingestd.sources.found import Body, Found
from ingestd.sources.options import Pattern
from ingestd.sources.pages import Pages
from ingestd.sources.rules import compiled
from ingestd.sources.web_options import AddressedOptions


class ListOptions(AddressedOptions):
    """Options of a source that lists pages."""

    links: Pattern = Field(
        default="",
        description="Which addresses are articles: a pattern that is found in them, in RE2's "
        "notation. Left out: all.",
    )
    max_items: Annotated[int, Field(gt=0, strict=True)] = Field(
        default=100,
        description="How many pages are asked for in one look; the others' turn comes in later "
        "looks.",
    )


def articles(listed: Iterable[Listed], pages: Pages) -> Iterator[Found]:
    """Each page as an article, which is asked for when it is loaded.

    They end where one more page was wanted than this look may ask for.
    """
    for one in listed:
        if pages.spent:
            return
        yield Found(
            origin=one.url,
            mark=one.mark,
            load=partial(_load, one, pages),
            url=one.url,
            title=one.title,
            # what has not changed since is not newer than that
            published=one.published or one.changed,
        )


def matching(listed: Iterable[Listed], pattern: str) -> list[Listed]:
    """Those whose address the pattern is found in."""
    found = compiled(pattern)
    return [one for one in listed if found.search(one.url) is not None]


def _load(listed: Listed, pages: Pages) -> Body:
    page = pages.get(listed.url)
    return replace(page, title=listed.title, published=listed.published)
