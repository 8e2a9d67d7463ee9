"""The folder taken in with an extractor of the tests' own, which says what a reader would.

So what commands print does not change whenever the rules learn something.
"""

from dataclasses import replace

from ingestd.app import App
from ingestd.config.loader import load
from ingestd.events import ExtractedDeal, ExtractedEntity, ExtractedParty, Extraction, Quote
from ingestd.events.facts import EntityType, Money
from ingestd.extraction.extractor import Article
from ingestd.pipeline.looking import look
from ingestd.pipeline.registration import register
from ingestd.sources.registry import build_sources, check_source
from tests.fixtures.shelves import FirstWord
from tests.integration.cli.desk import Desk


def read(desk: Desk) -> None:
    """Take everything in, once."""
    loaded = load(
        desk.home / "ingestd.toml",
        environment={},
        working_directory=desk.home,
        data_dir=desk.data,
        check_source=check_source,
    )
    with App(loaded.settings).opened() as app:
        reader = FirstWord(name="reader", saying=_said)
        app.__dict__["tools"] = replace(app.tools, extractors=(reader,))
        sources = build_sources(loaded.sources)
        register(sources, tools=app.tools)
        for source in sources:
            look(source, tools=app.tools, clock=app.clock)
        app.catch_up()


def _said(article: Article) -> Extraction:
    if "Northwind" not in article.text:
        return Extraction(entities=(_named(article, "Harbour Trust Ltd", "company"),))
    north, south = (
        _named(article, name, "company")
        for name in ("Northwind Energy Ltd", "Blue River Steel Ltd")
    )
    witness = _named(article, "Ann Smith", "person")
    begins = article.text.index("On November")
    whole = Quote(
        start=begins, end=len(article.text.rstrip()), text=article.text[begins:].rstrip()
    )
    deal = ExtractedDeal(
        type="mou",
        status="signed",
        parties=(ExtractedParty(entity=0, role="supplier"), ExtractedParty(entity=1)),
        evidence=(whole,),
        products=(3,),
        subject="steel masts",
        value=Money(amount=2_000_000, currency="EUR"),
        date="2021-11-11",
        witnesses=(2,),
        confidence=0.75,
    )
    masts = _named(article, "masts", "product")
    minister = replace(witness, role="Minister of Trade")
    return Extraction(entities=(north, south, minister, masts), deals=(deal,))


def _named(article: Article, name: str, type: EntityType) -> ExtractedEntity:  # noqa: A002
    start = article.text.index(name)
    mention = Quote(start=start, end=start + len(name), text=name)
    return ExtractedEntity(name=name, type=type, mentions=(mention,))
