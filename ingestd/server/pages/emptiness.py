"""What a page says where there is nothing to show."""

from ingestd.queries.paging import Row
from ingestd.queries.sources import list_sources
from ingestd.queries.status import get_status
from ingestd.server.reading import Reading


def why_empty(reading: Reading, rows: list[Row]) -> Row | None:
    """Return what has come in so far and from where more can come; None where rows are there."""
    if rows:
        return None
    with reading.database.reading() as connection:
        status = get_status(connection)
        sources = [s for s in list_sources(connection) if s["state"] != "removed"]
    return {
        "articles": status["articles"],
        "rejected": status["rejected"],
        "folders": [source["address"] for source in sources if source["kind"] == "folder"],
        "sources": len(sources),
    }
