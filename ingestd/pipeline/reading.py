"""Reading at the door: only what cannot be decided without the text."""

import re
import unicodedata

from ingestd.errors import DocumentError
from ingestd.events.ids import digest
from ingestd.parsing.apart import PARSE, Original
from ingestd.parsing.parsed import Claims, Parsed
from ingestd.pipeline.step import Tools
from ingestd.sources.found import Body

# what a page says of the moment at which it was asked for
_MOMENTS = re.compile(
    r"\b\d{1,2}:\d{2}(?::\d{2})?\b|\b\d{4}-\d{2}-\d{2}(?=\b|t\d)|\b\d{9,}\b", re.IGNORECASE
)
_WORD = re.compile(r"\w+")


def read(body: Body, tools: Tools) -> Parsed | None:
    """Parse it where strangers' bytes are read; None where it cannot be."""
    claims = Claims(title=body.title, published=body.published, author=body.author)
    asked = Original(body=body.content, media_type=body.media_type, claims=claims)
    try:
        return tools.confinement.run(PARSE, asked)
    except DocumentError:
        return None


def words_of(parsed: Parsed) -> str:
    """Stand for the words of title and text: in any case, without times, dates and stamps."""
    told = unicodedata.normalize("NFKC", f"{parsed.title or ''}\n{parsed.text}").casefold()
    return digest(" ".join(_WORD.findall(_MOMENTS.sub(" ", told))).encode())
