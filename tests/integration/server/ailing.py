"""A newsroom whose sources are in every state that there is, each with a story."""

from dataclasses import replace

from ingestd.errors import Problem
from ingestd.events import (
    DocumentFiltered,
    NetworkLost,
    SourceChanged,
    SourceFailed,
    SourceFellSilent,
    SourceMoved,
    SourceRegistered,
    SourceRemoved,
    SourceStopped,
)
from ingestd.store import configuration, source_state, subscriptions
from ingestd.store.source_state import SourceState
from ingestd.store.subscriptions import Subscription
from tests.integration.server.newsroom import Newsroom

LATE = "2021-11-12T09:00:00.000000Z"
FAR = "2999-01-01T00:00:00.000000Z"
ADDRESS = "https://wire.example/a/rather/long/address/of/a/feed/that/does/not/end/soon/rss.xml"


def ail(room: Newsroom) -> None:
    """Five sources: one is well and has a hub, one fails, one is silent, stopped, removed."""
    names = ("well", "failing", "silent", "stopped", "removed")
    room.record(
        *(
            SourceRegistered(source=name, kind="feed", address=ADDRESS, options="{}")
            for name in names
        )
    )
    told = '{"every":1800.0,"full_text":true,"not_words":["<b>weather</b>"]}'
    room.record(
        SourceChanged(source="well", kind="feed", address=ADDRESS, options=told),
        DocumentFiltered(
            source="well",
            origin="https://wire.example/weather",
            rule="not_words = weather",
            title="<i>Rain</i>",
            document=None,
        ),
        SourceFailed(
            source="failing", reason="503 <from> the wire", hint="wait for it", retryable=True
        ),
        SourceFellSilent(source="silent", since=LATE, median_gap=3600.0),
        SourceMoved(
            source="silent", before=ADDRESS, address="https://new.example/rss", status=301
        ),
        SourceStopped(source="stopped", reason="410 Gone"),
        SourceRemoved(source="removed"),
        NetworkLost(reason="three hosts in a row"),
    )
    _remember(room, "well", SourceState(next_due_at=FAR, interval=1800.0, last_new_at=LATE))
    _remember(room, "failing", SourceState(next_due_at=LATE, failures=12, interval=172_800.0))
    with room.app.database.writing() as connection:
        source_state.count(connection, "well", {"filtered": 1, "unchanged": 1_234_567}, looks=9)
        source_state.count(connection, "stopped", {"accepted": 1}, looks=1)
        problem = Problem("config/sources.d/x.toml", 7, "unknown option 'pth'", "did you mean?")
        configuration.refuse(connection, [problem], LATE)
        subscription = Subscription(
            token="token",  # noqa: S106 - of nothing
            source="well",
            hub="https://hub.example/",
            topic=ADDRESS,
            callback="https://news.example/websub/token",
            secret="hush",  # noqa: S106 - of nothing
            again_at=LATE,
        )
        subscriptions.write(connection, replace(subscription, until=FAR))


def _remember(room: Newsroom, name: str, state: SourceState) -> None:
    with room.app.database.writing() as connection:
        source_state.write(connection, name, state)
