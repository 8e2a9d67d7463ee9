"""What a look means for its source and for our network, in the transaction that records it."""

from datetime import datetime

import sqlalchemy as sa
from msgspec.structs import replace

from ingestd.clock import rfc3339
from ingestd.events import Event
from ingestd.fetching import domains
from ingestd.fetching.web_address import is_web_address
from ingestd.pipeline.network import Judgement
from ingestd.pipeline.pacing import Asked, Looked, decide_pace
from ingestd.pipeline.step import Tools
from ingestd.sources.found import Source
from ingestd.store import due
from ingestd.store.source_state import SourceState


def weigh(
    connection: sa.Connection,
    state: SourceState,
    looked: Looked,
    source: Source,
    *,
    tools: Tools,
    now: datetime,
) -> tuple[SourceState, list[Event]]:
    """Say how the source does after this look, and what is to be recorded.

    Where it shows that our own network is back, everybody is due.
    """
    judged = _judged(connection, state, looked, source, tools=tools)
    if judged.found:
        due.everybody(connection, rfc3339(now))
    asked = Asked(source=source.name, address=source.address, pace=source.pace)
    after, facts = decide_pace(state, replace(looked, is_blamed=judged.is_blamed), asked, now)
    return after, [*judged.facts, *facts]


def _judged(
    connection: sa.Connection,
    state: SourceState,
    looked: Looked,
    source: Source,
    *,
    tools: Tools,
) -> Judgement:
    host = domain_of(source)
    if host is None:
        return Judgement()
    return tools.network.judge(
        host,
        looked.failure,
        was_well=state.failures == 0,
        lost_since=due.network_lost_since(connection),
    )


def domain_of(source: Source) -> str | None:
    """The registrable domain that a source is asked at; None for one on this machine."""
    return domains.domain_of(source.address) if is_web_address(source.address) else None
