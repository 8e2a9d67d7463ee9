"""Who reads the articles and who is believed: the configuration, recorded where it changed."""

import sqlalchemy as sa

from ingestd.events import Draft, ExtractionPolicyChanged
from ingestd.events.subjects import EXTRACTION_STREAM
from ingestd.extraction.extractor import Extractor
from ingestd.pipeline.extract import remote_step
from ingestd.pipeline.step import Tools
from ingestd.pipeline.telling import tell
from ingestd.store import checkpoints
from ingestd.store.event_log import EventLog

ACTOR = "configuration@1"
UNTOLD = ExtractionPolicyChanged(extractors=("rules",), believe="first")
"""What holds as long as nothing was recorded."""


def declare(policy: ExtractionPolicyChanged, tools: Tools) -> bool:
    """Record a policy, if another one was in force; say whether.

    A remote extractor that was not in use before begins here: what it should read of earlier
    articles, and what that costs, somebody decides.
    """
    with tools.database.writing() as connection:
        tools.log.hold(connection)
        before = in_force(connection, tools.log)
        if before == policy:
            return False
        head = tools.log.head(connection)
        for extractor in tools.remote:
            if extractor.name not in before.extractors:
                _begin(connection, extractor, head)
        tools.log.append(connection, [Draft(event=policy, actor=ACTOR)])
    tell(policy)
    return True


def in_force(connection: sa.Connection, log: EventLog) -> ExtractionPolicyChanged:
    """The policy that was recorded last."""
    story = (recorded.event for recorded in log.stream(connection, EXTRACTION_STREAM))
    told = [event for event in story if isinstance(event, ExtractionPolicyChanged)]
    return told[-1] if told else UNTOLD


def _begin(connection: sa.Connection, extractor: Extractor, head: int) -> None:
    reader = remote_step(extractor).reader
    checkpoints.forget(connection, reader)
    checkpoints.move(connection, reader, floor=0, ceiling=head)
