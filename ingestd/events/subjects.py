"""Names of the streams that events belong to."""

from ingestd.events.ids import short_id

NETWORK_STREAM = "network"
EXTRACTION_STREAM = "extraction"


def document_stream(document: str) -> str:
    """The stream of one document: everything that ever happened to it."""
    return f"document:{document}"


def place_id(origin: str) -> str:
    """Stand for a place, without saying where it is."""
    return short_id("at", origin)


def place_stream(place: str) -> str:
    """The stream of a place, by its id."""
    return f"origin:{place}"


def origin_stream(origin: str) -> str:
    """The stream of a place from which no document has come yet."""
    return place_stream(place_id(origin))


def judgement_stream(subject: str) -> str:
    """The stream of what people decided of an entity or a deal."""
    return f"judgement:{subject}"


def source_stream(source: str) -> str:
    """The stream of one registered source."""
    return f"source:{source}"
