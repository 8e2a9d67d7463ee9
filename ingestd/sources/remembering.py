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


class Memory:
    """Decides whether an answer is news. What is `kept` at the end goes to the next look.

    `etag` and `last_modified` are the server's; `digest` stands for the answer, `since` is
    when it was last read.
    """

    def __init__(
        self,
        validators: Mapping[str, str],
        now: datetime,
        *,
        probe_after: timedelta = PROBE_AFTER,
    ) -> None:
        self._before = validators
        self._now = now
        self._probe_after = probe_after
        self.kept = dict(validators)

    @property
    def is_first(self) -> bool:
        """Whether nothing was read before."""
        return "since" not in self._before

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

    def doubt(self) -> None:
        """Have the next answer read, even if it is the same: other things may not be."""
        for key in ("digest", *CONDITIONS):
            self.kept.pop(key, None)

    @property
    def _shows_all(self) -> bool:
        since = self._before.get("since")
        return since is None or self._now - datetime.fromisoformat(since) >= self._probe_after


def _digest(reply: Reply) -> str:
    return sha256(reply.content).hexdigest()
