"""The step from the text to what extractors say of it."""

from collections.abc import Callable, Iterator

from ingestd.errors import DocumentError, UnavailableError, UnreadableError
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

RETRY = "'ingestd rejected retry' tries again"

extract_step = Step("extract")


@extract_step.on(DocumentParsed)
def extract_document(recorded: Recorded[DocumentParsed], tools: Tools) -> Iterator[Answer]:
    """Let every extractor at hand say what it reads; what it said is kept for ever."""
    for extractor in tools.extractors:
        try:
            yield from answer_of(extractor, recorded.event, tools)
        except UnavailableError as error:
            # it did not say that it asks others: nobody here waits for them
            failed = UnreadableError(str(error), hint=RETRY)
            yield from refusal(extractor, recorded.event, failed, tools)


def remote_step(extractor: Extractor, *, gives_up: Callable[[], bool] = lambda: False) -> Step:
    """The step of an extractor that asks over a network: slow, and with its own checkpoint.

    Where nobody can be asked now it raises UnavailableError, and nothing is recorded; unless
    it `gives_up` on a document that may be to blame: then that is rejected.
    """
    step = Step(f"{extract_step.name}-{extractor.name}")

    @step.on(DocumentParsed)
    def ask(recorded: Recorded[DocumentParsed], tools: Tools) -> Iterator[Answer]:
        try:
            yield from answer_of(extractor, recorded.event, tools)
        except UnavailableError as error:
            if not (error.is_suspect and gives_up()):
                raise
            failed = UnreadableError(str(error), hint=RETRY)
            yield from refusal(extractor, recorded.event, failed, tools)

    return step


def answer_of(extractor: Extractor, parsed: DocumentParsed, tools: Tools) -> Iterator[Answer]:
    """What an extractor says of a text, or that it could not; nothing of what was erased.

    Raises UnavailableError where it has to ask somebody who is not there.
    """
    try:
        extraction = run(extractor, article_of(parsed, tools))
    except DocumentError as error:
        yield from refusal(extractor, parsed, error, tools)
        return
    yield Answer(event=extracted(extractor, parsed, extraction), actor=actor_of(extractor))


def extracted(
    extractor: Extractor, parsed: DocumentParsed, extraction: Extraction
) -> DocumentExtracted:
    """The fact that this was said."""
    return DocumentExtracted(
        document=parsed.document,
        revision=parsed.revision,
        text=parsed.text,
        language=parsed.language,
        extractor=extractor.name,
        version=extractor.version,
        extraction=extraction,
    )


def actor_of(extractor: Extractor) -> str:
    """Who says so."""
    return f"{extractor.name}@{extractor.version}"


def article_of(parsed: DocumentParsed, tools: Tools) -> Article:
    """A parsed text, as extractors read it. Raises LostBlobError."""
    return Article(
        text=tools.blobs.text(parsed.text),
        blocks=parsed.blocks,
        language=parsed.language,
        published=parsed.published,
    )


def run(extractor: Extractor, article: Article) -> Extraction:
    """Extract; raises DocumentError where the extractor fails or says what cannot be.

    Raises UnavailableError where it has to ask somebody who is not there.
    """
    name = f"extractor {actor_of(extractor)}"
    try:
        extraction = extractor.extract(article)
    except UnavailableError:
        raise
    except DocumentError as error:
        raise UnreadableError(f"{name}: {error}", hint=error.hint or RETRY) from error
    except Exception as error:
        # an extractor may be anybody's: whatever it trips over, the next document goes on
        raise UnreadableError(
            f"{name} failed: {type(error).__name__}: {error}",
            hint=f"report it with this document; {RETRY}",
        ) from error
    fault = next(faults_of(extraction, article.text), None)
    if fault is not None:
        raise UnreadableError(f"{name} {fault}", hint="report it with this document")
    return extraction


def refusal(
    extractor: Extractor, parsed: DocumentParsed, error: DocumentError, tools: Tools
) -> Iterator[Answer]:
    """The fact that it could not, unless the document was erased meanwhile."""
    if rejected := _rejected(extractor, parsed, error, tools):
        yield Answer(event=rejected, actor=actor_of(extractor))


def _rejected(
    extractor: Extractor, parsed: DocumentParsed, error: DocumentError, tools: Tools
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
        extractor=extractor.name,
    )
