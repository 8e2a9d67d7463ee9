"""Where an article names whom, to be marked in its text."""

from collections.abc import Collection

from ingestd.queries.paging import Row
from ingestd.server.pages.highlight import Mention


def mentions_of(
    explained: Row | None, revision: int, *, only: Collection[str] | None = None
) -> list[Mention]:
    """Return mentions in this revision, of these entities if any are given.

    `explained` is what `explain_article` says; an extractor that read another revision
    counted in another text.
    """
    told = explained["entities"] if explained else []
    return [
        Mention(
            start=mention["start"],
            end=mention["end"],
            link=f"/entities/{telling['entity']}",
            kind=telling["type"],
        )
        for telling in told
        if telling["revision"] == revision and (only is None or telling["entity"] in only)
        for mention in telling["mentions"]
    ]
