"""Pages of deals."""

from collections.abc import Iterable

from fastapi import APIRouter

from ingestd.queries.articles import get_article
from ingestd.queries.deals import STATUSES, TYPES, list_deals
from ingestd.queries.explain import explain_article, explain_deal
from ingestd.queries.headings import headings
from ingestd.queries.paging import Row
from ingestd.server.pages.asking import AT_ONCE, After, Choice, Words
from ingestd.server.pages.emptiness import why_empty
from ingestd.server.pages.highlight import Evidence, paragraphs
from ingestd.server.pages.mentions import mentions_of
from ingestd.server.pages.rendering import Page, address, page
from ingestd.server.pages.wording import in_words, plain
from ingestd.server.problems import NotFoundError
from ingestd.server.reading import Given, Reading

router = APIRouter()


@router.get("/")
@router.get("/deals")
def deals_page(
    given: Given,
    *,
    q: Words = "",
    type: Choice = "",  # noqa: A002 - the contract's word
    status: Choice = "",
    after: After = None,
) -> Page:
    """Deals, last changed first, each with the words that bear it out."""
    with given.database.reading() as connection:
        found = list_deals(
            connection,
            query=q,
            type=type or None,
            status=status or None,
            limit=AT_ONCE,
            after=after,
        )
        told = (article for deal in found.rows for article in deal["articles"])
        cited = headings(connection, told, given.blobs)
    asked = {"q": q, "type": type, "status": status}
    return page(
        "deals.html",
        {
            "part": "deals",
            "version": given.version,
            "deals": found.rows,
            "cited": cited,
            "types": TYPES,
            "statuses": STATUSES,
            "asked": asked,
            "first": address("/deals", **asked) if after else None,
            "following": address("/deals", **asked, after=found.next) if found.next else None,
            "empty": why_empty(given, found.rows),
        },
    )


@router.get("/deals/{id}")
def deal_page(given: Given, id: str) -> Page:  # noqa: A002 - the contract's word
    """One deal: its evidence, where that stands, and how we know."""
    with given.database.reading() as connection:
        deal = explain_deal(connection, id)
        cited = headings(connection, deal["articles"] if deal else (), given.blobs)
    if deal is None:
        raise NotFoundError(f"there is no deal {id}", hint="all that there are: /deals")
    return page(
        "deal.html",
        {
            "part": "deals",
            "version": given.version,
            "deal": deal,
            "cited": cited,
            "articles": [
                article | cited.get(article["id"], {}) for article in _articles(given, deal)
            ],
            "facts": _facts(deal),
        },
    )


def _facts(deal: Row) -> list[Row]:
    """Put together who says the same; whoever is meant goes by the same name."""
    names = {named["entity"]: named for named in (*deal["parties"], *deal["witnesses"])}
    told: dict[tuple[str, str], list[Row]] = {}
    for fact in deal["facts"]:
        value = fact["value"]
        if isinstance(value, dict) and value.get("entity") in names:
            value = value | {"name": names[value["entity"]]["name"]}
        told.setdefault((plain(fact["fact"]), in_words(value)), []).append(fact)
    return [{"name": name, "value": value, "told": by} for (name, value), by in told.items()]


def _articles(reading: Reading, deal: Row) -> Iterable[Row]:
    """Yield each article as the extractor read it, with the deal's evidence marked in it."""
    concerned = {named["entity"] for named in (*deal["parties"], *deal["witnesses"])}
    revisions = {telling["article"]: telling["revision"] for telling in deal["tellings"]}
    for identity, revision in revisions.items():
        with reading.database.reading() as connection:
            article = get_article(connection, identity, reading.blobs, revision=revision)
            explained = explain_article(connection, identity)
        if article is not None:
            mentions = mentions_of(explained, revision, only=concerned)
            lines = paragraphs(
                article["text"], evidence=_evidence(deal, identity), mentions=mentions
            )
            yield article | {"lines": lines}


def _evidence(deal: Row, article: str) -> list[Evidence]:
    return [
        Evidence(start=quote["start"], end=quote["end"], anchor=f"evidence-{number}")
        for number, quote in enumerate(deal["evidence"], start=1)
        if quote["article"] == article
    ]
