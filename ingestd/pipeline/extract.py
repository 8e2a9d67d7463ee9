"""The step from the text to what extractors say of it."""

from collections.abc import Iterator

from ingestd.errors import DocumentError, UnreadableError
from ingestd.events import (
    DocumentExtracted,
    DocumentParsed,
    DocumentReceived,
    DocumentRejected,
    Extraction,
    Recorded,
)
from ingestd.events.subjects import document_stream
from ingestd.extraction.extractor import Article, Extractor
from ingestd.pipeline.soundness import faults_of
from ingestd.pipeline.step import Answer, Step, Tools

extract_step = Step("extract")


@extract_step.on(DocumentParsed)
def extract_document(recorded: Recorded[DocumentParsed], tools: Tools) -> Iterator[Answer]:
    """Let every extractor in use say what it reads; what it said is kept for ever."""
    parsed = recorded.event
    for extractor in tools.extractors:
        actor = f"{extractor.name}@{extractor.version}"
        try:
            extraction = run(extractor, _article(parsed, tools))
        except DocumentError as error:
            if rejected := _rejected(parsed, error, tools):
                yield Answer(event=rejected, actor=actor)
            continue
        yield Answer(
            event=DocumentExtracted(
                document=parsed.document,
                revision=parsed.revision,
                text=parsed.text,
                language=parsed.language,
                extractor=extractor.name,
                version=extractor.version,
                extraction=extraction,
            ),
            actor=actor,
        )


def _article(parsed: DocumentParsed, tools: Tools) -> Article:
    return Article(
        text=tools.blobs.text(parsed.text),
        blocks=parsed.blocks,
        language=parsed.language,
        published=parsed.published,
    )


def run(extractor: Extractor, article: Article) -> Extraction:
    """Extract; raises DocumentError where the extractor fails or says what cannot be."""
    name = f"extractor {extractor.name}@{extractor.version}"
    try:
        extraction = extractor.extract(article)
    except Exception as error:
        # an extractor may be anybody's: whatever it trips over, the next document goes on
        raise UnreadableError(
            f"{name} failed: {type(error).__name__}: {error}",
            hint="report it with this document; 'ingestd rejected retry' tries again",
        ) from error
    fault = next(faults_of(extraction, article.text), None)
    if fault is not None:
        raise UnreadableError(f"{name} {fault}", hint="report it with this document")
    return extraction


def _rejected(
    parsed: DocumentParsed, error: DocumentError, tools: Tools
) -> DocumentRejected | None:
    """The rejection, or None where the document was erased while it was read."""
    with tools.database.reading() as connection:
        story = list(tools.log.stream(connection, document_stream(parsed.document)))
    of_revision = (
        earlier.event
        for earlier in story
        if isinstance(earlier.event, DocumentReceived)
        and earlier.event.revision == parsed.revision
    )
    if (received := next(of_revision, None)) is None:
        return None
    return DocumentRejected(
        source=received.source,
        origin=received.origin,
        stage="extract",
        reason=str(error),
        hint=error.hint,
        document=parsed.document,
        revision=parsed.revision,
        blob=parsed.blob,
    )
