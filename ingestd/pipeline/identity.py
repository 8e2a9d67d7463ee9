"""By what an article is known wherever it is found; pure."""

from ingestd.sources.found import Body, Found
from ingestd.sources.naming import Key, names_of


def keys_of(found: Found, body: Body, *, feed: str) -> tuple[Key, ...]:
    """All names of a document that was found but for its content, the surest first.

    Where it was redirected counts too. Who read it may have worked them out already.
    """
    if body.names is not None:
        return body.names
    return names_of((found.url, body.url), origin=found.origin, guid=found.guid, feed=feed)
