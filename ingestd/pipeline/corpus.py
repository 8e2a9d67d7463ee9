"""What is known of the documents and places at hand, as it changes within one transaction."""

from collections.abc import Collection, Iterable, Iterator

import sqlalchemy as sa

from ingestd.pipeline.decide import Known, Place, Same
from ingestd.pipeline.visit import Visit
from ingestd.sources.naming import Key
from ingestd.store import identities, origins
from ingestd.store.origins import Origin

BY_HAND = "ingest"
"""The source of what a person names: it is not looked at again, so nothing is its for good."""

At = tuple[str, str]


class Corpus:
    """Places, documents and names; what changes is written once, at the end."""

    def __init__(
        self, connection: sa.Connection, places: Collection[str], keys: Collection[str]
    ) -> None:
        self._connection = connection
        self._at: dict[str, dict[str, Origin]] = {}
        self._of: dict[str, dict[At, Origin]] = {}
        self._keys = identities.known(connection, keys)
        self._changed: dict[At, Origin] = {}
        self._left: dict[At, Origin] = {}
        self._claims: dict[str, str | None] = {}
        for rows in origins.at(connection, places).values():
            self._learn(rows)
        documents = {row.document for rows in self._at.values() for row in rows.values()}
        self.load({document for document in (*documents, *self._keys.values()) if document})

    def load(self, documents: Collection[str]) -> None:
        """Learn of all places of these documents."""
        for rows in origins.of_documents(self._connection, documents).values():
            self._learn(rows)

    def write(self) -> None:
        """Put down what changed."""
        origins.drop(self._connection, self._left.values())
        origins.remember(self._connection, *self._changed.values())
        identities.claim(self._connection, self._claims.items())

    def own(self, origin: str, source: str) -> Origin | None:
        """What a source remembers of a place."""
        return self._at.get(origin, {}).get(source)

    def rows(self, origin: str) -> list[Origin]:
        """What all sources remember of a place."""
        return list(self._at.get(origin, {}).values())

    def shared(self, origin: str) -> Origin | None:
        """What is remembered of a file, whichever source looked at it: it is one and the same."""
        rows = [row for row in self._at.get(origin, {}).values() if row.document]
        return next((row for row in rows if row.began_here), rows[0] if rows else None)

    def places(self, document: str) -> list[Origin]:
        """Every place of a document, as it is now."""
        return list(self._of.get(document, {}).values())

    def known(self, document: str) -> Known:
        """What a document is known as."""
        rows = self.places(document)
        return Known(
            document=document,
            revision=max((row.revision or 1 for row in rows), default=1),
            is_whole=any(row.whole for row in rows) or not rows,
            is_held=any(_holds(row) for row in rows),
        )

    def has(self, key: Key) -> bool:
        """Whether some document is known by it."""
        return self._keys.get(key.text) is not None

    def place(self, row: Origin, own: Origin | None, words: str | None) -> Place | None:
        """What was here, for those who decide; None where no document was."""
        if row.document is None or row.fingerprint is None:
            return None
        seen = [row] if own is None else [row, own]
        return Place(
            known=self.known(row.document),
            fingerprint=row.fingerprint,
            holds=row.began_here,
            was_lost=any(one.rejection or one.filtered or one.gone_at for one in seen),
            # until two were compared, it may have been so
            same_words=words is not None and row.words in {None, words},
            churn=row.churn,
        )

    def same(
        self, origin: str, content: Key, names: Iterable[Key], *, visit: Visit
    ) -> Same | None:
        """Which document this is, by its content or a name of it.

        A name under which the same look shows two things is no name: several articles share it.
        """
        if (document := self._keys.get(content.text)) is not None:
            before = self._place_left(document, visit)
            left = before.origin if before else None
            return Same(known=self.known(document), by="content", before=left)
        for key in names:
            document = self._keys.get(key.text)
            if document is None:
                continue
            if self._is_shown_apart(document, origin, visit):
                self._claim(key, None)
            else:
                return Same(known=self.known(document), by=key.by)
        return None

    def claim(self, document: str, keys: Iterable[Key]) -> None:
        """Know a document by these names, as far as they are not another's."""
        for key in keys:
            if key.text not in self._keys:
                self._claim(key, document)

    def remember(self, row: Origin) -> None:
        """Let this be what is known of a place."""
        before = self.own(row.origin, row.source)
        if row == before:
            return
        if before is not None and before.document not in {None, row.document}:
            self._of[before.document or ""].pop((row.origin, row.source), None)
        self._learn([row])
        self._changed[row.origin, row.source] = row

    def move(self, before: str, source: str) -> Origin:
        """Forget a place that was left for another one, and tell how it was."""
        row = self._at[before].pop(source)
        self._of[row.document or ""].pop((before, source))
        self._changed.pop((before, source), None)
        self._left[before, source] = row
        return row

    def forget(self, row: Origin) -> None:
        """Know nothing more of a place from which no document came."""
        del self._at[row.origin][row.source]
        self._left[row.origin, row.source] = row

    def is_shown(self, document: str, gone: Collection[str]) -> bool:
        """Whether some place shows a document still, but for these origins."""
        return any(
            row.gone_at is None and row.origin not in gone for row in self.places(document)
        )

    def _claim(self, key: Key, document: str | None) -> None:
        self._keys[key.text] = self._claims[key.text] = document

    def _learn(self, rows: Iterable[Origin]) -> None:
        for row in rows:
            self._at.setdefault(row.origin, {})[row.source] = row
            if row.document is not None:
                self._of.setdefault(row.document, {})[row.origin, row.source] = row

    def _of_source(self, document: str, visit: Visit) -> Iterator[Origin]:
        return (row for row in self.places(document) if row.source == visit.source)

    def _place_left(self, document: str, visit: Visit) -> Origin | None:
        rows = self._of_source(document, visit)
        return next((row for row in rows if visit.has_gone(row.origin)), None)

    def _is_shown_apart(self, document: str, origin: str, visit: Visit) -> bool:
        return any(
            row.origin != origin and row.gone_at is None and row.origin in visit.shown
            for row in self._of_source(document, visit)
        )


def _holds(row: Origin) -> bool:
    return row.began_here and row.gone_at is None and row.source != BY_HAND
