"""What a source on the web remembers from one look to the next."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from http import HTTPStatus

from ingestd.clock import rfc3339
from ingestd.fetching.web import Reply

CONDITIONS = {"etag": "if-none-match", "last_modified": "if-modified-since"}
PROBE_AFTER = timedelta(days=8)
"""From when on "not modified" is not believed: some servers say so for ever."""

MISSED_FOR = timedelta(days=2)
"""How long everything is shown again and again for the sake of pages that could not be had."""


class Memory:
    """Decides whether an answer is news. What is `kept` at the end goes to the next look.

    `etag` and `last_modified` are the server's; `digest` stands for the answer, `since` is
    when it was last read, `missing` since when pages that it names could not be had.
    """

    def __init__(self, validators: Mapping[str, str], now: datetime) -> None:
        self._before = validators
        self._now = now
        self.kept = dict(validators)

    @property
    def conditions(self) -> Mapping[str, str]:
        """Headers by which a server may answer that nothing is new."""
        if self._shows_all:
            return {}
        before = self._before
        return {CONDITIONS[key]: before[key] for key in CONDITIONS if key in before}

    def is_news(self, reply: Reply) -> bool:
        """Whether this has to be read."""
        if reply.status == HTTPStatus.NOT_MODIFIED:
            return False
        return self._shows_all or self._before.get("digest") != _digest(reply)

    def keep(self, reply: Reply, **told: str | None) -> None:
        """Remember that this was read now, and what it told."""
        given = {
            "etag": reply.headers.get("etag"),
            "last_modified": reply.headers.get("last-modified"),
            "digest": _digest(reply),
            "since": rfc3339(self._now),
            **told,
        }
        self.kept.clear()
        self.kept.update({key: value for key, value in given.items() if value})

    def miss(self, postponed: bool) -> None:  # noqa: FBT001 - handed on as a function
        """Remember that a page could not be had, or was `postponed`: show it once more."""
        before = self._before.get("missing")
        begun = before if before and not postponed and self._is_within(before) else None
        self.kept["missing"] = begun or rfc3339(self._now)

    @property
    def _shows_all(self) -> bool:
        since, missing = self._before.get("since"), self._before.get("missing")
        if since is None or self._now - datetime.fromisoformat(since) >= PROBE_AFTER:
            return True
        return missing is not None and self._is_within(missing)

    def _is_within(self, missing: str) -> bool:
        return self._now - datetime.fromisoformat(missing) < MISSED_FOR


def _digest(reply: Reply) -> str:
    return sha256(reply.content).hexdigest()
