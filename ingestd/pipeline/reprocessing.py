"""Newer extractors over texts that are kept: what they say is appended, or only compared."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ingestd.errors import DocumentError
from ingestd.events import (
    DocumentErased,
    DocumentExtracted,
    DocumentParsed,
    DocumentReceived,
    DocumentRejected,
    DocumentRetried,
    Draft,
    Event,
    Extraction,
    Recorded,
)
from ingestd.events.subjects import document_stream
from ingestd.extraction.extractor import Extractor
from ingestd.parsing.parse import PARSER
from ingestd.pipeline.extract import actor_of, article_of, extracted, refusal, run
from ingestd.pipeline.step import Answer, Tools
from ingestd.pipeline.telling import tell

Only = Literal["failed", "outdated"]
ACTOR = "reprocess@1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text that is to be read once more, and what that extractor said of it last.

    `cause` is the event of the text; `said_at` the position of what was said, 0 for nothing.
    """

    parsed: DocumentParsed
    cause: Recorded[Event]
    extractor: Extractor
    before: DocumentExtracted | None = None
    said_at: int = 0
    is_rejected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What came of it: an extraction, or the failure."""

    reading: Reading
    extraction: Extraction | None = None
    failure: DocumentError | None = None

    @property
    def is_news(self) -> bool:
        """Whether another version said it, or it says something else than is known."""
        before = self.reading.before
        if self.extraction is None or before is None:
            return True
        was, is_now = (replace(one, usage=None) for one in (before.extraction, self.extraction))
        return before.version != self.reading.extractor.version or was != is_now


def readings(
    documents: Iterable[str],
    extractors: Sequence[Extractor],
    *,
    only: Only | None,
    tools: Tools,
) -> Iterator[Reading]:
    """What is to be read: the newest text of each document, by each extractor.

    `outdated` is what was read by another version, or never; `failed`, where the last attempt
    was rejected.
    """
    for document in documents:
        with tools.database.reading() as connection:
            story = list(tools.log.stream(connection, document_stream(document)))
        for extractor in extractors:
            reading = _reading(story, extractor)
            if reading is not None and _is_due(reading, only):
                yield reading


def read_again(reading: Reading, tools: Tools) -> Read:
    """Ask the extractor; record nothing. Raises UnavailableError."""
    try:
        article = article_of(reading.parsed, tools)
        return Read(reading=reading, extraction=run(reading.extractor, article))
    except DocumentError as error:
        return Read(reading=reading, failure=error)


def record(read: Read, tools: Tools) -> bool:
    """Append what came of it, if that is news; say whether. Nothing of what was erased."""
    drafts = [_draft(answer, read.reading) for answer in _answers(read, tools)]
    if not drafts:
        return False
    with tools.database.writing() as connection:
        tools.log.hold(connection)
        story = tools.log.stream(connection, read.reading.parsed.stream)
        if any(isinstance(told.event, DocumentErased) for told in story):
            return False
        tools.log.append(connection, drafts)
    for draft in drafts:
        tell(draft.event)
    return True


def _answers(read: Read, tools: Tools) -> Iterator[Answer]:
    reading = read.reading
    extractor, parsed = reading.extractor, reading.parsed
    if read.failure is not None:
        yield from refusal(extractor, parsed, read.failure, tools)
    elif read.extraction is not None and (read.is_news or reading.is_rejected):
        event = extracted(extractor, parsed, read.extraction)
        yield Answer(event=event, actor=actor_of(extractor))


def _draft(answer: Answer, reading: Reading) -> Draft:
    # two who do this at once append it once
    key = f"reprocess/{reading.cause.id}/{answer.actor}/{reading.said_at}"
    return Draft(
        event=answer.event,
        actor=answer.actor,
        key=key if isinstance(answer.event, DocumentExtracted) else None,
        causation=reading.cause.id,
        correlation=reading.cause.correlation,
    )


def _reading(story: Sequence[Recorded[Event]], extractor: Extractor) -> Reading | None:
    """The newest text, and how this extractor did with it."""
    found: Reading | None = None
    for told in story:
        match told.event:
            case DocumentParsed() as parsed if not found or _is_newer(parsed, found):
                found = Reading(parsed=parsed, cause=told, extractor=extractor)
            case DocumentExtracted() as said if found and _is_of(said, found):
                found = replace(found, before=said, said_at=told.position, is_rejected=False)
            case DocumentRejected(stage="extract") as failed if found and _is_of(failed, found):
                found = replace(found, is_rejected=True)
    return found


def _is_newer(parsed: DocumentParsed, found: Reading) -> bool:
    return parsed.revision >= found.parsed.revision


def _is_of(event: DocumentExtracted | DocumentRejected, found: Reading) -> bool:
    who = event.extractor or found.extractor.name  # earlier releases did not say who failed
    return who == found.extractor.name and event.revision == found.parsed.revision


def _is_due(reading: Reading, only: Only | None) -> bool:
    match only:
        case "failed":
            return reading.is_rejected
        case "outdated":
            before = reading.before
            return before is None or before.version != reading.extractor.version
        case _:
            return True


# ---------------------------------------------------------------- originals


def parse_again(documents: Iterable[str], *, only: Only | None, tools: Tools) -> int:
    """Ask that originals be parsed once more, in the newest revision; say of how many."""
    wanted = []
    for document in documents:
        with tools.database.reading() as connection:
            story = list(tools.log.stream(connection, document_stream(document)))
        last = _last_parse(told.event for told in story)
        if last is not None and _is_to_be_parsed(last, only):
            wanted.append(DocumentRetried(document=document, revision=last.revision or 1))
    with tools.database.writing() as connection:
        tools.log.append(connection, [Draft(event=one, actor=ACTOR) for one in wanted])
    return len(wanted)


def _last_parse(story: Iterable[Event]) -> DocumentParsed | DocumentRejected | None:
    """How the last parse of the newest revision ended; None where there is none, or no document."""
    last: DocumentParsed | DocumentRejected | None = None
    for event in story:
        match event:
            case DocumentReceived() | DocumentErased():
                last = None
            case DocumentParsed() | DocumentRejected(stage="parse"):
                last = event
            case _:
                pass
    return last


def _is_to_be_parsed(last: DocumentParsed | DocumentRejected, only: Only | None) -> bool:
    match only:
        case "failed":
            return isinstance(last, DocumentRejected)
        case "outdated":
            return isinstance(last, DocumentParsed) and last.parser != PARSER
        case _:
            return True
