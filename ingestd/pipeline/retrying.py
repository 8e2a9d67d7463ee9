"""Once more for what was rejected."""

from collections.abc import Collection, Mapping
from typing import Any

from ingestd.clock import Clock
from ingestd.errors import UsageError
from ingestd.events import DocumentRejected, DocumentRetried, Draft
from ingestd.parsing.parse import PARSER
from ingestd.pipeline.looking import look
from ingestd.pipeline.step import Tools
from ingestd.sources.adhoc import from_argument
from ingestd.store import origins

ACTOR = "retry@1"


def retry_outdated(positions: Collection[int], *, tools: Tools) -> int:
    """Ask for another try of what another version of the parser rejected; say of how many.

    `positions` are those of the rejections. Each is asked for once by a version of the parser.
    """
    with tools.database.writing() as connection:
        asked = [
            Draft(
                event=DocumentRetried(document=fact.document, revision=fact.revision),
                actor=ACTOR,
                key=f"retry/{fact.document}/{fact.revision}/{PARSER}",
                causation=recorded.id,
            )
            for recorded in tools.log.at(connection, positions)
            if isinstance(fact := recorded.event, DocumentRejected)
            and fact.document is not None
            and fact.revision is not None
            and recorded.actor != PARSER
        ]
        before = tools.log.head(connection)
        tools.log.append(connection, asked)
        return tools.log.head(connection) - before


def retry(rejected: Mapping[str, Any], *, tools: Tools, clock: Clock) -> None:
    """Ask for another try of the kept original; without one, look at the place again."""
    if rejected["document"] is not None and rejected["revision"] is not None:
        asked = DocumentRetried(document=rejected["document"], revision=rejected["revision"])
        with tools.database.writing() as connection:
            tools.log.append(connection, [Draft(event=asked, actor=ACTOR)])
        return
    with tools.database.writing() as connection:
        origins.look_again(connection, rejected["origin"])
    try:
        source = from_argument(rejected["origin"], clock)
    except UsageError:  # it is not there any more; it stays listed, with its reason
        return
    look(source, tools=tools, clock=clock)
