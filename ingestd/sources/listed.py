"""Pages that something lists, each of them an article; what sitemaps and pages share."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Annotated

from pydantic import AfterValidator, Field

from ingestd.sources.feeds.sitemap import Listed
from ingestd.sources.found import Body, Found
from ingestd.sources.pages import Missed, Pages
from ingestd.sources.web_options import WebOptions


def _checked(pattern: str) -> str:
    _compiled(pattern)
    return pattern


LinkPattern = Annotated[str, AfterValidator(_checked)]


class ListOptions(WebOptions):
    """Options of a source that lists pages."""

    links: LinkPattern = Field(
        default="",
        description="Which addresses are articles: a pattern that is found in them, in RE2's "
        "notation. Left out: all.",
    )
    max_items: Annotated[int, Field(gt=0, strict=True)] = Field(
        default=100,
        description="How many pages are asked for in one look; the others' turn comes in later "
        "looks.",
    )


def articles(listed: Iterable[Listed], pages: Pages, missed: Missed) -> Iterator[Found]:
    """Each page as an article, which is asked for when it is loaded.

    They end where one more page was wanted than this look may ask for.
    """
    for one in listed:
        if pages.spent:
            return
        yield Found(
            origin=one.url,
            mark=one.mark,
            load=partial(_load, one, pages, missed),
            url=one.url,
            title=one.title,
            # what has not changed since is not newer than that
            published=one.published or one.changed,
        )


def matching(listed: Iterable[Listed], pattern: str) -> list[Listed]:
    """Those whose address the pattern is found in."""
    is_found = _compiled(pattern)
    return [one for one in listed if is_found(one.url)]


def _compiled(pattern: str) -> Callable[[str], object]:
    """Raises ValueError that says what is wrong with the pattern."""
    import re2  # noqa: PLC0415 - only for those who use patterns

    options = re2.Options()
    options.log_errors = False
    try:
        search: Callable[[str], object] = re2.compile(pattern, options).search
    except re2.error as error:
        raise ValueError(f"should be a pattern of RE2: {error}") from None
    return search


def _load(listed: Listed, pages: Pages, missed: Missed) -> Body:
    page = pages.get(listed.url, missed=missed)
    return replace(page, title=listed.title, published=listed.published)
