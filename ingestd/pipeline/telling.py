"""What is said of each fact that was recorded: one line, keyed by what people look for."""

import structlog
from structlog.typing import FilteringBoundLogger

from ingestd.events import (
    DocumentExtracted,
    DocumentFoundAgain,
    DocumentParsed,
    DocumentReceived,
    DocumentRejected,
    Event,
)
from ingestd.events.catalogue import entry_of

log: FilteringBoundLogger = structlog.get_logger()


def tell(*facts: Event) -> None:
    """Log facts under their events' names, after they are committed."""
    if not facts:
        return
    bound = log.bind()  # once: it takes longer than what is not told
    for fact in facts:
        _tell(bound, fact)


def _tell(log: FilteringBoundLogger, fact: Event) -> None:
    name = entry_of(type(fact)).name
    match fact:
        case DocumentRejected():
            log.warning(
                name,
                origin=fact.origin,
                source=fact.source,
                stage=fact.stage,
                reason=fact.reason,
                hint=fact.hint,
            )
        case DocumentReceived() | DocumentFoundAgain():
            log.info(name, document=fact.document, source=fact.source, origin=fact.origin)
        case DocumentParsed():
            log.info(name, document=fact.document, language=fact.language, words=fact.words)
        case DocumentExtracted():
            found = fact.extraction
            log.info(
                name,
                document=fact.document,
                extractor=fact.extractor,
                entities=len(found.entities),
                deals=len(found.deals),
            )
        case _:
            log.info(name, stream=fact.stream)
