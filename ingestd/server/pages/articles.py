"""Pages of articles."""

from typing import Annotated

from fastapi import APIRouter, Query

from ingestd.queries.articles import get_article, list_articles
from ingestd.queries.deals import get_deal
from ingestd.queries.differences import Part, shortened
from ingestd.queries.erasures import get_erasure
from ingestd.queries.explain import explain_article
from ingestd.queries.headings import headings, opening_of
from ingestd.queries.paging import Row
from ingestd.queries.revisions import list_revisions
from ingestd.server.pages.asking import AT_ONCE, After, Choice, Words
from ingestd.server.pages.emptiness import why_empty
from ingestd.server.pages.highlight import Evidence, paragraphs
from ingestd.server.pages.mentions import mentions_of
from ingestd.server.pages.rendering import Page, address, page
from ingestd.server.pages.wording import LANGUAGES
from ingestd.server.problems import ErasedError, NotFoundError
from ingestd.server.reading import Given

router = APIRouter()
LATEST_REVISION = 1_000_000


@router.get("/articles")
def articles_page(
    given: Given,
    *,
    q: Words = "",
    language: Choice = "",
    source: Words = "",
    after: After = None,
) -> Page:
    """Articles, newest first."""
    with given.database.reading() as connection:
        found = list_articles(
            connection,
            query=q,
            language=language or None,
            source=source or None,
            limit=AT_ONCE,
            after=after,
        )
        cited = headings(connection, (row["id"] for row in found.rows), given.blobs)
    asked = {"q": q, "language": language, "source": source}
    more = address("/articles", **asked, after=found.next) if found.next else None
    return page(
        "articles.html",
        {
            "part": "articles",
            "version": given.version,
            "articles": [row | cited[row["id"]] for row in found.rows],
            "languages": LANGUAGES,
            "asked": asked,
            "first": address("/articles", **asked) if after else None,
            "following": more,
            "empty": why_empty(given, found.rows),
        },
    )


@router.get("/articles/{id}")
def article_page(
    given: Given,
    id: str,  # noqa: A002 - the contract's word
    *,
    revision: Annotated[int | None, Query(ge=1, le=LATEST_REVISION)] = None,
) -> Page:
    """One article: its text with all that was found in it, and its revisions."""
    with given.database.reading() as connection:
        article = get_article(connection, id, given.blobs, revision=revision)
        erased = None if article else get_erasure(connection, id)
        explained = explain_article(connection, id)
        told = _deals(explained, article["revision"]) if article else []
        deals = [get_deal(connection, telling["deal"]) for telling in told]
    if erased is not None:
        raise ErasedError(erased)
    if article is None:
        raise NotFoundError(f"there is no article {id}", hint="all that there are: /articles")
    shown = article["revision"]
    lines = paragraphs(
        article["text"],
        evidence=[place for telling in told for place in _evidence(telling)],
        mentions=mentions_of(explained, shown),
    )
    return page(
        "article.html",
        {
            "part": "articles",
            "version": given.version,
            "article": article | {"opening": opening_of(article["text"])},
            "latest": max(known["revision"] for known in article["revisions"]),
            "lines": lines,
            "told": list(zip(told, deals, strict=True)),
            "entities": _entities(explained, shown),
            "extractions": explained["extractions"] if explained else [],
        },
    )


@router.get("/articles/{id}/revisions")
def revisions_page(given: Given, id: str) -> Page:  # noqa: A002 - the contract's word
    """What was read of an article, why anew, and what changed each time."""
    with given.database.reading() as connection:
        readings = list_revisions(connection, id, given.blobs, diff=True)
        erased = None if readings else get_erasure(connection, id)
        cited = headings(connection, [id], given.blobs)
    if erased is not None:
        raise ErasedError(erased)
    if readings is None:
        raise NotFoundError(f"there is no article {id}", hint="all that there are: /articles")
    return page(
        "revisions.html",
        {
            "part": "articles",
            "version": given.version,
            "article": cited[id],
            "readings": [reading | {"parts": _parts(reading)} for reading in readings],
        },
    )


def _parts(reading: Row) -> list[Part]:
    changed = reading["changed"]
    return shortened([Part(**part) for part in changed["parts"]]) if changed else []


def _deals(explained: Row | None, revision: int) -> list[Row]:
    told = explained["deals"] if explained else []
    return [telling for telling in told if telling["revision"] == revision]


def _evidence(telling: Row) -> list[Evidence]:
    return [
        Evidence(start=quote["start"], end=quote["end"], anchor=f"{telling['deal']}-{number}")
        for number, quote in enumerate(telling["evidence"], start=1)
    ]


def _entities(explained: Row | None, revision: int) -> dict[str, list[Row]]:
    """Group what the article names by type, the most named first."""
    told = [
        t for t in (explained["entities"] if explained else []) if t["revision"] == revision
    ]
    grouped: dict[str, list[Row]] = {}
    for telling in sorted(told, key=lambda t: (t["type"], -len(t["mentions"]), t["name"])):
        grouped.setdefault(telling["type"], []).append(telling)
    return grouped
