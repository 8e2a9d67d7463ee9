"""Figures of trade and output, as each extractor last told them of an article's newest revision.

Who exports to whom is kept as told: a place in the extraction's list of entities, a name, a
country. Which entity that is, queries find out from what is known at the time.
"""

from collections.abc import Sequence

import sqlalchemy as sa

from ingestd.events import DocumentErased, DocumentExtracted, Event, ExtractedFigure, Recorded
from ingestd.events.ids import short_id
from ingestd.projections.projection import Projection
from ingestd.resolution.names import fold
from ingestd.store.rows import Row, Tables

METADATA = sa.MetaData()

# The newest revision that an extractor told of, figures or none.
READ = sa.Table(
    "figure_readings__gen",
    METADATA,
    sa.Column("article", sa.Text, primary_key=True),
    sa.Column("extractor", sa.Text, primary_key=True),
    sa.Column("revision", sa.Integer, nullable=False),
    info={"kept": 2_000},
    sqlite_with_rowid=False,
)

FIGURES = sa.Table(
    "figures__gen",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("article", sa.Text, nullable=False),
    sa.Column("extractor", sa.Text, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
    sa.Column("measure", sa.Text, nullable=False),
    sa.Column("goods", sa.Text),
    sa.Column("origin_place", sa.Integer),
    sa.Column("origin_name", sa.Text),
    sa.Column("origin_country", sa.Text),
    sa.Column("destination_place", sa.Integer),
    sa.Column("destination_name", sa.Text),
    sa.Column("destination_country", sa.Text),
    sa.Column("amount", sa.Float),
    sa.Column("currency", sa.Text),
    sa.Column("quantity", sa.Float),
    sa.Column("unit", sa.Text),
    sa.Column("period", sa.Text),
    sa.Column("change", sa.Float),
    sa.Column("span_start", sa.Integer, nullable=False),
    sa.Column("span_end", sa.Integer, nullable=False),
    sa.Column("quote", sa.Text, nullable=False),
    sa.Column("first_seen_at", sa.Text, nullable=False),
    sa.Column("folded", sa.Text, nullable=False),
    sa.Index("figures__gen_article", "article"),
    sa.Index("figures__gen_first_seen", "first_seen_at", "id", info={"readers": True}),
    info={"kept": 2_000},
)

figures = Projection(
    "figures", version=1, tables=[READ, FIGURES], views=[("figures", sa.select(FIGURES))]
)


@figures.ahead
def load_what_was_told(tables: Tables, page: Sequence[Recorded[Event]]) -> None:
    """What was told before of the page's articles is asked for at once."""
    events = [recorded.event for recorded in page]
    articles = [event.document for event in events if isinstance(event, DocumentExtracted)]
    tables[FIGURES].find(FIGURES.c.article, articles)
    tables[READ].find(READ.c.article, articles)


@figures.on(DocumentExtracted)
def replace(tables: Tables, recorded: Recorded[DocumentExtracted]) -> None:
    """Put what an extractor tells of an article in place of what was told of it before."""
    event, rows = recorded.event, tables[FIGURES]
    told = rows.find(FIGURES.c.article, [event.document])
    read = tables[READ].find(READ.c.article, [event.document])
    if any(row["revision"] > event.revision for row in read):
        return  # an older revision, extracted late, tells nothing any more
    reading: Row = {
        "article": event.document,
        "extractor": event.extractor,
        "revision": event.revision,
    }
    # one that is new is not looked for
    is_known = any(row["extractor"] == event.extractor for row in read)
    (tables[READ].put if is_known else tables[READ].add)(reading)
    before = {
        row["id"]: row["first_seen_at"]
        for row in told
        if row["extractor"] == event.extractor or row["revision"] < event.revision
    }
    for figure in before:
        rows.drop(figure)
    for row in _rows(recorded):
        rows.put(row | {"first_seen_at": before.get(row["id"], recorded.recorded_at)})


@figures.on(DocumentErased)
def forget(tables: Tables, recorded: Recorded[DocumentErased]) -> None:
    """Keep nothing of what the document told."""
    document = recorded.event.document
    for row in tables[FIGURES].find(FIGURES.c.article, [document]):
        tables[FIGURES].drop(row["id"])
    for row in tables[READ].find(READ.c.article, [document]):
        tables[READ].drop(row["article"], row["extractor"])


def _rows(recorded: Recorded[DocumentExtracted]) -> list[Row]:
    """A row for each figure, but for when it was first seen."""
    event = recorded.event
    of_event: Row = {
        "article": event.document,
        "extractor": event.extractor,
        "revision": event.revision,
        "position": recorded.position,
    }
    names = [entity.name for entity in event.extraction.entities]
    told = [_told(figure, names) for figure in event.extraction.figures]
    return [of_event | {"id": _id(event, row)} | row for row in told]


def _told(figure: ExtractedFigure, names: list[str]) -> Row:
    origin = None if figure.origin is None else names[figure.origin]
    destination = None if figure.destination is None else names[figure.destination]
    value = figure.value
    sides = (origin, figure.origin_country, destination, figure.destination_country)
    return {
        "measure": figure.measure,
        "goods": figure.goods,
        "origin_place": figure.origin,
        "origin_name": origin,
        "origin_country": figure.origin_country,
        "destination_place": figure.destination,
        "destination_name": destination,
        "destination_country": figure.destination_country,
        "amount": value and value.amount,
        "currency": value and value.currency,
        "quantity": figure.quantity,
        "unit": figure.unit,
        "period": figure.period,
        "change": figure.change,
        "span_start": figure.evidence.start,
        "span_end": figure.evidence.end,
        "quote": figure.evidence.text,
        "folded": fold(" ".join(filter(None, (figure.measure, figure.goods, *sides)))),
    }


_TELLING = ("folded", "amount", "currency", "quantity", "unit", "period")
"""By what a figure is known again when an article is told of anew."""


def _id(event: DocumentExtracted, row: Row) -> str:
    told = (str(row[name]) for name in _TELLING)
    return short_id("fig", event.document, event.extractor, *told)
