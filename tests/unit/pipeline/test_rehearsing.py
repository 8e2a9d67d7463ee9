"""A rehearsal leaves no trace, with others neither."""

import pytest

from ingestd.errors import FetchError
from ingestd.fetching.http import GuardedWeb
from ingestd.fetching.limits import Limits
from ingestd.pipeline.rehearsing import _NotedWeb


def test_nothing_is_sent_to_others() -> None:
    web = _NotedWeb(GuardedWeb(), [])

    with pytest.raises(FetchError, match="only reads"):
        web.post("http://hub.example/", fields={}, limits=Limits(max_bytes=1, seconds=1.0))
