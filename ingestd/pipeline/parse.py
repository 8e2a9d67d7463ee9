"""The step from the original to its text."""

from collections.abc import Iterator

from ingestd.errors import DocumentError
from ingestd.events import (
    DocumentParsed,
    DocumentReceived,
    DocumentRejected,
    DocumentRetried,
    Recorded,
)
from ingestd.events.subjects import document_stream
from ingestd.parsing.apart import PARSE, Original
from ingestd.parsing.parse import PARSER
from ingestd.parsing.parsed import Claims
from ingestd.pipeline.step import Answer, Step, Tools

parse_step = Step("parse")


@parse_step.on(DocumentReceived)
def parse_document(recorded: Recorded[DocumentReceived], tools: Tools) -> Iterator[Answer]:
    """Answer with the text, or with the reason there is none."""
    yield Answer(event=_read(recorded.event, tools), actor=PARSER)


@parse_step.on(DocumentRetried)
def parse_again(recorded: Recorded[DocumentRetried], tools: Tools) -> Iterator[Answer]:
    """Read the kept original of that revision once more."""
    asked = recorded.event
    with tools.database.reading() as connection:
        story = list(tools.log.stream(connection, document_stream(asked.document)))
    for earlier in story:
        received = earlier.event
        if isinstance(received, DocumentReceived) and received.revision == asked.revision:
            yield Answer(event=_read(received, tools), actor=PARSER)


def _read(received: DocumentReceived, tools: Tools) -> DocumentParsed | DocumentRejected:
    claims = Claims(title=received.title, published=received.published, author=received.author)
    try:
        body = tools.blobs.get(received.blob)
        original = Original(body=body, media_type=received.media_type, claims=claims)
        parsed = tools.confinement.run(PARSE, original)
    except DocumentError as error:
        return DocumentRejected(
            source=received.source,
            origin=received.origin,
            stage="parse",
            reason=str(error),
            hint=error.hint,
            document=received.document,
            revision=received.revision,
            blob=received.blob,
        )
    return DocumentParsed(
        document=received.document,
        revision=received.revision,
        blob=received.blob,
        text=tools.blobs.put(parsed.text.encode()),
        language=parsed.language,
        title=parsed.title,
        published=parsed.published,
        author=parsed.author,
        words=parsed.words,
        blocks=parsed.blocks,
        parser=PARSER,
        sketch=parsed.sketch,
        figures=parsed.figures,
    )
