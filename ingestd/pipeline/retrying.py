"""Once more for what was rejected."""

from collections.abc import Mapping
from typing import Any

from ingestd.clock import Clock
from ingestd.errors import UsageError
from ingestd.events import DocumentRetried, Draft
from ingestd.pipeline.looking import look
from ingestd.pipeline.step import Tools
from ingestd.sources.adhoc import from_argument
from ingestd.store import origins

ACTOR = "retry@1"


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
